//! What could stand in place of what was found.
use super::language::Language;
use super::reading::Reading;
use super::roles::Description;
use super::tag::{BROADER, Traits};
use crate::charter::Attribution;

/// Somebody, or some, of those present.
pub(super) fn somebody(language: Language, several: bool) -> String {
    let words = match (language, several) {
        (Language::English, false) => "Write “a participant”.",
        (Language::English, true) => "Write “some participants”.",
        (Language::Russian, false) => "Write «один из участников».",
        (Language::Russian, true) => "Write «некоторые участники».",
        (Language::Arabic, false) => "Write «أحد المشاركين».",
        (Language::Arabic, true) => "Write «بعض المشاركين».",
        (Language::French, false) => "Write « l'un des participants ».",
        (Language::French, true) => "Write « certains participants ».",
    };
    words.to_owned()
}

/// The narrowest broader description that still fits a whole group, or else "a participant".
pub(super) fn broader(reading: &Reading<'_>, description: &Description) -> String {
    let scene = reading.known.scene;
    let describes = matches!(scene.rule, Attribution::ChathamHouse | Attribution::Background | Attribution::OnRecord);
    let implied = description.traits.closed();
    let wide = |traits: &&Traits| {
        implied.has(**traits)
            && **traits != description.traits
            && reading.known.fit(**traits, &[]).len() >= scene.least_group
    };
    match BROADER.iter().find(wide) {
        Some(traits) if describes && !description.unique => merged(reading.language, *traits),
        _ => somebody(reading.language, false),
    }
}

fn merged(language: Language, traits: Traits) -> String {
    let former = traits.has(Traits::FORMER);
    let words = match (language, traits.has(Traits::DIPLOMAT), traits.has(Traits::OFFICIAL), former) {
        (Language::English, true, _, true) => "Write “a former diplomat”.",
        (Language::English, true, _, false) => "Write “a diplomat”.",
        (Language::English, _, true, true) => "Write “a former official”.",
        (Language::English, _, true, false) => "Write “an official”.",
        (Language::English, ..) => "Write “an expert”.",
        (Language::Russian, true, _, true) => "Write «один из бывших дипломатов».",
        (Language::Russian, true, _, false) => "Write «один из дипломатов».",
        (Language::Russian, _, true, true) => "Write «один из бывших чиновников».",
        (Language::Russian, _, true, false) => "Write «один из чиновников».",
        (Language::Russian, ..) => "Write «один из экспертов».",
        (Language::Arabic, true, _, true) => "Write «دبلوماسي سابق».",
        (Language::Arabic, true, _, false) => "Write «دبلوماسي».",
        (Language::Arabic, _, true, true) => "Write «مسؤول سابق».",
        (Language::Arabic, _, true, false) => "Write «مسؤول».",
        (Language::Arabic, ..) => "Write «خبير».",
        (Language::French, true, _, true) => "Write « un ancien diplomate ».",
        (Language::French, true, _, false) => "Write « un diplomate ».",
        (Language::French, _, true, true) => "Write « un ancien responsable ».",
        (Language::French, _, true, false) => "Write « un responsable ».",
        (Language::French, ..) => "Write « un expert ».",
    };
    words.to_owned()
}

/// Without gender.
pub(super) fn neutral(language: Language) -> String {
    let words = match language {
        Language::English => "Write “the participant” or “they”.",
        Language::Russian => "Write «прозвучало мнение» or name no subject.",
        Language::Arabic => "Write «رأى أحد المشاركين» or use the passive.",
        Language::French => "Write « il a été dit » or « l'un des participants ».",
    };
    words.to_owned()
}

/// Without a speaker's voice.
pub(super) fn voice(language: Language) -> String {
    let words = match language {
        Language::English => "Report it indirectly: “it was said that one side …”.",
        Language::Russian => "Report it indirectly: «прозвучало, что одна из сторон …».",
        Language::Arabic => "Report it indirectly: «قيل إن أحد الجانبين …».",
        Language::French => "Report it indirectly: « il a été dit que l'une des parties … ».",
    };
    words.to_owned()
}

/// Without a day.
pub(super) fn date(language: Language) -> String {
    let words = match language {
        Language::English => "Write “at a recent meeting”, or leave the day out.",
        Language::Russian => "Write «на одной из встреч», or leave the day out.",
        Language::Arabic => "Write «في أحد اللقاءات», or leave the day out.",
        Language::French => "Write « lors d'une rencontre », or leave the day out.",
    };
    words.to_owned()
}

/// Without a place.
pub(super) fn place(language: Language) -> String {
    let words = match language {
        Language::English => "Leave the place out, or write “in a third country”.",
        Language::Russian => "Leave the place out, or write «в третьей стране».",
        Language::Arabic => "Leave the place out, or write «في بلد ثالث».",
        Language::French => "Leave the place out, or write « dans un pays tiers ».",
    };
    words.to_owned()
}

/// Without a quotation.
pub(super) fn quotation(language: Language) -> String {
    let words = match language {
        Language::English => "Say it in the readout's own words, without marks.",
        Language::Russian => "Say it in the readout's own words, without marks («…»).",
        Language::Arabic => "Say it in the readout's own words, without marks («…»).",
        Language::French => "Say it in the readout's own words, without marks (« … »).",
    };
    words.to_owned()
}
