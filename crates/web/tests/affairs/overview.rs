//! The first screen speaks of the talk.
use dialogue::charter::Attribution;
use dialogue::record::affairs::{self, Contact, Escalation, Impasse, Level};
use dialogue::record::meeting::{Cadence, Facts, Mode};
use dialogue::record::seat::{self, Capacity, Office};
use dialogue::record::standing::{Relation, Stance, Standing};
use dialogue::record::{Act, Day};
use dialogue::{Body, Room};

use crate::hand;
use crate::kit::House;

fn seat(name: &str, office: Office, source: Option<&str>) -> Act {
    let facts = seat::Facts::of(name, office, Capacity::Private);
    Act::Seat { seat: name.to_owned(), facts, source: source.map(str::to_owned) }
}

fn meeting(name: &str, day: &str, place: Option<&str>, held: bool, source: Option<&str>) -> Act {
    let facts = Facts {
        day: Some(day.parse().unwrap()),
        days: Vec::new(),
        starts_at: None,
        local_day: None,
        zone: None,
        minutes: None,
        length: None,
        mode: Mode::InPerson,
        place: place.map(str::to_owned),
        places: Vec::new(),
        present: vec!["One".to_owned(), "Two".to_owned()],
        items: Vec::new(),
        attribution: None,
        held,
        series: None,
        ongoing: false,
    };
    Act::Meeting { meeting: name.to_owned(), facts, source: source.map(str::to_owned) }
}

fn stand(relation: Relation, stance: Stance, source: Option<&str>) -> Act {
    Act::Standing(Standing {
        government: "The capital".to_owned(),
        side: None,
        relation,
        stance,
        by: "a spokesperson".to_owned(),
        attribution: Attribution::OnRecord,
        day: None,
        meeting: None,
        source: source.map(str::to_owned),
    })
}

async fn enter(house: &House, acts: Vec<Act>) {
    let (_vault, mut me) = hand(house.desk("convener"));
    for act in acts {
        me.post(&Room::Plenary, Body::Entered { act: Box::new(act) }).unwrap();
    }
    me.sync().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn one_line_says_how_it_stands_with_the_talk() {
    let house = House::with(&["A"], true).await;
    let desk = house.desk("A");
    let first = desk.until("", "Write your position").await.text();
    for words in [
        "No meeting of this dialogue has been held yet.",
        "No meeting is planned.",
        "Compare words with Ines",
        "Say in which capacity you sit here",
        "Write your position",
        "In step",
    ] {
        assert!(first.contains(words), "{words}: {first}");
    }
    let days =
        Cadence { days: 14, words: Some("at least twice monthly".to_owned()), mode: None, place: None, source: None };
    enter(
        &house,
        vec![
            seat("One", Office::Former, None),
            seat("Two", Office::Serving, None),
            meeting("M1", "2023-04", Some("New York"), true, None),
            meeting("M0", "2023-02", Some("Vienna"), true, None),
            stand(Relation::Knew, Stance::Asserts, None),
            stand(Relation::Directed, Stance::Denies, None),
            Act::Cadence(days),
            meeting("M2", "2999-01", None, false, None),
            meeting("Mx", "2023-05-02", None, false, None),
        ],
    )
    .await;
    let line = "April 2023, New York: Track 1.5 · The capital knew, did not direct · debrief due";
    let page = desk.until("", line).await.text();
    assert!(page.contains("Next meeting: M2, January 2999."), "{page}");
    assert!(page.contains("agreed: at least twice monthly"), "{page}");
    assert!(page.contains("Debrief due: M1") && page.contains("Debrief due: M0"), "{page}");
    assert!(page.contains("Say whether meeting Mx took place"), "{page}");
    assert!(!page.contains("As reported"), "{page}");
    let reported = Some("F2");
    enter(
        &house,
        vec![
            seat("One", Office::Former, reported),
            seat("Two", Office::Former, reported),
            meeting("R1", "2022-11", Some("Geneva"), true, reported),
        ],
    )
    .await;
    let page = desk.until("", "As reported").await.text();
    assert!(page.contains("As reported November 2022, Geneva: Track 2 ( R1 )"), "{page}");
    assert!(page.contains(line), "the two are never mixed: {page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_may_not_wait_comes_first_and_what_blocks_is_named() {
    let house = House::with(&["A"], true).await;
    let desk = house.desk("A");
    let contact = Contact { side: None, reach: "+00 000".to_owned() };
    let escalation = Escalation {
        act: "A port is to be closed.".to_owned(),
        issue: None,
        statement: None,
        contact: "Duty desk".to_owned(),
    };
    let impasse = Impasse {
        issue: None,
        blocker: "No wording for monitors.".to_owned(),
        level: Level::Principal,
        next: "Ask both capitals.".to_owned(),
        source: None,
    };
    let acts = vec![
        affairs::Act::Contact { name: "Duty desk".to_owned(), contact },
        affairs::Act::Escalation { name: "Port".to_owned(), escalation },
        affairs::Act::Impasse { name: "Monitors".to_owned(), impasse },
        affairs::Act::Hotline { text: "Please call now".to_owned() },
    ];
    enter(&house, acts.into_iter().map(Act::Affairs).collect()).await;
    let page = desk.until("", "Read the hotline message").await.text();
    assert!(page.contains("A threatened act is flagged. A port is to be closed. · Call Duty desk: +00 000"), "{page}");
    assert!(page.contains("Only principals can resolve it. Next step: Ask both capitals."), "{page}");
    assert!(page.contains("Hotline: Please call now"), "{page}");
    let list = desk.get("/").await.text();
    assert!(list.contains("Read the hotline message"), "{list}");
    assert!(list.contains("no backup of this machine yet"), "{list}");
    let today = Day::at(client::participant::now()).unwrap().to_string();
    assert!(list.contains(&web::Lang::En.known_day(&today)), "by date: {list}");
}
