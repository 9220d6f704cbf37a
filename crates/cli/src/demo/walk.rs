//! The demo in four windows: pages for everybody, their links, and what to look at in which window.
use std::task::Poll;

use anyhow::bail;
use serde_json::Value;

use super::BANNER;
use super::case::{MEETING, OPEN_LINE};
use super::house::{House, PASSPHRASE};
use super::process::Process;
use crate::output::{self, columns};
use crate::talk::pages::open_in_browser;

/// Somebody's pages.
struct Window {
    name: String,
    process: Process,
    link: String,
}

/// Serves everybody's pages and tells the walk. It goes on until it is dropped.
///
/// # Errors
/// Pages or a relay that end by themselves.
pub(super) async fn open(mut house: House, browser: bool) -> anyhow::Result<()> {
    let mut windows = Vec::new();
    for one in house.everybody() {
        let mut process = one.start(&["pages", "--unlock", "--json", "--no-browser", "--leashed"], house.folder())?;
        let link = process.hear(link).await?;
        let name = one.side.map_or_else(|| "Convener".to_owned(), |side| format!("Side {side}"));
        windows.push(Window { name, process, link });
    }
    let rows: Vec<Vec<String>> =
        windows.iter().map(|window| vec![format!("  {}", window.name), window.link.clone()]).collect();
    output::say(&format!(
        "\nFour people are in one dialogue, each with pages of their own. Each link opens once, for one browser:\n\n\
         {}\n{}\n{BANNER} Ctrl-C ends the demo; nothing of it is left then.\n",
        columns(&rows, 2),
        text()
    ))?;
    if browser {
        windows.iter().for_each(|window| open_in_browser(&window.link));
    }
    tokio::select! {
        gone = any_gone(&mut windows) => gone,
        gone = house.relay_gone() => gone,
    }
}

/// The link, in what `pages --json` says.
fn link(said: &str) -> Option<String> {
    let value: Value = serde_json::from_str(said).ok()?;
    Some(value.get("link")?.as_str()?.to_owned())
}

/// Until one of them ends, which none should.
async fn any_gone(windows: &mut [Window]) -> anyhow::Result<()> {
    let first = std::future::poll_fn(|context| {
        let gone = windows.iter_mut().position(|window| window.process.poll_closed(context).is_ready());
        gone.map_or(Poll::Pending, Poll::Ready)
    });
    let at = first.await;
    let Some(window) = windows.get_mut(at) else { bail!("a window has closed") };
    let status = window.process.ended().await?;
    bail!("the pages of {} have ended ({status}){}", window.name, window.process.told());
}

/// What to do in whose window.
fn text() -> String {
    let mut out = format!(
        "The walk: in capitals whose window, in quotation marks what the menu there says.\n\
         Should a window have locked itself, the passphrase of all four is: {PASSPHRASE}\n"
    );
    for (number, (title, steps)) in (1..).zip(steps()) {
        out.push_str(&format!("\n{number}. {title}\n"));
        for (who, what) in steps {
            out.push_str(&wrapped(who, &what));
        }
    }
    out
}

type Step = (&'static str, String);

/// The steps, by what they show.
fn steps() -> [(&'static str, Vec<Step>); 7] {
    let (line, _) = OPEN_LINE;
    let own = |text: &str| text.to_owned();
    [
        (
            "The April meeting, as it is reported",
            vec![(
                "ANY",
                own(
                    "“Meetings”: under what is reported stands M1, New York, April 2023, on track 1.5, because one who serves \
                 in office sat there and others did not; the experts' series read 2 again. “Reported record” says who \
                 reports it, and that nobody's position is taken from it.",
                ),
            )],
        ),
        (
            "A debrief in five minutes",
            vec![
                (
                    "CONVENER",
                    format!(
                        "“Readouts and debriefs”, meeting {MEETING}: this one is the exercise's own. Look at the debrief for the \
                 public: of two lines one is in it, for {line} is not cleared by its speaker and not for the public."
                    ),
                ),
                ("A", format!("The same page: you are the speaker of {line}. Clear it.")),
                ("CONVENER", own("Look at the debrief for an institute: now the line is in it, without a name.")),
            ],
        ),
        (
            "Positions, in words",
            vec![
                (
                    "A",
                    own(
                        "“My position”: A's own draft, prepared and not sealed. Change a word, and see what it does to the number \
                 of packages that A could tolerate. No other window shows any of it.",
                    ),
                ),
                ("B, C", own("“My position”: theirs. The convener's window has no such page to read.")),
            ],
        ),
        (
            "The first question: is there a package that all three tolerate?",
            vec![
                (
                    "CONVENER",
                    own("“Soundings”: call a question by draw, to A, B and C, about the packages P1, P2 and P3."),
                ),
                (
                    "A, B, C",
                    own(
                        "“Soundings”, the question: read what each answer would tell whom. Consent: it seals the position. Then \
                 take part, in all three windows. The answer is P1; the convener is told nothing of it.",
                    ),
                ),
            ],
        ),
        (
            "The second question, and the gate",
            vec![
                (
                    "A",
                    own(
                        "“Soundings”: call a question to A and B alone, about P2. Read the preview before you consent: the two \
                 answers together speak about C, who is not asked.",
                    ),
                ),
                ("A, B", own("Consent, and take part. The answer is P2.")),
                (
                    "A",
                    own(
                        "“Gate and impasse”: it is exploratory, for it concerns C. Promote it: this is refused until C consents. \
                 If A and B bring it to the table, C can read it there, and consent or object.",
                    ),
                ),
            ],
        ),
        (
            "The third question, with no answer to be had",
            vec![
                ("B", own("“Soundings”: call a question to A, B and C, about P3.")),
                (
                    "A, B, C",
                    own(
                        "Consent, and take part. No common package found; who could not tolerate it is opened to nobody.",
                    ),
                ),
            ],
        ),
        (
            "What stays inside, and what has been told",
            vec![
                (
                    "A",
                    own(
                        "“Rooms”: write in A's caucus. Look for it in the windows of B, C and the convener: it is not there. What is \
                 written in the plenary appears in all four by itself.",
                    ),
                ),
                (
                    "A, C",
                    own(
                        "“Ledger”: what was asked, what the answers tell together, and how much of the budget is left. A and C know \
                 different answers, so their ledgers differ.",
                    ),
                ),
            ],
        ),
    ]
}

/// A step, broken at 100 columns, its words beside whose window it is.
fn wrapped(who: &str, what: &str) -> String {
    const WIDTH: usize = 100;
    const BESIDE: usize = 13;
    let mut out = format!("   {who:<10}");
    let mut column = BESIDE;
    for word in what.split_whitespace() {
        let length = word.chars().count();
        if column > BESIDE && column + 1 + length > WIDTH {
            out.push_str(&format!("\n{:BESIDE$}", ""));
            column = BESIDE;
        } else if column > BESIDE {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out.push('\n');
    out
}
