//! Descriptions of persons, and how many seats each fits.
use super::fold::Script;
use super::language::Language;
use super::lexicon::{ALL_BUT_ONE, THE_ONLY_ONE};
use super::phrases::Phrases;
use super::reading::Reading;
use super::tag::{Tag, Traits};
use super::wording;
use super::{Finding, Kind, Weight};
use crate::charter::Attribution;
use std::sync::LazyLock;

/// A person or group that the line speaks of.
#[derive(Clone, Debug)]
pub(super) struct Description {
    /// The noun.
    pub(super) head: usize,
    /// The first word that says something.
    pub(super) first: usize,
    /// The last.
    pub(super) last: usize,
    /// What is said.
    pub(super) traits: Traits,
    /// Of which lands.
    pub(super) lands: Vec<usize>,
    /// Whether there can be only one such person.
    pub(super) unique: bool,
    /// The seats that it fits.
    pub(super) fit: Vec<usize>,
}

/// Words further from the noun than this are not looked at.
const REACH: usize = 7;

/// "Only some" singles out nobody.
const QUANTITIES: &[&str] = &["some", "several", "few", "many", "two", "three", "four", "most"];

/// The descriptions in a line, in order.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Description> {
    let mut found = Vec::new();
    for index in 0..reading.len() {
        if let Some(traits) = head(reading, index) {
            let mut description = Description {
                head: index,
                first: index,
                last: index,
                traits,
                lands: reading.lands(index).iter().map(|land| land.id).collect(),
                unique: false,
                fit: Vec::new(),
            };
            reach_left(reading, &mut description);
            reach_right(reading, &mut description);
            description.fit = reading.known.fit(description.traits, &description.lands);
            found.push(description);
        }
    }
    found
}

/// What a word says as a noun for a person, if it is one here.
fn head(reading: &Reading<'_>, index: usize) -> Option<Traits> {
    let mut said: Option<Traits> = None;
    for tag in reading.tags(index) {
        let one = match tag {
            Tag::Head(one) => *one,
            Tag::Loose(one) if is_noun(reading, index) => *one,
            _ => continue,
        };
        said = Some(said.unwrap_or(Traits::NONE) | one);
    }
    said
}

/// Whether a word that may be an adjective is a noun here: nothing follows that it could belong to.
fn is_noun(reading: &Reading<'_>, index: usize) -> bool {
    let next = index + 1;
    let ends =
        reading.pauses(next) || reading.tags(next).iter().any(|tag| matches!(tag, Tag::Speech | Tag::Of | Tag::At));
    let before = index.checked_sub(1).filter(|_| !reading.pauses(index));
    let introduced =
        before.is_some_and(|at| {
            reading.tags(at).iter().any(|tag| {
                matches!(tag, Tag::Article | Tag::Plain | Tag::Only | Tag::Extreme | Tag::Mine | Tag::Kind(_))
            }) || !reading.lands(at).is_empty()
        });
    let retired = before.is_some_and(|at| reading.is(at, Tag::Kind(Traits::FORMER)));
    let general = reading.is(index, Tag::Loose(Traits::GENERAL));
    if general {
        let french = reading.text.words.get(next).is_some_and(|word| word.among(&["a", "à", "russe", "en"]));
        return introduced && (ends || retired || french);
    }
    introduced && (retired || !reading.is(next, Tag::Compound))
}

fn reach_left(reading: &Reading<'_>, description: &mut Description) {
    let mut at = description.head;
    for _ in 0..REACH {
        if reading.pauses(at) {
            break;
        }
        let Some(before) = at.checked_sub(1) else { break };
        if absorb(reading, before, description) {
            description.first = before;
        } else if reading.is(before, Tag::Only) {
            if reading.text.words.get(at).is_some_and(|word| word.among(QUANTITIES)) {
                break;
            }
            description.unique = true;
            description.first = before;
        } else if reading.is(before, Tag::Extreme) {
            description.unique = true;
            description.first = before;
        } else if reading.is(before, Tag::Most) {
            if before + 1 == description.head {
                break;
            }
            description.unique = true;
            description.first = before;
        } else if reading.is(before, Tag::Plain) || reading.is(before, Tag::Article) {
            // Says nothing; what stands before it may.
        } else if before.checked_sub(1).is_some_and(|most| reading.is(most, Tag::Most) && !reading.pauses(before)) {
            description.unique = true;
            description.first = before - 1;
            at = before - 1;
            continue;
        } else if !(reading.is(before, Tag::Of) && superlative_before(reading, before)) {
            break;
        }
        at = before;
    }
}

