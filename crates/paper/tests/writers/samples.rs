//! The same invented debrief in five languages. An exercise: nobody said or wrote any of this.
use jiff::civil::date;
use paper::{Block, Document, Language, PageNumbers, Rule, Run, Section, Table, Text};

/// The words of a debrief in one language, in the order in which they are printed.
pub(crate) struct Words {
    pub(crate) tag: &'static str,
    title: &'static str,
    banner: &'static str,
    label: &'static str,
    ladder: [&'static str; 5],
    meaning: &'static str,
    reservation: &'static str,
    place: &'static str,
    day: &'static str,
    headings: [&'static str; 3],
    paragraphs: [&'static str; 3],
    bullets: [&'static str; 3],
    head: [&'static str; 3],
    cells: [&'static str; 2],
    quote: &'static str,
    source: &'static str,
    footer: &'static str,
    page: [&'static str; 2],
}

pub(crate) const LANGUAGES: [Words; 5] = [
    Words {
        tag: "en-GB",
        title: "Debrief: second meeting on the corridor",
        banner: "Exercise; positions invented",
        label: "Attribution:",
        ladder: ["on the record", "background", "deep background", "off the record", "Chatham House Rule"],
        meaning: "Background: may be used, attributed to “a participant” without name, office or country.",
        reservation: "Without prejudice to the position of any side on any question, and not an offer.",
        place: "Geneva, ",
        day: "12 November 2026",
        headings: ["What was discussed", "What follows", "Annex"],
        paragraphs: [
            "The delegations met for two hours and went through the three open points of the draft text",
            "Both sides described the verification of convoys as workable, provided that the list is handed over on ",
            "The next meeting is planned; its agenda will be circulated beforehand under reference ",
        ],
        bullets: [
            "Opening hours of the corridor",
            "Verification by a third party",
            "A telephone line that is always staffed",
        ],
        head: ["Point", "State", "Until"],
        cells: ["Verification", "agreed in principle"],
        quote: "We can live with inspection at the entrance, not with inspection on the way.",
        source: "a participant",
        footer: "Secretariat of the talks",
        page: ["Page", "of"],
    },
    Words {
        tag: "ru",
        title: "Отчёт: вторая встреча о коридоре",
        banner: "Учение; позиции вымышлены",
        label: "Ссылки на сказанное:",
        ladder: ["для печати", "без указания имени", "без указания источника", "не для печати", "правило Чатем-Хаус"],
        meaning: "Без указания имени: можно использовать со ссылкой на «участника», без имени, должности и страны.",
        reservation: "Без ущерба для позиции любой из сторон по любому вопросу; предложением не является.",
        place: "Женева, ",
        day: "12 ноября 2026 года",
        headings: ["Что обсуждалось", "Что дальше", "Приложение"],
        paragraphs: [
            "Делегации встречались два часа и прошли три открытых пункта проекта текста",
            "Обе стороны назвали проверку колонн выполнимой при условии, что список будет передан ",
            "Следующая встреча запланирована; её повестка будет разослана заранее под номером ",
        ],
        bullets: ["Часы работы коридора", "Проверка третьей стороной", "Телефонная линия с постоянным дежурством"],
        head: ["Пункт", "Состояние", "Срок"],
        cells: ["Проверка", "согласовано в принципе"],
        quote: "Мы можем принять досмотр на въезде, но не досмотр в пути.",
        source: "участник",
        footer: "Секретариат переговоров",
        page: ["Страница", "из"],
    },
    Words {
        tag: "uk",
        title: "Звіт: друга зустріч щодо коридору",
        banner: "Навчання; позиції вигадані",
        label: "Посилання на сказане:",
        ladder: ["для друку", "без зазначення імені", "без зазначення джерела", "не для друку", "правило Чатем-Гаус"],
        meaning: "Без зазначення імені: можна використовувати з посиланням на «учасника», без імені, посади й країни.",
        reservation: "Без шкоди для позиції будь-якої зі сторін із будь-якого питання; не є пропозицією.",
        place: "Женева, ",
        day: "12 листопада 2026 року",
        headings: ["Що обговорювали", "Що далі", "Додаток"],
        paragraphs: [
            "Делегації зустрічалися дві години й пройшли три відкриті пункти проєкту тексту",
            "Обидві сторони назвали перевірку колон здійсненною за умови, що ґрунтовний перелік буде передано ",
            "Наступну зустріч заплановано; її порядок денний буде розіслано заздалегідь під номером ",
        ],
        bullets: ["Години роботи коридору", "Перевірка третьою стороною", "Телефонна лінія з постійним чергуванням"],
        head: ["Пункт", "Стан", "Строк"],
        cells: ["Перевірка", "погоджено в принципі"],
        quote: "Ми можемо прийняти огляд на в’їзді, але не огляд у дорозі.",
        source: "учасник",
        footer: "Секретаріат переговорів",
        page: ["Сторінка", "з"],
    },
    Words {
        tag: "ar",
        title: "إحاطة: الاجتماع الثاني بشأن الممر",
        banner: "تمرين؛ المواقف مختلقة",
        label: "الإسناد:",
        ladder: ["للنشر", "خلفية", "خلفية عميقة", "ليس للنشر", "قاعدة تشاتام هاوس"],
        meaning: "خلفية: يجوز استعمالها منسوبةً إلى «مشارك» من غير ذكر الاسم أو المنصب أو البلد.",
        reservation: "دون المساس بموقف أي طرف في أي مسألة، ولا يشكل ذلك عرضاً.",
        place: "جنيف، ",
        day: "12 تشرين الثاني 2026",
        headings: ["ما جرت مناقشته", "ما يلي", "ملحق"],
        paragraphs: [
            "اجتمع الوفدان ساعتين واستعرضا النقاط الثلاث المفتوحة في مشروع النص",
            "وصف الطرفان التحقق من القوافل بأنه قابل للتنفيذ بشرط تسليم القائمة في ",
            "الاجتماع المقبل مقرر؛ وسيعمم جدول أعماله مسبقاً تحت الرقم ",
        ],
        bullets: ["ساعات فتح الممر", "التحقق من جانب طرف ثالث", "خط هاتفي يعمل على الدوام"],
        head: ["النقطة", "الحالة", "الموعد"],
        cells: ["التحقق", "متفق عليه من حيث المبدأ"],
        quote: "نستطيع قبول التفتيش عند المدخل، لا التفتيش في الطريق.",
        source: "مشارك",
        footer: "أمانة المحادثات",
        page: ["صفحة", "من"],
    },
    Words {
        tag: "fr",
        title: "Compte rendu : deuxième réunion sur le corridor",
        banner: "Exercice ; positions inventées",
        label: "Attribution :",
        ladder: ["citable", "sans nom", "sans source", "non citable", "règle de Chatham House"],
        meaning: "Sans nom : utilisable, attribué à « un participant », sans nom, fonction ni pays.",
        reservation: "Sans préjudice de la position de toute partie sur toute question ; ne constitue pas une offre.",
        place: "Genève, ",
        day: "12 novembre 2026",
        headings: ["Ce qui a été discuté", "La suite", "Annexe"],
        paragraphs: [
            "Les délégations se sont réunies deux heures et ont parcouru les trois points ouverts du projet de texte",
            "Les deux parties ont jugé réalisable la vérification des convois, à condition que la liste soit remise le ",
            "La prochaine réunion est prévue ; son ordre du jour sera diffusé à l’avance sous la référence ",
        ],
        bullets: [
            "Heures d’ouverture du corridor",
            "Vérification par un tiers",
            "Une ligne téléphonique toujours tenue",
        ],
        head: ["Point", "État", "Échéance"],
        cells: ["Vérification", "accord de principe"],
        quote: "Nous pouvons accepter l’inspection à l’entrée, non l’inspection en chemin.",
        source: "un participant",
        footer: "Secrétariat des pourparlers",
        page: ["Page", "sur"],
    },
];

/// A date as a machine writes it: turned round by whoever does not isolate it.
pub(crate) const DATE: &str = "2026-11-19";
/// A reference of letters, digits and marks.
pub(crate) const REFERENCE: &str = "UN/CH-7/2026";

impl Words {
    /// The debrief; long enough for two pages.
    pub(crate) fn debrief(&self) -> Document {
        let mut document =
            Document::new(self.title, Language::parse(self.tag).expect("a language"), date(2026, 11, 12));
        document.banner = Some(self.banner.into());
        document.rule = Some(Rule {
            label: self.label.into(),
            ladder: self.ladder.iter().map(|rung| Text::from(*rung)).collect(),
            applies: 1,
            meaning: self.meaning.into(),
        });
        document.without_prejudice = self.reservation.into();
        document.date_line = vec![Run::plain(self.place), Run::isolated(self.day)].into();
        document.footer = self.footer.into();
        let [before, between] = self.page.map(str::to_owned);
        document.page_numbers = PageNumbers { before, between, after: String::new() };
        for heading in self.headings {
            document.sections.push(Section { heading: heading.into(), blocks: self.blocks() });
        }
        document
    }

    fn blocks(&self) -> Vec<Block> {
        let [discussed, list, next] = self.paragraphs;
        let first = vec![Run::plain(discussed), Run::plain(" ("), Run::isolated("3/7"), Run::plain(").")];
        let second = vec![Run::plain(list), Run::isolated(DATE), Run::plain(".")];
        let third = vec![Run::strong(next), Run::isolated(REFERENCE).with_emphasis(), Run::plain(".")];
        let row = |number: usize| {
            vec![
                vec![Run::plain(self.cells[0]), Run::plain(" "), Run::isolated(number.to_string())].into(),
                self.cells[1].into(),
                vec![Run::isolated(format!("2026-12-0{number}"))].into(),
            ]
        };
        vec![
            Block::Paragraph(first.into()),
            Block::Paragraph(second.into()),
            Block::Bullets(self.bullets.iter().map(|bullet| Text::from(*bullet)).collect()),
            Block::Table(Table {
                head: self.head.iter().map(|head| Text::from(*head)).collect(),
                rows: (1..=4).map(row).collect(),
            }),
            Block::Quote { text: self.quote.into(), source: self.source.into() },
            Block::Paragraph(third.into()),
        ]
    }

    /// The title.
    pub(crate) fn title(&self) -> &'static str {
        self.title
    }

    /// The texts that stand on every page.
    pub(crate) fn standing(&self) -> Vec<&'static str> {
        [self.banner, self.label, self.meaning, self.reservation, self.footer].into_iter().chain(self.ladder).collect()
    }

    /// The texts between, each of which is printed whole.
    pub(crate) fn texts(&self) -> Vec<&'static str> {
        [self.title, self.place, self.day, self.quote, self.source, DATE, REFERENCE]
            .into_iter()
            .chain(self.headings)
            .chain(self.paragraphs)
            .chain(self.bullets)
            .chain(self.head)
            .chain(self.cells)
            .collect()
    }
}

/// Text that would act if it were anything but text.
pub(crate) const HOSTILE: &[&str] = &[
    "#panic(\"x\")",
    "#read(\"/etc/passwd\")",
    "#import \"@preview/example:0.1.0\": *",
    "$ x^2 $ *bold* _it_ `raw` @label <label> = Heading",
    "\\ // comment /* comment */ ~ -- --- ... \u{201c}",
    "<script>alert(1)</script> &amp; &#x41; <!-- x --> <b>",
    "[link](http://a.example) ![image](x.png) [ref]: x https://b.example www.c.example a@d.example",
    "# not a heading #",
    "- not a list",
    "+ nor this",
    "1. nor this",
    "2) nor this",
    "=== nor a heading",
    "--- nor a line",
    "> nor a quote",
    "| nor | a | table \\| |",
    "```nor code```",
    ": nor a definition :smile: 10:30",
    "</w:t></w:r><w:p/> ]]> <?pi x?>",
    "{{ braces }} [^1] ~~gone~~ ==mark== ^up^",
];
