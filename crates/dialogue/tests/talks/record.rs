//! The talk on the record: who may enter what, and what follows from it.
use std::collections::BTreeSet;

use dialogue::charter::Attribution;
use dialogue::record::debrief::{self, LeftOut};
use dialogue::record::handover::{self, Item, Packet, Receiver, Reply, Seal, SignedAnswer, SignedPacket};
use dialogue::record::line::{self, Audience, Wording};
use dialogue::record::meeting::{Cadence, Facts as Meeting, Holiday, Mode};
use dialogue::record::memory::{self, OffTable, Tried};
use dialogue::record::outside::Outside;
use dialogue::record::seat::{Capacity, Facts, Office};
use dialogue::record::standing::{self, Fit, Relation, Stance, Standing, Verdict};
use dialogue::record::statement::{Kind, Setting, Statement};
use dialogue::record::{Act, Day, Matter, affairs, channel, gate, track};
use dialogue::{Body, Charter, MemberId, Refusal, State};
use proptest::prelude::*;

use super::hall::{AGENDA, CONVENER, Hall, member};

pub(crate) fn entered(act: Act) -> Body {
    Body::Entered { act: Box::new(act) }
}

pub(crate) fn day(text: &str) -> Option<Day> {
    Some(text.parse().unwrap())
}

pub(crate) fn facts(office: Office, capacity: Capacity, side: Option<&str>) -> Facts {
    Facts {
        side: side.map(str::to_owned),
        government: side.map(|side| format!("Government of {side}")),
        member: side.map(member),
        ..Facts::of(format!("somebody {office:?}{}", side.unwrap_or_default()), office, capacity)
    }
}

pub(crate) fn seat(name: &str, facts: Facts) -> Body {
    entered(Act::Seat { seat: name.to_owned(), facts, source: None })
}

pub(crate) fn meeting(present: &[&str], date: Option<Day>) -> Meeting {
    Meeting {
        day: date,
        days: Vec::new(),
        starts_at: None,
        local_day: None,
        zone: None,
        minutes: None,
        length: None,
        mode: Mode::Online,
        place: Some("a hotel in Geneva".to_owned()),
        places: Vec::new(),
        present: present.iter().map(|one| (*one).to_owned()).collect(),
        items: Vec::new(),
        attribution: None,
        held: true,
        series: None,
        ongoing: false,
    }
}

pub(crate) fn held(name: &str, facts: Meeting) -> Body {
    entered(Act::Meeting { meeting: name.to_owned(), facts, source: None })
}

/// With a seat for each of the three delegates, and one meeting held.
pub(crate) fn talk() -> Hall {
    let mut hall = Hall::seated(Charter::default());
    for side in ["A", "B", "C"] {
        let name = format!("seat {side}");
        hall.say(CONVENER, seat(&name, facts(Office::Former, Capacity::Private, Some(side)))).unwrap();
    }
    hall.say(CONVENER, held("M1", meeting(&["seat A", "seat B", "seat C"], day("2026-03-10")))).unwrap();
    hall
}

pub(crate) fn wording(speaker: Option<&str>, audiences: &[Audience]) -> Wording {
    Wording {
        meeting: "M1".to_owned(),
        speaker: speaker.map(str::to_owned),
        text: "An inspection regime was thought workable.".to_owned(),
        attribution: None,
        description: None,
        audiences: audiences.iter().copied().collect(),
        within: None,
        commits: None,
    }
}

pub(crate) fn draft(name: &str, wording: Wording) -> Body {
    entered(Act::Line(line::Act::Draft { line: name.to_owned(), wording }))
}

pub(crate) fn statement(kind: Kind) -> Statement {
    Statement {
        kind,
        speaker: "a spokesperson".to_owned(),
        anonymous: false,
        attribution: Attribution::OnRecord,
        day: None,
        setting: Setting::Public,
        stance: Stance::Asserts,
        text: "Something was said.".to_owned(),
        quote: None,
        source: "X0".to_owned(),
        root: "X".to_owned(),
        claim: None,
        issue: None,
        pair: None,
        seat: None,
        commits: None,
        marks: Vec::new(),
    }
}

