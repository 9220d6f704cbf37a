//! The stage among processes that stand still: whom it waits for, how long, and what it says then.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests stop at the first surprise")]
use super::*;
use negotiation::circuit::Answer;

use crate::rehearse::lines::Failure;

const SOON: Duration = Duration::from_millis(300);
const NEVER: Duration = Duration::MAX;

/// Two sides, A and B, whose processes do nothing, and what to speak for them with.
fn idle(patience: Patience) -> (Cast, Sender<(usize, Heard)>) {
    let (sender, heard) = mpsc::channel();
    let mut cast = Cast::empty(heard, patience);
    for _ in 0..2 {
        let process = Command::new("sleep").arg("60").spawn().unwrap();
        cast.actors.push(Actor { process, input: None, ending: None, ended: false });
    }
    (cast, sender)
}

/// Does something with a cast; a stage that waits for ever fails the test.
fn within_seconds<T: Send + 'static>(mut cast: Cast, act: impl FnOnce(&mut Cast) -> T + Send + 'static) -> T {
    let (sender, done) = mpsc::channel();
    thread::spawn(move || sender.send(act(&mut cast)));
    done.recv_timeout(Duration::from_secs(20)).unwrap()
}

fn sealed(cast: Cast) -> Broken {
    let sides = ["A".to_owned(), "B".to_owned()];
    let error = within_seconds(cast, move |cast| cast.seal(&sides)).unwrap_err();
    error.downcast().unwrap_or_else(|error| panic!("{error}"))
}

fn card() -> Card {
    Card { port: 1, key: [1; 32], nonce: [2; 32], seal: [3; 32] }
}

fn done() -> Heard {
    let report = Report {
        answer: Answer::None,
        utility: None,
        rounds: 1,
        bytes_sent: 1,
        bytes_received: 1,
        cpu_seconds: 0.0,
        peak_rss_bytes: 1,
        setup_seconds: 0.0,
        preprocessing_seconds: 0.0,
        online_seconds: 0.0,
        tampered: false,
    };
    Heard::Word(Word::Done(Box::new(report)))
}

#[test]
fn a_side_that_stands_still_after_another_has_the_answer_is_given_up() {
    let (cast, sides) = idle(Patience { sealing: NEVER, failed: NEVER, done: SOON });
    sides.send((0, done())).unwrap();
    sides.send((0, Heard::End)).unwrap();
    let endings = within_seconds(cast, |cast| cast.play(&mut |_| {}));
    assert!(matches!(endings.as_slice(), [Ending::Done(_), Ending::Silent]), "{endings:?}");
}

#[test]
fn who_has_not_sealed_in_time_is_named() {
    let (cast, sides) = idle(Patience { sealing: SOON, failed: NEVER, done: NEVER });
    sides.send((0, Heard::Word(Word::Ready(card())))).unwrap();
    let said = sealed(cast).to_string();
    assert!(said.starts_with("the run did not begin: B's process did not answer"), "{said}");
    assert!(said.contains("A had sealed its position and waited"), "{said}");
}

#[test]
fn after_a_failure_those_who_have_not_sealed_are_not_waited_for() {
    let (cast, sides) = idle(Patience { sealing: NEVER, failed: SOON, done: NEVER });
    sides.send((1, Heard::Word(Word::Failed(Failure::Input("a bad line".to_owned()))))).unwrap();
    let broken = sealed(cast);
    assert_eq!(broken.code(), crate::exit::BAD_INPUT);
    let said = broken.to_string();
    assert!(said.contains("B: a bad line") && said.contains("A's process did not answer"), "{said}");
}

#[test]
fn the_patience_grows_with_the_delay_there_and_back() {
    let setting = Setting { latency: Duration::from_secs(3), silence: Duration::from_secs(4), ..Setting::default() };
    let patience = Patience::from(&setting);
    assert_eq!((patience.failed, patience.done), (GRACE + Duration::from_secs(6), GRACE + Duration::from_secs(10)));
    let endless = Patience::from(&Setting { latency: Duration::MAX, ..setting });
    assert_eq!(endless.failed, Duration::MAX);
}

#[test]
fn a_side_that_does_not_read_what_it_is_told_does_not_hold_up_the_stage() {
    let (mut cast, _sides) = idle(Patience { sealing: SOON, failed: NEVER, done: NEVER });
    let mut process = Command::new("sleep").arg("60").stdin(Stdio::piped()).spawn().unwrap();
    let input = process.stdin.take().map(speaker);
    cast.actors.push(Actor { process, input, ending: None, ended: false });
    // More than any pipe holds.
    let agenda = "a".repeat(8 << 20);
    within_seconds(cast, move |cast| cast.tell(2, &agenda)).unwrap();
}
