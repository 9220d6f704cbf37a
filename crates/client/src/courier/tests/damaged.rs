//! Seeded damage to what a relay answers: status lines, headers, pages, places, problems, as they come over the wire
//! and as they are judged. What is used keeps to what was asked; all else is an error that says whose fault it is.
use std::time::SystemTime;

use envelope::Problem;
use hyper::HeaderMap;
use hyper::header::{HeaderName, HeaderValue};

use super::super::exchange::{Answer, refusal};
use super::super::{clock, record};
use super::misbehaving::{Answers, answer, blocks, parameters};
use super::*;
use crate::damaged::{Dice, tried};

const HEAD: &str = "backchannel-head: 6\r\n";

fn problem() -> Vec<u8> {
    let mut problem = Problem::new(ProblemKind::SequenceConflict, "Others wrote first.");
    problem.head = Some(place(6));
    problem.encode()
}

/// What an answer may be read as.
fn judged(error: &Error) {
    let known = matches!(
        error,
        Error::Misbehaviour(_)
            | Error::Unreachable(_)
            | Error::Refused(_)
            | Error::Conflict { .. }
            | Error::Expired { .. }
            | Error::ClockSkew { .. }
    );
    assert!(known, "{error:?}");
    assert!(!error.to_string().chars().any(char::is_control), "{error}");
}

/// What was asked for: at most two blocks after the fourth.
fn kept(page: &Page) {
    let numbers: Vec<u64> = page.blocks.iter().map(|(at, _)| at.number()).collect();
    assert!([&[][..], &[5], &[5, 6]].contains(&&numbers[..]), "{numbers:?}");
    assert!(page.blocks.is_empty() || page.head >= page.blocks[page.blocks.len() - 1].0);
}

/// Damage at the front of a page and at its joint, where its structure is, or at its length.
fn torn(dice: &mut Dice, page: &[u8]) -> Vec<u8> {
    let joint = page.len() / 2;
    let mut torn = page.to_vec();
    match dice.below(5) {
        0 => torn.truncate(dice.below(page.len())),
        1 => torn.extend(dice.bytes(9)),
        at => torn[if at == 2 { joint } else { 0 } + dice.below(8)] ^= 1 << dice.below(8),
    }
    torn
}

#[test]
fn damaged_answers_are_judged_and_what_is_used_is_what_was_asked_for() {
    let (page, problem) = (blocks(&[5, 6]), problem());
    let mut used = 0;
    tried(4, 0xdef0_1234_5678_9abc, |dice| {
        let mut headers = HeaderMap::new();
        let head = if dice.below(3) == 0 { dice.damage(b"6", b"0-+ 9\xff") } else { b"6".to_vec() };
        if let Ok(head) = HeaderValue::from_bytes(&head) {
            headers.insert(HeaderName::from_static(envelope::header::HEAD), head);
        }
        let body = if dice.below(4) == 0 { page.clone() } else { torn(dice, &page) };
        match record::page(&Answer { headers, body: body.into(), skew: 0 }, place(4), 2) {
            Ok(page) => {
                used += 1;
                kept(&page);
            }
            Err(error) => judged(&error),
        }

        let mut headers = HeaderMap::new();
        let kind = envelope::header::PROBLEM_TYPE.as_bytes();
        let kind = if dice.below(8) == 0 { dice.damage(kind, b"/+ ;\xff") } else { kind.to_vec() };
        if let Ok(kind) = HeaderValue::from_bytes(&kind) {
            headers.insert("content-type", kind);
        }
        judged(&refusal(409, &headers, &dice.damage(&problem, "{}[]\",:09\u{1b}\u{202e}".as_bytes())));

        let date = dice.damage(httpdate::fmt_http_date(SystemTime::UNIX_EPOCH).as_bytes(), b"0:, GMT\xff");
        if let Ok(date) = HeaderValue::from_bytes(&date) {
            let headers = [(hyper::header::DATE, date)].into_iter().collect();
            if let Err(error) = clock::skew(&headers, SystemTime::now()) {
                judged(&error);
            }
        }
    });
    assert!(used > 0);
}

#[test]
fn damaged_answers_over_the_wire_are_judged() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let relay = runtime.block_on(Answers::serve(parameters()));
    let now = SystemTime::now();
    let valid = [
        answer("200 OK", HEAD, &blocks(&[5, 6]), now),
        answer("200 OK", HEAD, &[], now),
        answer("201 Created", "content-type: application/json\r\n", br#"{"first":5,"last":5}"#, now),
        answer("409 Conflict", "content-type: application/problem+json\r\n", &problem(), now),
        answer("204 No Content", "", b"", now),
    ];
    let mut used = 0;
    // Each shakes hands for TLS.
    tried(40, 0xef01_2345_6789_abcd, |dice| {
        let whole = &valid[dice.below(valid.len())];
        // In what stands before the blocks, and their beginning.
        let front = whole.len().min(300);
        let damaged = match dice.below(8) {
            0 => whole.clone(),
            1 => whole[..dice.below(whole.len())].to_vec(),
            _ => [&dice.damage(&whole[..front], b"\r\n: 0;=,\xff")[..], &whole[front..]].concat(),
        };
        relay.set(damaged);
        let courier = courier(&relay.address, owner());
        runtime.block_on(async {
            match courier.fetch(place(4), 2, Duration::ZERO).await {
                Ok(page) => {
                    used += 1;
                    kept(&page);
                }
                Err(error) => judged(&error),
            }
            match courier.append(&[block(1)], None, AppendId([1; 32])).await {
                Ok(places) => assert_eq!(places.0, places.1),
                Err(error) => judged(&error),
            }
        });
    });
    assert!(used > 0);
}
