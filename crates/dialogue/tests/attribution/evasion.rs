//! Names and words written so as to slip past.
use dialogue::attribution::{Kind, lint};
use unicode_normalization::UnicodeNormalization;

use crate::exercise::scene;

/// Lines with a name in them, each in its own room.
const LINES: [(&str, &str, &str); 7] = [
    ("channel", "The paper by Volkonsky was read twice.", "Volkonsky"),
    ("channel", "Записку Волконского прочли дважды.", "Волконского"),
    ("reservoir", "قرئت ورقة كرمان مرتين.", "كرمان"),
    ("works", "La note de Delacroix a été lue deux fois.", "Delacroix"),
    ("works", "La note d'Hélène a été lue deux fois.", "Hélène"),
    ("orchard", "Доповідь Задорожного прочитали двічі.", "Задорожного"),
    ("channel", "Слова Андрея Сергеевича Орлова запомнились.", "Андрея"),
];

fn caught(scene_name: &str, line: &str, kind: Kind) -> bool {
    lint(line, &scene(scene_name)).iter().any(|finding| finding.kind == kind)
}

fn each(change: impl Fn(&str) -> String) {
    for (scene, line, name) in LINES {
        let changed = line.replace(name, &change(name));
        assert!(caught(scene, &changed, Kind::Name), "{changed:?}");
    }
}

#[test]
fn composed_or_not_is_the_same() {
    each(|name| name.nfd().collect());
    each(|name| name.nfc().collect());
    each(|name| name.nfkd().collect());
}

#[test]
fn case_is_no_cover() {
    each(str::to_uppercase);
    for line in ["the paper by volkonsky was read twice.", "записку волконского прочли дважды."]
    {
        assert!(caught("channel", line, Kind::Name), "{line}");
    }
}

#[test]
fn unseen_characters_are_no_cover() {
    for unseen in
        ["\u{200B}", "\u{200C}", "\u{200D}", "\u{AD}", "\u{2060}", "\u{FEFF}", "\u{202E}", "\u{640}", "\u{34F}"]
    {
        each(|name| name.chars().flat_map(|letter| std::iter::once(letter).chain(unseen.chars())).collect());
        each(|name| format!("{unseen}{name}{unseen}"));
    }
    assert!(caught("channel", "Then Volkonsky\u{200B}said so.", Kind::Name));
}

#[test]
fn marks_are_no_cover() {
    each(|name| name.chars().flat_map(|letter| [letter, '\u{301}']).collect());
    for line in ["قُرئت ورقةُ كَرمَان مرتين.", "وكَرْمان أيضا", "لِكرمانَ"] {
        assert!(caught("reservoir", line, Kind::Name), "{line}");
    }
}

#[test]
fn letters_that_look_alike_are_no_cover() {
    // Latin o, e, a, c, p, x in Russian names; Cyrillic ones in others.
    let to_latin = [('о', 'o'), ('е', 'e'), ('а', 'a'), ('с', 'c'), ('р', 'p'), ('В', 'B')];
    let to_cyrillic = [('o', 'о'), ('e', 'е'), ('a', 'а'), ('c', 'с'), ('x', 'х'), ('y', 'у')];
    for pairs in [to_latin, to_cyrillic] {
        for (from, to) in pairs {
            each(|name| name.replace(from, &to.to_string()));
        }
        each(|name| pairs.iter().fold(name.to_owned(), |name, (from, to)| name.replace(*from, &to.to_string())));
    }
    assert!(caught("channel", "The paper by V0lkonsky was read.", Kind::Name));
    assert!(caught("channel", "The paper by Vοlkonsky was read.", Kind::Name), "a Greek omicron");
    assert!(caught("channel", "The paper by 𝐕𝐨𝐥𝐤𝐨𝐧𝐬𝐤𝐲 was read.", Kind::Name));
    assert!(caught("channel", "The paper by Ｖｏｌｋｏｎｓｋｙ was read.", Kind::Name));
}

#[test]
fn taking_a_name_apart_is_no_cover() {
    for line in [
        "By V o l k o n s k y.",
        "By V.o.l.k.o.n.s.k.y.",
        "By Vol-konsky.",
        "By Volkon-\nsky.",
        "By V-o-l-k-o-n-s-k-y.",
    ] {
        assert!(caught("channel", line, Kind::Name), "{line}");
    }
}

