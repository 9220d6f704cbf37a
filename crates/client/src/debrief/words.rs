//! The fixed words of a debrief, in five languages.
use dialogue::record::line::Audience;

use super::Tongue;

/// All fixed words of one language.
pub(super) struct Words {
    debrief: &'static str,
    readout: &'static str,
    exercise: &'static str,
    pub(super) agenda: &'static str,
    pub(super) said: &'static str,
    pub(super) nothing: &'static str,
    pub(super) within: &'static str,
    pub(super) within_side: &'static str,
    pub(super) attribution: &'static str,
    /// On record, background, Chatham House Rule, deep background, off record.
    pub(super) ladder: [&'static str; 5],
    pub(super) meanings: [&'static str; 5],
    pub(super) without_prejudice: &'static str,
    pub(super) online: &'static str,
    pub(super) in_person: &'static str,
    pub(super) shuttle: &'static str,
    pub(super) track: &'static str,
    pub(super) comma: &'static str,
    pub(super) page: &'static str,
    pub(super) of: &'static str,
    pub(super) months: [&'static str; 12],
    /// As they stand after the number of a day.
    pub(super) months_of: [&'static str; 12],
}

impl Words {
    /// The words of a language.
    pub(super) fn of(tongue: Tongue) -> &'static Self {
        match tongue {
            Tongue::English => &ENGLISH,
            Tongue::Russian => &RUSSIAN,
            Tongue::Ukrainian => &UKRAINIAN,
            Tongue::Arabic => &ARABIC,
            Tongue::French => &FRENCH,
        }
    }

    /// The title for an audience.
    pub(super) fn title(&self, audience: Audience) -> &'static str {
        if audience == Audience::Public { self.readout } else { self.debrief }
    }

    /// The banner: that of every exercise is translated, another stands as it is.
    pub(super) fn banner(&self, banner: &str) -> String {
        if banner == ENGLISH.exercise { self.exercise.to_owned() } else { banner.to_owned() }
    }
}

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const MONTHS_AR: [&str; 12] =
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];

static ENGLISH: Words = Words {
    debrief: "Debrief",
    readout: "Readout",
    exercise: "Exercise; positions invented",
    agenda: "Agenda",
    said: "What was said",
    nothing: "Nothing was cleared for this audience.",
    within: "Views within one delegation differ",
    within_side: "Views differ within",
    attribution: "Attribution:",
    ladder: ["on record", "background", "Chatham House Rule", "deep background", "off record"],
    meanings: [
        "What is said may be quoted with the speaker's name.",
        "What is said may be used with the description agreed with the speaker, not the name.",
        "What is said may be used; neither who said it nor on which side nor who was present may be told.",
        "What is said may be used without any attribution.",
        "What is said may not be used.",
    ],
    without_prejudice: "Without prejudice. Nothing in this document binds anybody or is anybody's offer.",
    online: "online",
    in_person: "in person",
    shuttle: "by shuttle",
    track: "track",
    comma: ", ",
    page: "Page",
    of: "of",
    months: MONTHS_EN,
    months_of: MONTHS_EN,
};

static RUSSIAN: Words = Words {
    debrief: "Справка о встрече",
    readout: "Отчёт о встрече",
    exercise: "Учебный пример; позиции вымышлены",
    agenda: "Повестка дня",
    said: "Что было сказано",
    nothing: "Для этого адресата ничего не разрешено к передаче.",
    within: "Мнения внутри одной делегации расходятся",
    within_side: "Мнения расходятся внутри стороны",
    attribution: "Ссылки на источник:",
    ladder: [
        "с указанием имени",
        "без имени, с описанием источника",
        "правило Chatham House",
        "без описания источника",
        "не для передачи",
    ],
    meanings: [
        "Сказанное можно цитировать с именем говорившего.",
        "Сказанное можно использовать с описанием, согласованным с говорившим, но без имени.",
        "Сказанное можно использовать; нельзя сообщать, кто это сказал, от какой стороны и кто присутствовал.",
        "Сказанное можно использовать без какой-либо ссылки на источник.",
        "Сказанное использовать нельзя.",
    ],
    without_prejudice: "Без ущерба для позиций сторон. Ничто в этом документе никого не обязывает и не является ничьим предложением.",
    online: "онлайн",
    in_person: "очно",
    shuttle: "челночно",
    track: "трек",
    comma: ", ",
    page: "Страница",
    of: "из",
    months: [
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ],
    months_of: [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
};

static UKRAINIAN: Words = Words {
    debrief: "Довідка про зустріч",
    readout: "Звіт про зустріч",
    exercise: "Навчальний приклад; позиції вигадані",
    agenda: "Порядок денний",
    said: "Що було сказано",
    nothing: "Для цього адресата нічого не дозволено до передавання.",
    within: "Думки всередині однієї делегації розходяться",
    within_side: "Думки розходяться всередині сторони",
    attribution: "Посилання на джерело:",
    ladder: [
        "із зазначенням імені",
        "без імені, з описом джерела",
        "правило Chatham House",
        "без опису джерела",
        "не для передавання",
    ],
    meanings: [
        "Сказане можна цитувати з ім'ям промовця.",
        "Сказане можна використовувати з описом, погодженим із промовцем, але без імені.",
        "Сказане можна використовувати; не можна повідомляти, хто це сказав, від якої сторони та хто був присутній.",
        "Сказане можна використовувати без жодного посилання на джерело.",
        "Сказане використовувати не можна.",
    ],
    without_prejudice: "Без шкоди для позицій сторін. Ніщо в цьому документі нікого не зобов'язує і не є чиєюсь пропозицією.",
    online: "онлайн",
    in_person: "очно",
    shuttle: "човниково",
    track: "трек",
    comma: ", ",
    page: "Сторінка",
    of: "з",
    months: [
        "січень",
        "лютий",
        "березень",
        "квітень",
        "травень",
        "червень",
        "липень",
        "серпень",
        "вересень",
        "жовтень",
        "листопад",
        "грудень",
    ],
    months_of: [
        "січня",
        "лютого",
        "березня",
        "квітня",
        "травня",
        "червня",
        "липня",
        "серпня",
        "вересня",
        "жовтня",
        "листопада",
        "грудня",
    ],
};

static ARABIC: Words = Words {
    debrief: "تقرير عن اللقاء",
    readout: "خلاصة اللقاء",
    exercise: "تمرين؛ المواقف مفترضة",
    agenda: "جدول الأعمال",
    said: "ما قيل",
    nothing: "لم تتم الموافقة على شيء لهذه الجهة.",
    within: "تتباين الآراء داخل وفد واحد",
    within_side: "تتباين الآراء داخل الطرف",
    attribution: "الإسناد:",
    ladder: ["بذكر الاسم", "بلا اسم", "قاعدة تشاتام هاوس", "بلا أي إسناد", "لا يُنقل"],
    meanings: [
        "يجوز الاقتباس مما قيل مع اسم المتحدث.",
        "يجوز استخدام ما قيل مع الوصف المتفق عليه مع المتحدث، دون اسمه.",
        "يجوز استخدام ما قيل؛ ولا يجوز ذكر من قاله ولا من أي طرف ولا من كان حاضرا.",
        "يجوز استخدام ما قيل دون أي إسناد.",
        "لا يجوز استخدام ما قيل.",
    ],
    without_prejudice: "دون المساس بمواقف الأطراف. لا يلزم ما في هذه الوثيقة أحدا ولا يعد عرضا من أحد.",
    online: "عبر الإنترنت",
    in_person: "حضوريا",
    shuttle: "عبر وسيط",
    track: "المسار",
    comma: "، ",
    page: "صفحة",
    of: "من",
    months: MONTHS_AR,
    months_of: MONTHS_AR,
};

static FRENCH: Words = Words {
    debrief: "Compte rendu",
    readout: "Relevé",
    exercise: "Exercice ; positions inventées",
    agenda: "Ordre du jour",
    said: "Ce qui a été dit",
    nothing: "Rien n'a été autorisé pour ce destinataire.",
    within: "Les avis diffèrent au sein d'une délégation",
    within_side: "Les avis diffèrent au sein de",
    attribution: "Attribution :",
    ladder: ["nom cité", "sans nom", "règle de Chatham House", "sans aucune source", "hors compte rendu"],
    meanings: [
        "Les propos peuvent être cités avec le nom de leur auteur.",
        "Les propos peuvent être utilisés avec la description convenue avec leur auteur, sans son nom.",
        "Les propos peuvent être utilisés ; ni leur auteur, ni sa partie, ni les personnes présentes ne peuvent être révélés.",
        "Les propos peuvent être utilisés sans aucune attribution.",
        "Les propos ne peuvent pas être utilisés.",
    ],
    without_prejudice: "Sous toutes réserves. Rien dans ce document n'engage qui que ce soit ni ne constitue une offre.",
    online: "en ligne",
    in_person: "en présence",
    shuttle: "par navette",
    track: "voie",
    comma: ", ",
    page: "Page",
    of: "sur",
    months: MONTHS_FR,
    months_of: MONTHS_FR,
};