/// Whether a superlative stands just before "of the": "the youngest of the participants", "le plus jeune des".
fn superlative_before(reading: &Reading<'_>, of: usize) -> bool {
    let tagged = |back: usize, tags: &[Tag]| {
        of.checked_sub(back).is_some_and(|at| reading.tags(at).iter().any(|tag| tags.contains(tag)))
    };
    tagged(1, &[Tag::Only, Tag::Extreme])
        || tagged(2, &[Tag::Most])
        || (tagged(2, &[Tag::Only]) && tagged(1, &[Tag::Plain]))
}

fn reach_right(reading: &Reading<'_>, description: &mut Description) {
    let mut tied = reading.language != Language::English;
    for next in description.head + 1..description.head + 1 + REACH {
        let Some(word) = reading.text.words.get(next).filter(|word| !word.pause) else { break };
        if word.hyphen
            && let Some(traits) = head(reading, next)
        {
            description.traits |= traits;
            description.last = next;
        } else if reading.is(next, Tag::Of) {
            tied = true;
        } else if tied && absorb(reading, next, description) {
            description.last = next;
        } else if reading.is(next, Tag::Most) && reading.language == Language::French && !reading.pauses(next + 1) {
            description.unique = true;
            description.last = next + 1;
            break;
        } else if singles_out_after(reading, next) {
            description.unique = true;
            description.last = next;
        } else if !(reading.is(next, Tag::Article) || reading.is(next, Tag::Plain) || retired_follows(reading, next)) {
            break;
        }
    }
}

/// "المشارك الوحيد", "le participant unique": after the noun, which English and Russian do not have.
fn singles_out_after(reading: &Reading<'_>, at: usize) -> bool {
    match reading.language {
        Language::Arabic => reading.is(at, Tag::Only) || reading.is(at, Tag::Extreme),
        Language::French => reading.is(at, Tag::Only),
        Language::English | Language::Russian => false,
    }
}

/// "В отставке", "en retraite".
fn retired_follows(reading: &Reading<'_>, at: usize) -> bool {
    reading.is(at, Tag::At) && reading.is(at + 1, Tag::Kind(Traits::FORMER))
}

/// Takes up what a word says of the person; whether it says anything.
fn absorb(reading: &Reading<'_>, at: usize, description: &mut Description) -> bool {
    let mut says = false;
    for land in reading.lands(at) {
        if !description.lands.contains(&land.id) {
            description.lands.push(land.id);
        }
        says = true;
    }
    for tag in reading.tags(at) {
        if let Tag::Kind(one) = tag {
            description.traits |= *one;
            says = true;
        }
    }
    says
}

/// Finds offices, narrow descriptions, institutions and sides.
pub(super) fn check(reading: &Reading<'_>, findings: &mut Vec<Finding>) {
    for description in &reading.descriptions {
        judge(reading, description, findings);
    }
    for index in 0..reading.len() {
        by_phrase(reading, index, &reading.known.literal, Kind::Role, findings);
        by_phrase(reading, index, &reading.known.institutions, Kind::Institution, findings);
        people_of_a_land(reading, index, findings);
    }
}

/// Whether this rule forbids what is said whatever number it fits.
fn forbids(rule: Attribution, description: &Description) -> bool {
    match rule {
        Attribution::OnRecord | Attribution::Background => false,
        Attribution::ChathamHouse => !description.lands.is_empty(),
        Attribution::DeepBackground | Attribution::OffRecord => {
            !description.lands.is_empty() || !description.traits.is_empty()
        }
    }
}

fn judge(reading: &Reading<'_>, description: &Description, findings: &mut Vec<Finding>) {
    let Description { first, last, traits, lands, unique, fit, .. } = description;
    if (traits.is_empty() && lands.is_empty() && !unique) || !reading.known.protects(fit) {
        return;
    }
    let scene = reading.known.scene;
    let on_record = scene.rule == Attribution::OnRecord;
    if on_record && !fit.iter().all(|seat| reading.known.protects(&[*seat])) {
        return;
    }
    let narrow = fit.len() < scene.least_group;
    if !narrow && !unique && !forbids(scene.rule, description) {
        return;
    }
    let kind = if *unique {
        Kind::Unique
    } else if !lands.is_empty() {
        Kind::Side
    } else if traits.is_gender() {
        Kind::Gender
    } else {
        Kind::Role
    };
    let why = match kind {
        Kind::Unique => "This singles one person out.".to_owned(),
        Kind::Side => "This tells from which side it came.".to_owned(),
        _ if narrow => format!("This fits {} of those present; the least group is {}.", fit.len(), scene.least_group),
        _ => "Under this rule a speaker is not described at all.".to_owned(),
    };
    let suggestion = wording::broader(reading, description);
    findings.push(reading.finding(reading.span(*first, *last), kind, Weight::Block, why, suggestion));
}