#[test]
fn what_was_entered_before_there_were_further_fields_reads_on_and_stays_as_it_was() {
    fn same<T: serde::de::DeserializeOwned + serde::Serialize>(text: &str) {
        let read: T = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
    }
    same::<Facts>(
        r#"{"holder":"X","office":"former","capacity":"private","side":"A","post":"envoy","institution":"I","also":["Y"]}"#,
    );
    same::<Meeting>(r#"{"day":"2026-03-10","mode":"in-person","place":"Vienna","present":["a"],"held":true}"#);
    // A clearing names the digest of a wording: that of an older line must not change.
    same::<Wording>(r#"{"meeting":"M","speaker":"a","text":"T","audiences":["public"]}"#);
}

#[test]
fn further_fields_are_bounded() {
    let mut hall = Hall::seated(Charter::default());
    let words = |count: usize| (0..count).map(|at| format!("word {at}")).collect::<Vec<_>>();
    let own = facts(Office::Former, Capacity::Private, Some("A"));
    hall.say(CONVENER, seat("seat A", Facts { side_words: words(40), posts: words(40), ..own.clone() })).unwrap();
    let too_many = [
        Facts { posts: words(41), ..own.clone() },
        Facts { institutions: words(41), ..own.clone() },
        Facts { also_described: words(41), ..own.clone() },
        Facts { side_words: words(41), ..own.clone() },
        Facts { side_words: vec![String::new()], ..own },
    ];
    for facts in too_many {
        assert!(matches!(hall.say(CONVENER, seat("seat A", facts)), Err(Refusal::Unusable { .. })));
    }
    let plain = meeting(&["seat A"], day("2026-03-10"));
    hall.say(CONVENER, held("M1", Meeting { places: words(40), ..plain.clone() })).unwrap();
    let days = vec![day("2026-03-11").unwrap(); 41];
    for facts in [Meeting { places: words(41), ..plain.clone() }, Meeting { days, ..plain }] {
        assert!(matches!(hall.say(CONVENER, held("M1", facts)), Err(Refusal::Unusable { .. })));
    }
}

#[test]
fn seats_are_entered_by_who_holds_them_or_the_convener_and_keep_their_history() {
    let mut hall = Hall::seated(Charter::default());
    let own = facts(Office::Former, Capacity::Private, Some("A"));
    hall.say(member("A"), seat("a", own.clone())).unwrap();
    assert!(matches!(hall.say(member("B"), seat("a", own.clone())), Err(Refusal::NotAllowed(_))));
    assert!(matches!(hall.say(member("B"), seat("b", own.clone())), Err(Refusal::NotAllowed(_))));
    let taken_over = facts(Office::Former, Capacity::Private, Some("B"));
    assert!(matches!(hall.say(member("B"), seat("a", taken_over)), Err(Refusal::NotAllowed(_))));
    let astray = Facts { side: Some("B".to_owned()), ..own.clone() };
    assert!(matches!(hall.say(CONVENER, seat("c", astray)), Err(Refusal::Unusable { .. })));
    let later = Facts { office: Office::Serving, since: day("2026-05"), ..own };
    hall.say(CONVENER, seat("a", later)).unwrap();
    let kept = hall.state.record.own.seats.get("a").unwrap();
    assert_eq!(kept.history.len(), 2);
    assert_eq!(kept.on(day("2026-04")).unwrap().office, Office::Former);
    assert_eq!(kept.on(day("2026-06-01")).unwrap().office, Office::Serving);
    // What names no capacity is no seat.
    let bare = r#"{"v":1,"n":99,"at":1,"body":{"entered":{"act":{"seat":{"seat":"x","facts":{"holder":"X","office":"former"},"source":null}}}}}"#;
    assert!(dialogue::Read::from_bytes(bare.as_bytes()).is_err());
}

#[test]
fn a_change_of_track_is_told_to_all_and_the_history_keeps_it() {
    let mut hall = talk();
    hall.say(
        CONVENER,
        seat("minister", Facts { member: None, side: None, ..facts(Office::Serving, Capacity::Mandated, None) }),
    )
    .unwrap();
    hall.say(CONVENER, held("M2", meeting(&["seat A", "minister"], day("2026-04-10")))).unwrap();
    hall.say(CONVENER, held("M3", meeting(&["seat A", "seat B"], day("2026-05-10")))).unwrap();
    let tracks: Vec<_> =
        track::history(&hall.state.record.own).into_iter().map(|one| one.track.unwrap().name()).collect();
    assert_eq!(tracks, ["2", "1.5", "2"]);
    let told = told_tracks(&hall.state);
    assert_eq!(
        told.iter().map(|one| (one.0.as_str(), one.1, one.2)).collect::<Vec<_>>(),
        [("M2", "2", "1.5"), ("M3", "1.5", "2")]
    );
    assert!(told[0].3.contains("official serves in office"), "{told:?}");
    assert!(told[1].3.contains("nobody present serves"), "{told:?}");
}

/// What all were told of tracks: the meeting, from which, to which, why.
pub(crate) fn told_tracks(state: &State) -> Vec<(String, &'static str, &'static str, String)> {
    let matters = state.record.notices.iter().map(|notice| &notice.matter);
    let track = |matter: &Matter| match matter {
        Matter::Track { meeting, from, to, why } => Some((meeting.clone(), from.name(), to.name(), why.clone())),
        _ => None,
    };
    matters.filter_map(track).collect()
}

#[test]
fn the_rule_of_a_meeting_is_set_before_it_is_held() {
    let mut hall = talk();
    let looser = Meeting { attribution: Some(Attribution::OnRecord), ..meeting(&["seat A"], day("2026-03-10")) };
    assert!(hall.say(CONVENER, held("M1", looser.clone())).is_err());
    // A member plans under the charter's rule or a stricter one; only the convener loosens it, and only before.
    let planned = Meeting { held: false, ..looser.clone() };
    assert!(matches!(hall.say(member("A"), held("M9", planned.clone())), Err(Refusal::NotAllowed(_))));
    let strict = Meeting { attribution: Some(Attribution::OffRecord), ..planned.clone() };
    hall.say(member("A"), held("M9", strict.clone())).unwrap();
    assert!(matches!(hall.say(member("B"), held("M9", planned.clone())), Err(Refusal::NotAllowed(_))));
    hall.say(CONVENER, held("M9", planned.clone())).unwrap();
    hall.say(member("A"), held("M9", Meeting { held: true, ..planned.clone() })).unwrap();
    assert!(matches!(hall.say(member("A"), held("M9", planned)), Err(Refusal::NotAllowed(_))));
    // Entered as held it was never planned, so its rule is the charter's; as held and loosened at once, the planned one.
    let at_once = Meeting { held: true, ..looser.clone() };
    let refused = hall.say(CONVENER, held("M10", at_once.clone())).unwrap_err();
    assert!(refused.to_string().contains("while it is planned"), "{refused}");
    hall.say(CONVENER, held("M10", Meeting { held: false, attribution: None, ..at_once.clone() })).unwrap();
    assert!(hall.say(CONVENER, held("M10", at_once.clone())).is_err());
    hall.say(CONVENER, held("M10", Meeting { attribution: None, ..at_once.clone() })).unwrap();
    // Calling it planned again does not open the rule: it was held under it.
    let again = Meeting { held: false, attribution: None, ..at_once.clone() };
    hall.say(CONVENER, held("M10", again.clone())).unwrap();
    assert!(hall.say(CONVENER, held("M10", Meeting { held: false, ..at_once })).is_err());
    hall.say(CONVENER, held("M10", Meeting { held: true, ..again })).unwrap();
}

#[test]
fn a_denial_denies_exactly_what_it_says() {
    let fact = |relation, stance| Standing {
        government: "G".to_owned(),
        side: None,
        relation,
        stance,
        by: "somebody".to_owned(),
        attribution: Attribution::OnRecord,
        day: None,
        meeting: None,
        source: None,
    };
    let all = [
        fact(Relation::Knew, Stance::Asserts),
        fact(Relation::Briefed, Stance::Asserts),
        fact(Relation::Directed, Stance::Denies),
        fact(Relation::Requested, Stance::Denies),
    ];
    assert_eq!(standing::verdict(&all, "G", Relation::Knew), Verdict::Yes);
    assert_eq!(standing::verdict(&all, "G", Relation::Directed), Verdict::No);
    assert_eq!(standing::verdict(&all, "G", Relation::Sought), Verdict::NotReported);
    assert!(standing::pairs(&all, &[]).iter().all(|pair| pair.fit == Fit::Compatible));
    // Who was briefed knew: a denial of knowledge cannot stand beside that.
    let knew = [fact(Relation::Briefed, Stance::Asserts), fact(Relation::Knew, Stance::Denies)];
    assert_eq!(standing::pairs(&knew, &[]).first().unwrap().fit, Fit::Conflicting);
    // A denial reaches no later day, no other side and no other meeting than its own.
    let dated = |stance, side: Option<&str>, date: Option<Day>| Standing {
        side: side.map(str::to_owned),
        day: date,
        ..fact(Relation::Directed, stance)
    };
    let fit = |denied: (Option<&str>, Option<Day>), asserted: (Option<&str>, Option<Day>)| {
        let both = [dated(Stance::Denies, denied.0, denied.1), dated(Stance::Asserts, asserted.0, asserted.1)];
        standing::pairs(&both, &[]).first().unwrap().reason
    };
    let (march, may) = (day("2026-03"), day("2026-05-02"));
    assert_eq!(fit((None, march), (None, may)), standing::Reason::Later);
    assert_eq!(fit((None, may), (None, march)), standing::Reason::Opposite, "what was before is denied");
    assert_eq!(fit((None, march), (None, day("2026-03-20"))), standing::Reason::Opposite, "it may be within");
    assert_eq!(fit((None, march), (None, None)), standing::Reason::Opposite);
    assert_eq!(fit((Some("A"), None), (Some("B"), None)), standing::Reason::OtherSide);
    assert_eq!(fit((None, None), (Some("B"), None)), standing::Reason::Opposite, "without a side it is about all");
    let apart = [dated(Stance::Denies, Some("A"), None), dated(Stance::Asserts, Some("B"), None)];
    let of = |side| standing::verdict_of(&apart, "G", side, Relation::Directed);
    assert_eq!((of("A"), of("B"), of("C")), (Verdict::No, Verdict::Yes, Verdict::NotReported));
    let speaker = Statement { commits: Some("G".to_owned()), ..statement(Kind::Account) };
    let tense = standing::pairs(&[fact(Relation::CarriedMessages, Stance::Denies)], &[&speaker]);
    assert_eq!(tense.first().unwrap().fit, Fit::InTension);
}

#[test]
fn lines_are_cleared_by_their_speaker_as_they_stand_and_loosened_by_nobody_else() {
    let mut hall = talk();
    let all = [Audience::Capital, Audience::Institute, Audience::Public];
    hall.say(CONVENER, draft("one", wording(Some("seat A"), &all))).unwrap();
    let digest = |hall: &Hall| hall.state.record.readouts.line("one").unwrap().wording.digest();
    let clear = |digest: String| entered(Act::Line(line::Act::Clear { line: "one".to_owned(), digest }));
    let seen = digest(&hall);
    assert!(matches!(hall.say(member("B"), clear(seen.clone())), Err(Refusal::NotAllowed(_))));
    assert!(matches!(hall.say(CONVENER, clear(seen.clone())), Err(Refusal::NotAllowed(_))));
    // Worded anew after the speaker read it: the old clearing does not reach the new words.
    let other = Wording { text: "A regime was refused.".to_owned(), ..wording(Some("seat A"), &all) };
    hall.say(CONVENER, draft("one", other)).unwrap();
    assert!(hall.say(member("A"), clear(seen)).is_err());
    let now = digest(&hall);
    hall.say(member("A"), clear(now)).unwrap();
    assert!(hall.state.record.readouts.line("one").unwrap().cleared);
    let set = |attribution| entered(Act::Line(line::Act::Attribute { line: "one".to_owned(), attribution }));
    assert!(matches!(hall.say(CONVENER, set(Attribution::OnRecord)), Err(Refusal::NotAllowed(_))));
    hall.say(CONVENER, set(Attribution::DeepBackground)).unwrap();
    hall.say(member("A"), set(Attribution::OnRecord)).unwrap();
    // What the convener sums up is made stricter, and loosened by nobody: not by a rule, not by a new draft.
    hall.say(CONVENER, draft("sum", wording(None, &all))).unwrap();
    let rule = |attribution| entered(Act::Line(line::Act::Attribute { line: "sum".to_owned(), attribution }));
    hall.say(CONVENER, rule(Attribution::DeepBackground)).unwrap();
    for looser in [Attribution::ChathamHouse, Attribution::OnRecord] {
        assert!(matches!(hall.say(CONVENER, rule(looser)), Err(Refusal::NotAllowed(_))), "{looser:?}");
    }
    hall.say(CONVENER, draft("sum", wording(None, &all))).unwrap();
    assert_eq!(hall.state.record.readouts.line("sum").unwrap().attribution, Attribution::DeepBackground);
    // A draft by somebody else cannot be looser than the meeting's rule.
    let loose = Wording { attribution: Some(Attribution::OnRecord), ..wording(Some("seat B"), &all) };
    assert!(matches!(hall.say(CONVENER, draft("two", loose.clone())), Err(Refusal::NotAllowed(_))));
    hall.say(member("B"), draft("two", loose)).unwrap();
    assert!(matches!(
        hall.say(member("C"), draft("three", wording(Some("seat A"), &all))),
        Err(Refusal::NotAllowed(_))
    ));
}

#[test]
fn nobody_takes_anothers_line_seat_name_side_or_post() {
    let mut hall = talk();
    let off = Wording { attribution: Some(Attribution::OffRecord), ..wording(Some("seat A"), &Audience::ALL) };
    hall.say(member("A"), draft("one", off.clone())).unwrap();
    let kept = |hall: &Hall| hall.state.record.readouts.line("one").unwrap().clone();
    // Under another speaker's seat, or as the convener's own sum-up, it would be loosened by the back door.
    let theirs = Wording { speaker: Some("seat B".to_owned()), ..off.clone() };
    assert!(matches!(hall.say(member("B"), draft("one", theirs)), Err(Refusal::NotAllowed(_))));
    let summed = Wording { speaker: None, attribution: Some(Attribution::OnRecord), ..off.clone() };
    assert!(matches!(hall.say(CONVENER, draft("one", summed.clone())), Err(Refusal::NotAllowed(_))));
    assert!(matches!(hall.say(CONVENER, draft("new", summed)), Err(Refusal::NotAllowed(_))), "nor a sum-up at all");
    assert_eq!((kept(&hall).speaker, kept(&hall).attribution), (Some(member("A")), Attribution::OffRecord));
    // The convener cannot become the speaker by taking over the seat, nor anybody by taking the name.
    let over = Facts { member: Some(CONVENER), side: None, ..facts(Office::Former, Capacity::Private, None) };
    assert!(hall.say(CONVENER, seat("seat A", over)).unwrap_err().to_string().contains("stays with the member"));
    let namesake =
        Facts { holder: "Somebody  formerA".to_owned(), ..facts(Office::Former, Capacity::Private, Some("B")) };
    assert!(hall.say(member("B"), seat("other", namesake)).unwrap_err().to_string().contains("has that name already"));
    // Views within a side are its own seats', and a description is no other seat's post.
    let within = Wording { within: Some("A".to_owned()), ..wording(Some("seat B"), &Audience::ALL) };
    assert!(hall.say(member("B"), draft("two", within)).is_err());
    let post = Facts { post: Some("Minister of X".to_owned()), ..facts(Office::Former, Capacity::Private, Some("A")) };
    hall.say(member("A"), seat("seat A", post)).unwrap();
    let described = Wording {
        description: Some("the minister of x".to_owned()),
        attribution: Some(Attribution::Background),
        ..wording(Some("seat B"), &Audience::ALL)
    };
    assert!(hall.say(member("B"), draft("three", described)).unwrap_err().to_string().contains("another's post"));
    // Who was not there says nothing about the meeting.
    hall.say(CONVENER, held("M2", meeting(&["seat A"], day("2026-03-11")))).unwrap();
    let absent = Wording { meeting: "M2".to_owned(), ..wording(Some("seat B"), &Audience::ALL) };
    assert!(matches!(hall.say(member("B"), draft("four", absent)), Err(Refusal::Unknown { .. })));
}

#[test]
fn one_member_cannot_fill_the_record_and_what_withholds_finds_room() {
    let mut hall = talk();
    hall.say(member("B"), draft("mine", wording(Some("seat B"), &Audience::ALL))).unwrap();
    let fill = |hall: &mut Hall, who: MemberId| {
        let statement = Statement { text: "x".repeat(30_000), ..statement(Kind::Account) };
        let mut entered_so_far = 0;
        for at in 0..40 {
            let act = Act::Statement { name: format!("{:02x} {at}", who.0[0]), statement: statement.clone() };
            match hall.say(who, entered(act)) {
                Ok(()) => entered_so_far += 1,
                Err(_) => break,
            }
        }
        entered_so_far
    };
    assert_eq!(fill(&mut hall, member("A")), 3, "one member's share");
    assert!(fill(&mut hall, member("B")) > 0, "others have theirs");
    let _ = (fill(&mut hall, member("C")), fill(&mut hall, CONVENER));
    let more = Statement { text: "y".repeat(20_000), ..statement(Kind::Account) };
    assert!(hall.say(member("B"), entered(Act::Statement { name: "more".to_owned(), statement: more })).is_err());
    hall.say(member("B"), entered(Act::Line(line::Act::Withdraw { line: "mine".to_owned() }))).unwrap();
    hall.say(member("B"), entered(Act::Affairs(affairs::Act::Hotline { text: "Call.".to_owned() }))).unwrap();
}

#[test]
fn each_audience_reads_its_cleared_lines_alone_and_views_within_a_side_are_not_counted() {
    let mut hall = talk();
    let set = |audiences: &[Audience]| audiences.iter().copied().collect::<BTreeSet<_>>();
    hall.say(member("A"), draft("capital", wording(Some("seat A"), &[Audience::Capital]))).unwrap();
    hall.say(CONVENER, draft("open", wording(None, &Audience::ALL))).unwrap();
    hall.say(CONVENER, draft("unclear", wording(Some("seat B"), &Audience::ALL))).unwrap();
    let off = Wording { attribution: Some(Attribution::OffRecord), ..wording(Some("seat C"), &Audience::ALL) };
    hall.say(member("C"), draft("off", off)).unwrap();
    for (name, text) in [("v1", "Some would wait."), ("v2", "Some would go on."), ("v3", "Some would wait.")] {
        let view = Wording {
            text: text.to_owned(),
            within: Some("B".to_owned()),
            audiences: set(&Audience::ALL),
            ..wording(Some("seat B"), &[])
        };
        hall.say(member("B"), draft(name, view)).unwrap();
    }
    let make =
        |audience| debrief::compose(&hall.state.record, hall.state.charter.attribution, "M1", audience, None).unwrap();
    let names = |audience| make(audience).lines.into_iter().map(|one| one.line).collect::<Vec<_>>();
    assert_eq!(names(Audience::Capital), ["capital", "open"]);
    assert_eq!(names(Audience::Public), ["open"]);
    let public = make(Audience::Public);
    assert_eq!((public.day, public.place.clone()), (day("2026-03"), None));
    assert_eq!(public.within.len(), 1);
    assert_eq!(public.within[0].views, ["Some would go on.", "Some would wait."]);
    assert_eq!(public.within[0].side, None, "under this rule no side is named");
    let why = |name: &str| public.left_out.iter().find(|(line, _)| line == name).unwrap().1;
    assert_eq!(why("capital"), LeftOut::OtherAudience);
    assert_eq!(why("unclear"), LeftOut::NotCleared);
    assert_eq!(why("off"), LeftOut::OffRecord);
    assert_eq!(make(Audience::Institute).place.as_deref(), Some("a hotel in Geneva"));
}

#[test]
fn what_is_never_an_option_and_what_is_off_the_table_enters_no_agenda() {
    let mut hall = Hall::seated(Charter::default());
    let never = Statement { marks: vec!["remov* leader".to_owned()], ..statement(Kind::NeverOption) };
    hall.say(member("A"), entered(Act::Statement { name: "leader".to_owned(), statement: never })).unwrap();
    let with = |option: &str| Body::AgendaSet {
        toml: AGENDA.replace("\"T4\", title = \"full return\"", &format!("\"T4\", title = \"{option}\"")),
    };
    assert!(with("x") != with("full return"));
    let refused = hall.say(CONVENER, with("Removal of the leader")).unwrap_err();
    assert!(refused.to_string().contains("never an option"), "{refused}");
    hall.say(CONVENER, with("full return, in steps")).unwrap();
    let off = OffTable {
        issue: "T".to_owned(),
        option: "T4".to_owned(),
        by: "B".to_owned(),
        why: "refused in March".to_owned(),
        since: None,
        until: None,
        source: None,
        marks: Vec::new(),
    };
    hall.say(member("B"), entered(Act::Memory(memory::Act::Off(off.clone())))).unwrap();
    let refused = hall.say(CONVENER, with("full return, later")).unwrap_err();
    assert!(refused.to_string().contains("off the table"), "{refused}");
    // Nor does a question on the version that stands ask about it.
    let asked = super::hall::about(&["A", "B"], &["P1"], negotiation::circuit::Rule::Draw);
    assert!(hall.call(CONVENER, asked).unwrap_err().to_string().contains("off the table"));
    let lift = |hall: &mut Hall, who| {
        let (issue, option, why) = ("T".to_owned(), "T4".to_owned(), "both agree".to_owned());
        hall.say(who, entered(Act::Memory(memory::Act::Lift { issue, option, why })))
    };
    assert!(matches!(lift(&mut hall, member("A")), Err(Refusal::NotAllowed(_))));
    // The same words once more are no other entry, whoever says them; other words on the same option are refused.
    let before = hall.state.record.memory.clone();
    hall.say(CONVENER, entered(Act::Memory(memory::Act::Off(off.clone())))).unwrap();
    assert_eq!(hall.state.record.memory, before);
    let other = OffTable { why: "refused in May".to_owned(), ..off.clone() };
    assert!(hall.say(CONVENER, entered(Act::Memory(memory::Act::Off(other)))).is_err());
    lift(&mut hall, member("B")).unwrap();
    hall.say(CONVENER, with("full return, later")).unwrap();
    // What was lifted is known: a file that is read again does not take it off once more.
    assert!(hall.state.has(&entered(Act::Memory(memory::Act::Off(off)))));
}

#[test]
fn what_is_off_the_table_is_known_by_its_words_on_any_issue_until_it_is_lifted() {
    let mut hall = Hall::seated(Charter::default());
    let off = |marks: &[&str]| {
        let off = OffTable {
            issue: "S".to_owned(),
            option: "open door".to_owned(),
            by: "A".to_owned(),
            why: "refused".to_owned(),
            since: None,
            until: None,
            source: None,
            marks: marks.iter().map(|mark| (*mark).to_owned()).collect(),
        };
        entered(Act::Memory(memory::Act::Off(off)))
    };
    for bad in [&["*"][..], &[""], &["x"; 41]] {
        assert!(matches!(hall.say(member("A"), off(bad)), Err(Refusal::Unusable { .. })), "{bad:?}");
    }
    hall.say(member("A"), off(&["alliance* door*"])).unwrap();
    let with = |from: &str, to: &str| {
        let toml = AGENDA.replacen(&format!("\"{from}\""), &format!("\"{to}\""), 1);
        assert_ne!(toml, AGENDA);
        Body::AgendaSet { toml }
    };
    for (from, to) in [
        ("standing consultation", "Open Door"),
        ("standing consultation", "The alliance’s door stays open"),
        ("full return", "doors of the alliance"),
    ] {
        let refused = hall.say(CONVENER, with(from, to)).unwrap_err().to_string();
        assert!(
            refused.contains("off the table") && refused.contains("agenda lift S \"open door\""),
            "{to}: {refused}"
        );
    }
    // Its bare title means this option of this issue alone, and other words are other options.
    hall.say(CONVENER, with("full return", "open door")).unwrap();
    hall.say(CONVENER, with("standing consultation", "consultation of the alliance")).unwrap();
    let (issue, option, why) = ("S".to_owned(), "open door".to_owned(), "asked for".to_owned());
    hall.say(member("A"), entered(Act::Memory(memory::Act::Lift { issue, option, why }))).unwrap();
    hall.say(CONVENER, with("standing consultation", "The alliance’s door stays open")).unwrap();
}

#[test]
fn who_is_not_in_the_room_is_kept_and_where_nothing_is_reported_nothing_is_said() {
    let mut hall = talk();
    let outside = |source: Option<&str>| {
        let facts = Outside { part: "it is spoken about".to_owned(), source: source.map(str::to_owned) };
        entered(Act::Outside { party: "Government of C".to_owned(), facts })
    };
    hall.say(member("A"), outside(None)).unwrap();
    hall.say(member("A"), outside(Some("X0"))).unwrap();
    let at = |reported| hall.state.record.book(reported).parties_outside()[0].at_a_meeting();
    assert_eq!((at(false), at(true)), ("M1".to_owned(), "not reported".to_owned()));
    assert!(hall.say(member("A"), outside(Some(" "))).is_err());
}

#[test]
fn a_series_that_goes_on_comes_after_what_has_a_date_though_its_own_is_not_known() {
    let mut hall = talk();
    let series = Meeting { series: Some("twice a month".to_owned()), ongoing: true, ..meeting(&["seat A"], None) };
    hall.say(CONVENER, held("S", series.clone())).unwrap();
    hall.say(CONVENER, held("undated", meeting(&["seat B"], None))).unwrap();
    hall.say(CONVENER, held("later", meeting(&["seat B"], day("2026-09")))).unwrap();
    let order: Vec<&String> = hall.state.record.own.in_order().into_iter().map(|(name, _)| name).collect();
    assert_eq!(order, ["M1", "later", "undated", "S"]);
    let one = Meeting { series: None, ..series };
    assert!(hall.say(CONVENER, held("one", one)).is_err(), "one meeting does not go on");
}

#[test]
fn an_option_that_was_tried_comes_back_with_the_answer_it_had() {
    let mut hall = Hall::founded(Charter::default());
    let tried = Tried {
        issue: "T".to_owned(),
        option: "T1".to_owned(),
        by: "B".to_owned(),
        answer: "no interest.".to_owned(),
        why: "Held already.".to_owned(),
        day: None,
        source: None,
    };
    hall.say(CONVENER, entered(Act::Memory(memory::Act::Tried(tried.clone())))).unwrap();
    hall.say(CONVENER, entered(Act::Memory(memory::Act::Tried(tried)))).unwrap();
    assert_eq!(hall.state.record.memory.tried.len(), 1, "said twice, tried once");
    hall.say(CONVENER, Body::AgendaSet { toml: AGENDA.to_owned() }).unwrap();
    let told = hall.state.record.notices.last().unwrap();
    assert!(
        matches!(&told.matter, Matter::TriedBefore { option, answer, .. } if option == "T1" && answer.contains("no interest"))
    );
}

#[test]
fn affairs_have_contacts_flags_counts_and_a_hotline() {
    let mut hall = talk();
    let say = |hall: &mut Hall, who: MemberId, act| hall.say(who, entered(Act::Affairs(act)));
    let flag = |contact: &str| affairs::Act::Escalation {
        name: "f".to_owned(),
        escalation: affairs::Escalation {
            act: "an act".to_owned(),
            issue: Some("C".to_owned()),
            statement: None,
            contact: contact.to_owned(),
        },
    };
    assert!(matches!(say(&mut hall, member("A"), flag("desk")), Err(Refusal::Unknown { .. })));
    let contact = affairs::Contact { side: None, reach: "by telephone".to_owned() };
    say(&mut hall, CONVENER, affairs::Act::Contact { name: "desk".to_owned(), contact }).unwrap();
    say(&mut hall, member("A"), flag("desk")).unwrap();
    say(&mut hall, member("B"), affairs::Act::Hotline { text: "Please call.".to_owned() }).unwrap();
    let told = |hall: &Hall| hall.state.record.notices.iter().map(|one| one.matter.clone()).collect::<Vec<_>>();
    assert!(matches!(told(&hall).as_slice(), [.., Matter::Escalation { .. }, Matter::Hotline {}]));
    say(&mut hall, member("A"), affairs::Act::Asked { of: "B".to_owned() }).unwrap();
    say(&mut hall, member("A"), affairs::Act::Asked { of: "B".to_owned() }).unwrap();
    say(&mut hall, member("B"), affairs::Act::Answered { to: "A".to_owned() }).unwrap();
    let tally = hall.state.record.affairs.tally["A"]["B"];
    assert_eq!((tally.asked, tally.answered), (2, 1));
    assert!(say(&mut hall, CONVENER, affairs::Act::Asked { of: "B".to_owned() }).is_err());
    assert!(say(&mut hall, member("A"), affairs::Act::Asked { of: "D".to_owned() }).is_err());
}

#[test]
fn a_channel_between_the_same_parties_is_announced_as_a_collision() {
    let mut hall = talk();
    let channel = |between: &[&str]| channel::Channel {
        what: "another conversation".to_owned(),
        between: between.iter().map(|one| (*one).to_owned()).collect(),
        issues: BTreeSet::new(),
        since: None,
        until: None,
        source: None,
    };
    let say = |hall: &mut Hall, name: &str, facts| {
        hall.say(member("A"), entered(Act::Channel { channel: name.to_owned(), facts })).unwrap();
    };
    say(&mut hall, "elsewhere", channel(&["X", "Y"]));
    assert!(hall.state.record.notices.is_empty());
    say(&mut hall, "here", channel(&["Government of A", "Y"]));
    assert!(matches!(&hall.state.record.notices[0].matter, Matter::Collision { channel, .. } if channel == "here"));
}

#[test]
fn a_packet_holds_cleared_lines_alone_and_is_for_these_members() {
    let mut hall = talk();
    hall.say(member("A"), draft("own", wording(Some("seat A"), &[Audience::Capital]))).unwrap();
    hall.say(CONVENER, draft("open", wording(None, &Audience::ALL))).unwrap();
    let receiving = ed25519_dalek::SigningKey::from_bytes(&[8; 32]);
    let receiver = Receiver(receiving.verifying_key().to_bytes());
    let made = |line: &str| {
        let lines = vec![line.to_owned()];
        let (digest, to, receivers) = ("ab".repeat(32), "T1.5".to_owned(), vec![receiver]);
        entered(Act::Handover(handover::Act::Made { digest, lines, to, receivers }))
    };
    assert!(hall.say(CONVENER, made("own")).is_err());
    hall.say(CONVENER, made("open")).unwrap();
    answers_are_by_a_receiver(&mut hall, &receiving);

    let key = ed25519_dalek::SigningKey::from_bytes(&[7; 32]);
    let keys = |state: &State| state.members.values().map(|member| member.key).collect::<Vec<_>>();
    let packet = Packet {
        v: handover::VERSION,
        title: "From the experts".to_owned(),
        from_track: Some(track::Track::Two),
        to: "d".to_owned(),
        receivers: handover::receivers(keys(&hall.state)),
        items: vec![Item { text: "A step was thought workable.".to_owned(), attributed_to: None }],
        key: key.verifying_key().to_bytes(),
    };
    let sign = |packet: Packet| {
        let bytes = dialogue::signing::message(handover::PURPOSE, &packet.hash());
        let signature = dialogue::id::hex(&ed25519_dalek::Signer::sign(&key, &bytes).to_bytes());
        SignedPacket { packet, signature }
    };
    let receive = |hall: &mut Hall, signed: SignedPacket| {
        hall.say(member("A"), entered(Act::Handover(handover::Act::Received { signed: Box::new(signed) })))
    };
    let mut changed = sign(packet.clone());
    changed.packet.items[0].text.push('!');
    assert!(receive(&mut hall, changed).unwrap_err().to_string().contains("signature"));
    let elsewhere = sign(Packet { receivers: [1; 32], ..packet.clone() });
    assert!(receive(&mut hall, elsewhere).unwrap_err().to_string().contains("other members"));
    let good = sign(packet);
    let digest = good.packet.digest();
    receive(&mut hall, good.clone()).unwrap();
    assert_eq!(receive(&mut hall, good), Err(Refusal::Repeated));
    let reply = |why: &str| {
        let reply = Reply::Returned { why: why.to_owned() };
        entered(Act::Handover(handover::Act::Replied { digest: digest.clone(), reply }))
    };
    assert!(hall.say(member("B"), reply(" ")).is_err(), "without reasons nothing is returned");
    hall.say(member("B"), reply("The second item needs a date.")).unwrap();
    assert!(hall.say(member("B"), reply("Again.")).is_err());
}

/// What comes back for the packet that was made counts if one of its receivers has signed it.
fn answers_are_by_a_receiver(hall: &mut Hall, receiving: &ed25519_dalek::SigningKey) {
    let answer = |key: &ed25519_dalek::SigningKey, reply: &Reply| {
        let digest = "ab".repeat(32);
        let public = key.verifying_key().to_bytes();
        let hash = handover::answer_hash(&digest, reply, &public);
        let bytes = dialogue::signing::message(handover::ANSWER_PURPOSE, &hash);
        let signature = dialogue::id::hex(&ed25519_dalek::Signer::sign(key, &bytes).to_bytes());
        SignedAnswer { digest, reply: reply.clone(), seal: Seal { key: public, signature } }
    };
    let enter = |hall: &mut Hall, answer: SignedAnswer, seal: Option<Seal>| {
        let SignedAnswer { digest, reply, .. } = answer;
        hall.say(CONVENER, entered(Act::Handover(handover::Act::Answered { digest, reply, seal })))
    };
    let good = answer(receiving, &Reply::Accepted {});
    let stranger = answer(&ed25519_dalek::SigningKey::from_bytes(&[9; 32]), &Reply::Accepted {});
    let returned = Reply::Returned { why: "It needs a date.".to_owned() };
    // The receiver's key with another's signature; the receiver's signature under other words; and none.
    let passed_off = Seal { key: good.seal.key, ..stranger.seal.clone() };
    let altered = SignedAnswer { reply: returned, ..good.clone() };
    for (answer, seal, why) in [
        (good.clone(), None, "not signed"),
        (stranger.clone(), Some(stranger.seal), "not by one of those"),
        (good.clone(), Some(passed_off), "signature"),
        (altered.clone(), Some(altered.seal), "signature"),
    ] {
        let refused = enter(hall, answer, seal).unwrap_err().to_string();
        assert!(refused.contains(why), "{refused}");
    }
    enter(hall, good.clone(), Some(good.seal)).unwrap();
    assert_eq!(hall.state.record.handovers.made.values().next().unwrap().reply, Some(Reply::Accepted {}));
}

#[test]
fn what_is_reported_is_no_members_and_reaches_no_own_record() {
    let mut hall = Hall::seated(Charter::default());
    let reported = |facts: Facts| entered(Act::Seat { seat: "x".to_owned(), facts, source: Some("X0".to_owned()) });
    assert!(hall.say(CONVENER, reported(facts(Office::Former, Capacity::Private, Some("A")))).is_err());
    let nobody = Facts { member: None, side: None, ..facts(Office::Former, Capacity::Private, None) };
    hall.say(member("A"), reported(nobody)).unwrap();
    assert!(hall.state.record.own.seats.is_empty());
    assert_eq!(hall.state.record.reported.seats.len(), 1);
}

/// Acts of every kind, sensible and not, for the tests of convergence.
pub(crate) fn act() -> impl Strategy<Value = Act> {
    prop_oneof![3 => older(), 2 => beside(), 2 => affair(), 2 => answer()]
}

/// Names that acts share, so that some meet what others made.
fn some_name() -> impl Strategy<Value = String> + Clone {
    prop_oneof![Just("M1".to_owned()), Just("s".to_owned()), ".{0,4}"]
}

fn some_day() -> impl Strategy<Value = Option<Day>> {
    prop_oneof![Just(None), Just(day("2026-03")), Just(day("2026-03-10")), Just(day("2027"))]
}

fn some_source() -> impl Strategy<Value = Option<String>> {
    prop_oneof![Just(None), Just(Some("X0".to_owned())), Just(Some(String::new()))]
}

/// What stands beside the talks: standing, days off, other channels, who is not in the room, the banner, memory.
fn beside() -> impl Strategy<Value = Act> {
    let side = prop_oneof![Just(None), Just(Some("A".to_owned())), Just(Some("D".to_owned()))];
    let relation = (0usize..6).prop_map(|at| Relation::ALL[at]);
    let stance = prop_oneof![Just(Stance::Asserts), Just(Stance::Denies)];
    let marks = prop_oneof![Just(Vec::new()), Just(vec!["full return".to_owned()]), Just(vec!["*".to_owned()])];
    let between = prop::collection::btree_set(some_name(), 0..4);
    prop_oneof![
        (relation, stance, side.clone(), some_day(), some_source(), prop::option::of(some_name())).prop_map(
            |(relation, stance, side, day, source, meeting)| {
                let (government, by) = ("Government of A".to_owned(), "somebody".to_owned());
                let attribution = Attribution::Background;
                Act::Standing(Standing { government, side, relation, stance, by, attribution, day, meeting, source })
            }
        ),
        (some_name(), side).prop_map(|(name, side)| Act::Holiday(Holiday {
            day: day("2026-12-25").unwrap(),
            name,
            side
        })),
        (some_name(), between, some_day(), some_source()).prop_map(|(channel, between, since, source)| {
            let (what, issues) = ("another conversation".to_owned(), BTreeSet::new());
            Act::Channel { channel, facts: channel::Channel { what, between, issues, since, until: None, source } }
        }),
        (some_name(), some_source()).prop_map(|(party, source)| Act::Outside {
            party,
            facts: Outside { part: "it is spoken about".to_owned(), source }
        }),
        some_name().prop_map(|banner| Act::Exercise { banner }),
        (some_name(), some_name(), marks).prop_map(|(issue, option, marks)| {
            let (by, why) = ("B".to_owned(), String::new());
            Act::Memory(memory::Act::Off(OffTable {
                issue,
                option,
                by,
                why,
                since: None,
                until: None,
                source: None,
                marks,
            }))
        }),
        (some_name(), some_name()).prop_map(|(issue, option)| {
            Act::Memory(memory::Act::Lift { issue, option, why: "both ask".to_owned() })
        }),
        (some_name(), some_name(), some_day()).prop_map(|(issue, option, day)| {
            let (by, answer, why) = ("B".to_owned(), "no".to_owned(), String::new());
            Act::Memory(memory::Act::Tried(Tried { issue, option, by, answer, why, day, source: None }))
        }),
    ]
}

/// Impasses, flags, contacts and the hotline.
fn affair() -> impl Strategy<Value = Act> {
    let level = prop_oneof![Just(affairs::Level::Delegate), Just(affairs::Level::Principal)];
    let side = prop_oneof![Just(None), Just(Some("A".to_owned())), Just(Some("B".to_owned()))];
    let affair = prop_oneof![
        (some_name(), level, some_source()).prop_map(|(name, level, source)| {
            let (blocker, next) = ("a date".to_owned(), "to ask".to_owned());
            affairs::Act::Impasse { name, impasse: affairs::Impasse { issue: None, blocker, level, next, source } }
        }),
        (some_name(), some_name()).prop_map(|(name, contact)| {
            let (act, issue, statement) = ("an act".to_owned(), Some("C".to_owned()), None);
            affairs::Act::Escalation { name, escalation: affairs::Escalation { act, issue, statement, contact } }
        }),
        (some_name(), side).prop_map(|(name, side)| {
            affairs::Act::Contact { name, contact: affairs::Contact { side, reach: "by telephone".to_owned() } }
        }),
        some_name().prop_map(|name| affairs::Act::Eased { name, why: "it passed".to_owned() }),
        // Where a hotline message may stand in these tests.
        (100u64..160).prop_map(|sequence| affairs::Act::HotlineRead { sequence }),
        "[ABCD]".prop_map(|to| affairs::Act::Answered { to }),
    ];
    affair.prop_map(Act::Affairs)
}

/// What answers, clears or brings: lines, results and packets.
fn answer() -> impl Strategy<Value = Act> {
    let digest = prop_oneof![Just("ab".repeat(32)), Just("zz".to_owned())];
    let reply = prop_oneof![Just(Reply::Accepted {}), ".{0,3}".prop_map(|why| Reply::Returned { why }),];
    // Of the lines that are drafted in these tests some are as this says.
    let cleared = prop::option::of(some_name()).prop_map(|speaker| Wording { speaker, ..wording(None, &[]) }.digest());
    let attribution = prop_oneof![Just(Attribution::OnRecord), Just(Attribution::OffRecord)];
    let option = prop_oneof![Just("T0".to_owned()), Just("T2".to_owned()), ".{0,2}"];
    prop_oneof![
        (some_name(), cleared).prop_map(|(line, digest)| Act::Line(line::Act::Clear { line, digest })),
        (some_name(), attribution)
            .prop_map(|(line, attribution)| Act::Line(line::Act::Attribute { line, attribution })),
        (some_name(), some_name(), digest.clone()).prop_map(|(meeting, to, digest)| {
            Act::Line(line::Act::Export(line::Export {
                meeting,
                audience: Audience::Public,
                to,
                form: "md".to_owned(),
                digest,
                lines: 1,
            }))
        }),
        option.prop_map(|option| {
            let options = [("T", option.as_str()), ("C", "C0"), ("S", "S2"), ("G", "G0"), ("N", "N0"), ("K", "K0")];
            let outcome = options.map(|(issue, option)| (issue.to_owned(), option.to_owned())).into();
            Act::Gate(gate::Act::Bring { question: String::new(), outcome })
        }),
        (digest.clone(), prop::collection::vec(some_name(), 0..2)).prop_map(|(digest, lines)| {
            let (to, receivers) = ("elsewhere".to_owned(), vec![Receiver([8; 32])]);
            Act::Handover(handover::Act::Made { digest, lines, to, receivers })
        }),
        Just(()).prop_map(|()| Act::Handover(handover::Act::Received { signed: Box::new(packet_for_all()) })),
        (any::<bool>(), reply.clone()).prop_map(|(known, reply)| {
            let digest = if known { packet_for_all().packet.digest() } else { "cd".repeat(32) };
            Act::Handover(handover::Act::Replied { digest, reply })
        }),
        (digest, reply).prop_map(|(digest, reply)| {
            let seal = Some(Seal { key: [8; 32], signature: "00".repeat(64) });
            Act::Handover(handover::Act::Answered { digest, reply, seal })
        }),
    ]
}

/// A packet for the members that these tests begin with.
fn packet_for_all() -> SignedPacket {
    let key = ed25519_dalek::SigningKey::from_bytes(&[7; 32]);
    let members = [CONVENER, member("A"), member("B"), member("C")].map(super::hall::key);
    let packet = Packet {
        v: handover::VERSION,
        title: "From the experts".to_owned(),
        from_track: Some(track::Track::Two),
        to: "d".to_owned(),
        receivers: handover::receivers(members),
        items: vec![Item { text: "A step was thought workable.".to_owned(), attributed_to: None }],
        key: key.verifying_key().to_bytes(),
    };
    let bytes = dialogue::signing::message(handover::PURPOSE, &packet.hash());
    let signature = dialogue::id::hex(&ed25519_dalek::Signer::sign(&key, &bytes).to_bytes());
    SignedPacket { packet, signature }
}

/// Acts as there were before those above.
fn older() -> impl Strategy<Value = Act> {
    let name = prop_oneof![Just("M1".to_owned()), Just("s".to_owned()), ".{0,4}"];
    let audiences = prop::collection::btree_set((0usize..3).prop_map(|at| Audience::ALL[at]), 0..3);
    let sides = prop::collection::vec(prop_oneof![Just("C".to_owned()), ".{0,2}"], 0..3);
    let voice = prop_oneof![Just(gate::Voice::Consulted), Just(gate::Voice::Consents), Just(gate::Voice::Objects)];
    let question = Just(String::new());
    let office = prop_oneof![Just(Office::Former), Just(Office::Serving), Just(Office::Convener)];
    prop_oneof![
        (name.clone(), office, any::<bool>(), any::<bool>()).prop_map(|(seat, office, mandated, reported)| {
            let capacity = if mandated { Capacity::Mandated } else { Capacity::Private };
            let facts = facts(office, capacity, if reported { None } else { Some("A") });
            Act::Seat { seat, facts, source: reported.then(|| "X0".to_owned()) }
        }),
        (name.clone(), any::<bool>(), name.clone()).prop_map(|(one, held, seat)| Act::Meeting {
            meeting: one,
            facts: Meeting { held, ..meeting(&[seat.as_str()], day("2026-03")) },
            source: None
        }),
        (name.clone(), audiences, prop::option::of(name.clone())).prop_map(|(line, audiences, speaker)| {
            let wording = Wording { speaker, audiences, ..wording(None, &[]) };
            Act::Line(line::Act::Draft { line, wording })
        }),
        name.clone().prop_map(|line| Act::Line(line::Act::Withdraw { line })),
        Just(Act::MandatePresented(super::record_mandates::presented())),
        Just(Act::MandateRevoked(super::record_mandates::revoked())),
        (question.clone(), sides).prop_map(|(question, sides)| Act::Gate(gate::Act::Affects { question, sides })),
        (question.clone(), voice)
            .prop_map(|(question, voice)| { Act::Gate(gate::Act::Speak { question, voice, note: String::new() }) }),
        question.clone().prop_map(|question| Act::Gate(gate::Act::Promote { question })),
        (question, name.clone())
            .prop_map(|(question, principal)| Act::Gate(gate::Act::Confirm { question, principal })),
        (name.clone(), name.clone()).prop_map(|(issue, option)| Act::Memory(memory::Act::Off(OffTable {
            issue,
            option,
            by: "B".to_owned(),
            why: String::new(),
            since: None,
            until: None,
            source: None,
            marks: Vec::new()
        }))),
        name.clone().prop_map(|text| Act::Affairs(affairs::Act::Hotline { text })),
        name.clone().prop_map(|of| Act::Affairs(affairs::Act::Asked { of })),
        (name.clone(), name.clone()).prop_map(|(name, how)| Act::Affairs(affairs::Act::Resolved { name, how })),
        (0u32..40).prop_map(|days| Act::Cadence(Cadence { days, words: None, mode: None, place: None, source: None })),
        (name, any::<bool>()).prop_map(|(name, marked)| {
            let marks = if marked { vec!["full return".to_owned()] } else { Vec::new() };
            Act::Statement { name, statement: Statement { marks, ..statement(Kind::NeverOption) } }
        }),
    ]
}