#[test]
fn russian_names_are_found_in_every_case() {
    let forms = "Орлов Орлова Орлову Орловым Орлове Орловой Орловы Орловых Волконский Волконского Волконскому Волконским Волконском Волконская \
                 Волконской Соколова Соколовой Соколову Сергеевич Сергеевича Сергеевичу Сергеевичем Викторовна Викторовны Викторовной Павла \
                 Павлом Павлу Громова Громовым";
    for form in forms.split_whitespace() {
        assert!(caught("channel", &format!("Было сказано: {form} не против."), Kind::Name), "{form}");
    }
}

#[test]
fn arabic_names_are_found_under_every_prefix() {
    for form in [
        "كرمان",
        "وكرمان",
        "فكرمان",
        "بكرمان",
        "لكرمان",
        "ككرمان",
        "ولكرمان",
        "الخطيب",
        "والخطيب",
        "بالخطيب",
        "للخطيب",
        "فالخطيب",
    ] {
        assert!(caught("reservoir", &format!("قيل ذلك {form} أمس الأول."), Kind::Name), "{form}");
    }
    for form in ["إبراهيم", "ابراهيم", "إبرٰهيم"] {
        assert!(caught("reservoir", &format!("رأي {form} معروف."), Kind::Name), "{form}");
    }
}

#[test]
fn names_are_found_as_other_languages_write_them() {
    let written = [
        ("channel", "Orloff"),
        ("channel", "Orlow"),
        ("channel", "Andreï"),
        ("channel", "Andrey"),
        ("channel", "Wolkonski"),
        ("channel", "Sokolowa"),
        ("orchard", "Chevtchouk"),
        ("orchard", "Lebedew"),
        ("orchard", "Tchernov"),
        ("reservoir", "Kareem"),
        ("reservoir", "Khateeb"),
        ("reservoir", "al-Khatib"),
        ("reservoir", "Alkhatib"),
        ("reservoir", "Mansoor"),
        ("reservoir", "Mansour"),
    ];
    for (scene, name) in written {
        assert!(caught(scene, &format!("The paper by {name} was read."), Kind::Name), "{name}");
    }
}

#[test]
fn dates_are_found_in_every_order_and_script() {
    let dates = [
        "14.05.2026",
        "14/5/26",
        "05/14/2026",
        "2026-05-14",
        "2026/05/14",
        "14-05-2026",
        "14.05.",
        "14 May",
        "May 14",
        "May 14th, 2026",
        "the 14th of May",
        "the fourteenth of May",
        "14–15 May",
        "13 to 16 May",
        "14 and 15 May",
        "between 13 and 16 May",
        "entre le 13 et le 16 mai",
        "14 мая",
        "15 мая 2026 года",
        "четырнадцатого мая",
        "с 13 по 16 мая",
        "14 mai",
        "le quatorze mai",
        "du 14 au 15 mai",
        "١٤ أيار",
        "١٤ مايو ٢٠٢٦",
        "۱۴/۰۵/۲۰۲۶",
        "الرابع عشر من أيار",
        "last Thursday",
        "jeudi dernier",
        "в прошлый четверг",
        "يوم الخميس الماضي",
        "in May",
        "en mai 2026",
        "в мае",
        "в мае 2026 года",
        "في أيار",
        "May 2026",
    ];
    for date in dates {
        assert!(caught("channel", &format!("Heard, {date}, in the room."), Kind::Date), "{date}");
    }
    let others = [
        "13.05.2026",
        "14.06.2026",
        "14.05.2027",
        "2027-05-14",
        "14 June",
        "15 мая 2027 года",
        "by May",
        "d'ici mai",
        "к маю",
        "14.05 million",
        "14.05 %",
        "next Thursday",
        "every Thursday",
        "it may be",
        "they march",
        "14 days",
        "resolution 14/2026",
        "last Monday",
    ];
    for date in others {
        assert!(!caught("channel", &format!("Heard: {date} and no more."), Kind::Date), "{date}");
    }
}