/// Words from the seats' own descriptions and institutions.
fn by_phrase(reading: &Reading<'_>, index: usize, phrases: &Phrases<usize>, kind: Kind, findings: &mut Vec<Finding>) {
    let found: Vec<(usize, usize)> = phrases.at(&reading.text.words, index).collect();
    let Some(longest) = found.iter().map(|(length, _)| *length).max() else { return };
    let seats: Vec<usize> = found.into_iter().filter(|(length, _)| *length == longest).map(|(_, seat)| seat).collect();
    let rule = reading.known.scene.rule;
    let any = kind == Kind::Institution && !matches!(rule, Attribution::OnRecord | Attribution::Background);
    if rule == Attribution::OnRecord && !seats.iter().all(|seat| reading.known.protects(&[*seat])) {
        return;
    }
    if reading.known.is_narrow(&seats)
        || ((any || rule == Attribution::DeepBackground) && reading.known.protects(&seats))
    {
        let why = match kind {
            Kind::Institution => "Somebody protected belongs to this institution.".to_owned(),
            _ => format!(
                "This describes {} of those present; the least group is {}.",
                seats.len(),
                reading.known.scene.least_group
            ),
        };
        let span = reading.span(index, index + longest - 1);
        findings.push(reading.finding(span, kind, Weight::Block, why, wording::somebody(reading.language, false)));
    }
}

/// "The Russians insisted": a people as the subject of a verb of saying.
fn people_of_a_land(reading: &Reading<'_>, index: usize, findings: &mut Vec<Finding>) {
    let Some(land) = reading.lands(index).iter().find(|land| land.folk) else { return };
    let described = reading.is_covered(index);
    let Some(word) = reading.text.words.get(index) else { return };
    if described
        || (word.script == Script::Latin
            && !word.upper
            && !index.checked_sub(1).is_some_and(|at| reading.is(at, Tag::Article)))
    {
        return;
    }
    let quiet =
        ["also", "had", "have", "has", "would", "did", "then", "ont", "ne", "n", "не", "также", "однако", "лишь", "قد"];
    let mut verb = index + 1;
    while !reading.pauses(verb) && reading.text.words.get(verb).is_some_and(|word| word.among(&quiet)) {
        verb += 1;
    }
    let speaks = |at: usize| reading.is(at, Tag::Speech) || reading.is(at, Tag::SheSaid);
    let after = !reading.pauses(verb) && speaks(verb);
    let before =
        reading.language == Language::Arabic && !reading.pauses(index) && index.checked_sub(1).is_some_and(speaks);
    let fit = reading.known.fit(Traits::NONE, &[land.id]);
    let on_record = reading.known.scene.rule == Attribution::OnRecord;
    let hidden = !on_record && (reading.known.scene.rule != Attribution::Background || reading.known.is_narrow(&fit));
    if (after || before || speaks_as(reading, index)) && hidden && reading.known.protects(&fit) {
        let why = "This tells from which side it came.".to_owned();
        let suggestion = wording::somebody(reading.language, true);
        findings.push(reading.finding(reading.span(index, index), Kind::Side, Weight::Block, why, suggestion));
    }
}

/// "As a Tamiran", "en tant que Tamirien", "как тамирец"; nothing may follow that an adjective could belong to.
fn speaks_as(reading: &Reading<'_>, index: usize) -> bool {
    let back = |by: usize, words: &[&str]| index.checked_sub(by).is_some_and(|at| reading.says(at, words));
    let introduced =
        back(2, &["as", "a"]) || back(2, &["as", "an"]) || back(3, &["en", "tant", "que"]) || back(1, &["как"]);
    introduced && reading.pauses(index + 1)
}

static BUT_ONE: LazyLock<Phrases<Weight>> = LazyLock::new(|| {
    let mut phrases = Phrases::new();
    ALL_BUT_ONE.iter().for_each(|phrase| phrases.add(phrase, Weight::Block));
    THE_ONLY_ONE.iter().for_each(|phrase| phrases.add(phrase, Weight::Caution));
    phrases
});

/// Finds words that single somebody out without a noun beside them.
pub(super) fn check_singling(reading: &Reading<'_>, findings: &mut Vec<Finding>) {
    for index in 0..reading.len() {
        let Some((length, weight)) = BUT_ONE.at(&reading.text.words, index).max_by_key(|(length, _)| *length) else {
            continue;
        };
        let from = index.saturating_sub(4).max(reading.sentence(index));
        let about_people = (from..index + length + 3).any(|at| reading.described(at).is_some());
        if weight == Weight::Block && !about_people {
            continue;
        }
        let why = "This singles one person out.".to_owned();
        let suggestion = wording::somebody(reading.language, true);
        let span = reading.span(index, index + length - 1);
        findings.push(reading.finding(span, Kind::Unique, weight, why, suggestion));
    }
}
