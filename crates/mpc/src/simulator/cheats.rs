//! Cheating runs: honest outputs equal the trusted party on some input of the cheaters, or the run stops and
//! says where. And each check of the protocol, caught at its work by name.

use std::collections::HashSet;
use std::sync::OnceLock;

use super::network::Sent;
use super::sample::{Dice, Ending};
use super::{Act, Deed, Network, Sample, roots, run, run_from};
use crate::channel::ChannelError;
use crate::engine::Roots;
use crate::{Error, Parameters, Phase, ideal};

const WIDTH: usize = 2;

fn sample(seed: u64, parties: usize) -> Sample {
    Sample { seed, parties, width: WIDTH, gates: 14, outputs: 4 }
}

fn inputs(seed: u64, parties: usize) -> Vec<Vec<bool>> {
    let mut dice = Dice(seed);
    (0..parties).map(|_| (0..WIDTH).map(|_| dice.roll() & 1 == 1).collect()).collect()
}

/// Everything the trusted party could answer, over all inputs of the corrupt.
fn possible(sample: &Sample, inputs: &[Vec<bool>], corrupt: &[usize]) -> HashSet<Vec<bool>> {
    (0..1usize << (WIDTH * corrupt.len()))
        .map(|choice| {
            let mut inputs = inputs.to_vec();
            for (place, party) in corrupt.iter().enumerate() {
                inputs[*party] = (0..WIDTH).map(|bit| (choice >> (place * WIDTH + bit)) & 1 == 1).collect();
            }
            ideal::evaluate(sample, &inputs).unwrap_or_default()
        })
        .collect()
}

#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    Harmless,
    Caught,
}

/// Whether the honest parties' endings are as the guarantee says; else what is wrong.
fn judge(sample: &Sample, inputs: &[Vec<bool>], corrupt: &[usize], endings: &[Ending]) -> Result<Verdict, String> {
    let possible = possible(sample, inputs, corrupt);
    let honest = || endings.iter().enumerate().filter(|(party, _)| !corrupt.contains(party));
    let mut opened = None;
    let mut caught = false;
    for (party, ending) in honest() {
        match ending {
            Ok((outputs, _)) if !possible.contains(outputs) => return Err(format!("party {party} has a false output")),
            Ok((outputs, _)) if *opened.get_or_insert(outputs) != outputs => {
                return Err(format!("party {party} has another output than the rest"));
            }
            Ok(_) => {}
            Err(Error::Misbehaviour { culprits, .. }) => {
                caught = true;
                if !culprits.iter().any(|culprit| corrupt.contains(culprit)) {
                    return Err(format!("party {party} accuses {culprits:?}, who are honest"));
                }
            }
            Err(Error::Aborted { .. } | Error::Link { .. }) => caught = true,
            Err(error) => return Err(format!("party {party}: {error}")),
        }
    }
    Ok(if caught { Verdict::Caught } else { Verdict::Harmless })
}

/// The messages of an honest run, per sender in order; the same for all circuits of this size.
fn honest_log(parties: usize) -> &'static [Sent] {
    static LOGS: [OnceLock<Vec<Sent>>; 5] = [const { OnceLock::new() }; 5];
    LOGS[parties].get_or_init(|| {
        let network = Network::new(parties, Vec::new());
        let endings = run(&network, &sample(1, parties), &inputs(1, parties), Parameters::STANDARD, 1);
        assert!(endings.iter().all(Result::is_ok), "an honest run fails");
        network.log()
    })
}

/// Base transfers that trials start from.
fn ready(parties: usize) -> &'static [Roots] {
    static READY: [OnceLock<Vec<Roots>>; 5] = [const { OnceLock::new() }; 5];
    READY[parties].get_or_init(|| roots(parties))
}

fn messages_of(parties: usize, party: usize) -> impl Iterator<Item = &'static Sent> {
    honest_log(parties).iter().filter(move |sent| sent.from == party)
}

fn deed(dice: &mut Dice) -> Deed {
    match dice.below(10) {
        0 => Deed::Truncate(1 + dice.below(40)),
        1 => Deed::Extend,
        2 => Deed::Replay,
        3 => Deed::Swap,
        4 => Deed::Withhold,
        _ => Deed::Flip(dice.roll() as usize),
    }
}

/// One run with cheaters, alone or together, all drawn from the seed.
fn trial(seed: u64) -> Result<Verdict, String> {
    let mut dice = Dice(seed.wrapping_mul(0x2545_f491_4f6c_dd1d));
    let parties = [2, 2, 2, 2, 2, 2, 3, 3, 3, 4][dice.below(10)];
    let first = dice.below(parties);
    let more = dice.below(parties - 1);
    let corrupt: Vec<usize> = (0..=more).map(|next| (first + next) % parties).collect();
    let mut acts = Vec::new();
    for _ in 0..1 + dice.below(3) {
        let from = corrupt[dice.below(corrupt.len())];
        let nth = dice.below(messages_of(parties, from).count());
        let deed = deed(&mut dice);
        acts.push(Act { from, nth, deed: deed.clone() });
        if dice.below(4) == 0 {
            // The same to the next receivers: a lie told to all rather than to one.
            acts.extend((1..parties - 1).map(|next| Act { from, nth: nth + next, deed: deed.clone() }));
        }
    }
    let (sample, inputs) = (sample(seed, parties), inputs(seed, parties));
    // Two messages to each other party belong to the setup. Nine in ten trials leave it alone and start from
    // one made earlier: it takes twenty times as long as the rest.
    let setup = 2 * (parties - 1);
    let endings = if acts.iter().any(|act| act.nth < setup) && dice.below(10) == 0 {
        run(&Network::new(parties, acts.clone()), &sample, &inputs, Parameters::STANDARD, seed)
    } else {
        acts.iter_mut().for_each(|act| act.nth = act.nth.saturating_sub(setup));
        run_from(ready(parties), &Network::new(parties, acts.clone()), &sample, &inputs, seed)
    };
    judge(&sample, &inputs, &corrupt, &endings)
        .map_err(|wrong| format!("trial {seed}: corrupt {corrupt:?}, {acts:?}: {wrong}"))
}

fn number(variable: &str, default: u64) -> u64 {
    std::env::var(variable).ok().and_then(|value| value.parse().ok()).unwrap_or(default)
}

/// `BACKCHANNEL_TRIALS` runs from number `BACKCHANNEL_FIRST_TRIAL` on; the soak asks for 20,000 and more.
#[test]
fn cheaters_get_an_output_they_could_have_had_or_are_caught() {
    let (first, count) = (number("BACKCHANNEL_FIRST_TRIAL", 0), number("BACKCHANNEL_TRIALS", 60));
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get) as u64;
    let verdicts: Vec<Result<Verdict, String>> = std::thread::scope(|scope| {
        let part = |part: u64| {
            scope.spawn(move || {
                (first..first + count).skip(part as usize).step_by(threads as usize).map(trial).collect::<Vec<_>>()
            })
        };
        let parts: Vec<_> = (0..threads).map(part).collect();
        parts.into_iter().flat_map(|part| part.join().unwrap_or_default()).collect()
    });
    assert_eq!(verdicts.len() as u64, count);
    let wrong: Vec<_> = verdicts.iter().filter_map(|verdict| verdict.as_ref().err()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let caught = verdicts.iter().filter(|verdict| matches!(verdict, Ok(Verdict::Caught))).count();
    eprintln!("FIGURE: trials {count} from {first}: caught {caught}, harmless {}, escapes 0", count - caught as u64);
    assert!(caught as u64 > count / 2, "most deeds are noticed");
}

#[test]
fn a_flipped_bit_in_any_message_of_a_run_is_harmless_or_caught() {
    let mut dice = Dice(99);
    for party in 0..2 {
        for nth in 0..messages_of(2, party).count() {
            let act = Act { from: party, nth, deed: Deed::Flip(dice.roll() as usize) };
            let network = Network::new(2, vec![act.clone()]);
            let (sample, inputs) = (sample(5, 2), inputs(6, 2));
            let endings = run(&network, &sample, &inputs, Parameters::STANDARD, 5);
            assert!(judge(&sample, &inputs, &[party], &endings).is_ok(), "{act:?}");
        }
    }
}

/// Where the `which`-th message of a phase and step stands among all that `from` sends.
fn place(parties: usize, from: usize, phase: Phase, step: u8, which: usize) -> usize {
    let found = messages_of(parties, from)
        .enumerate()
        .filter(|(_, sent)| sent.header.get(1..3) == Some(&[phase as u8, step]))
        .nth(which);
    found.map(|(nth, _)| nth).unwrap_or_else(|| panic!("no message {which} of step {step} in {phase}"))
}

/// Runs with `deeds` on one message and answers all rejections, whoever made them.
fn rejections(parties: usize, from: usize, nth: usize, deeds: &[Deed]) -> Vec<(usize, Vec<usize>, Phase, String)> {
    let acts = deeds.iter().map(|deed| Act { from, nth, deed: deed.clone() }).collect();
    let network = Network::new(parties, acts);
    let endings = run(&network, &sample(8, parties), &inputs(9, parties), Parameters::STANDARD, 8);
    let rejection = |ending: Ending| match ending {
        Err(Error::Misbehaviour { accuser, culprits, phase, what }) => Some((accuser, culprits, phase, what)),
        _ => None,
    };
    endings.into_iter().filter_map(rejection).collect()
}

#[track_caller]
fn caught(parties: usize, from: usize, at: (Phase, u8, usize), deeds: &[Deed], phase: Phase, what: &str) {
    let rejections = rejections(parties, from, place(parties, from, at.0, at.1, at.2), deeds);
    assert!(
        rejections.iter().any(|(_, culprits, at, why)| culprits.contains(&from) && *at == phase && why.contains(what)),
        "expected `{what}` in {phase}, found {rejections:?}"
    );
}

/// The bit positions after the header.
fn payload_bit(bit: usize) -> Deed {
    Deed::Flip(8 * 4 + bit)
}

#[test]
fn a_false_tree_sum_is_caught_by_the_checksum() {
    // The level sums may hit the half that the holder does not open; the checksum's share always counts.
    caught(2, 1, (Phase::Setup, 2, 0), &[payload_bit(8 * 128)], Phase::Setup, "checksum");
}

#[test]
fn a_correction_that_differs_between_columns_is_caught() {
    // One tree alone is noticed unless the holder's four bits of it are all zero: in 15 of 16 trees.
    let noticed =
        |tree: usize| !rejections(2, 1, place(2, 1, Phase::Bits, 1, 0), &[payload_bit(tree * 8 * 128)]).is_empty();
    let count = (0..32).filter(|tree| noticed(*tree)).count();
    assert!((24..=32).contains(&count), "{count} of 32 trees");
    let all_blocks: Vec<Deed> = (0..8).map(|block| payload_bit(block * 128 + block)).collect();
    caught(2, 1, (Phase::Bits, 1, 0), &all_blocks, Phase::Bits, "not the same in all columns");
}

#[test]
fn other_bits_towards_one_party_are_caught() {
    // The same bit in every tree's correction: consistent columns of other bits, towards one peer only.
    let other_bits: Vec<Deed> = (0..32).map(|tree| payload_bit(tree * 8 * 128)).collect();
    caught(3, 1, (Phase::Bits, 1, 3), &other_bits, Phase::Bits, "towards all parties");
}

#[test]
fn a_false_hash_of_bits_is_caught() {
    caught(2, 1, (Phase::Bits, 4, 1), &[payload_bit(3)], Phase::Bits, "not the same in all columns");
    caught(2, 0, (Phase::Bits, 5, 1), &[payload_bit(3)], Phase::Bits, "not the same in all columns");
}

#[test]
fn a_false_opening_in_the_key_check_is_caught() {
    caught(3, 1, (Phase::Keys, 4, 0), &[payload_bit(0)], Phase::Keys, "does not open its commitment");
}

#[test]
fn false_and_rows_are_caught() {
    // One row may meet a zero; among forty some meet a one.
    let rows: Vec<Deed> = (0..40).map(|row| payload_bit(128 * row + 5)).collect();
    caught(2, 1, (Phase::Triples, 1, 0), &rows, Phase::Triples, "an AND that does not check");
    caught(3, 2, (Phase::Triples, 1, 0), &rows, Phase::Triples, "an AND that does not check");
}

#[test]
fn a_coin_changed_after_its_commitment_is_caught() {
    caught(2, 1, (Phase::Buckets, 2, 0), &[payload_bit(0)], Phase::Buckets, "does not open its commitment");
}

#[test]
fn opened_differences_without_their_macs_are_caught() {
    caught(2, 0, (Phase::Buckets, 3, 0), &[payload_bit(0)], Phase::Buckets, "MACs do not fit");
    caught(2, 1, (Phase::Masks, 2, 0), &[payload_bit(0)], Phase::Masks, "MACs do not fit");
    caught(2, 1, (Phase::Masks, 3, 0), &[payload_bit(0)], Phase::Masks, "MACs do not fit");
}

#[test]
fn another_circuit_is_caught() {
    caught(2, 1, (Phase::Masks, 1, 0), &[payload_bit(0)], Phase::Masks, "another circuit");
}

#[test]
fn inputs_told_differently_to_different_parties_are_caught() {
    let rejections = rejections(3, 1, place(3, 1, Phase::Inputs, 1, 0), &[payload_bit(0)]);
    assert!(rejections.iter().any(|(_, _, phase, what)| *phase == Phase::Inputs && what.contains("broadcasts")));
}

#[test]
fn a_false_table_is_caught_by_the_row_macs() {
    // All rows of the first table: whichever is opened is false.
    let bits = |row: usize| payload_bit(8 * (4 * 16 + row * 24 + 23));
    caught(2, 1, (Phase::Tables, 0, 0), &[bits(0), bits(1), bits(2), bits(3)], Phase::Tables, "MAC does not fit");
}

/// A garbler that spoils the MACs for another one makes that one's labels wrong: nobody is accused alone.
#[test]
fn an_honest_garbler_is_not_accused_alone_for_anothers_macs() {
    let row = 2 * 16 + 8;
    let mut caught = 0;
    for table in 0..6 {
        let rows = (0..4).map(|at| payload_bit(8 * (6 * 16 + (4 * table + at) * row + 16 + 3))).collect::<Vec<_>>();
        let rejections = rejections(3, 2, place(3, 2, Phase::Tables, 0, 0), &rows);
        assert!(rejections.iter().all(|(_, culprits, ..)| culprits.contains(&2)), "table {table}: {rejections:?}");
        caught += usize::from(!rejections.is_empty());
    }
    assert!(caught > 0, "none of the labels was used");
}

#[test]
fn a_false_masked_output_is_caught_by_its_label() {
    caught(2, 0, (Phase::Outputs, 1, 0), &[payload_bit(0)], Phase::Outputs, "labels do not fit");
}

#[test]
fn a_false_output_mask_is_caught_by_its_mac() {
    for party in 0..2 {
        caught(2, party, (Phase::Outputs, 2, 0), &[payload_bit(0)], Phase::Outputs, "MACs do not fit");
    }
}

#[test]
fn wrong_lengths_and_messages_out_of_turn_are_caught() {
    for phase in [Phase::Setup, Phase::Triples, Phase::Inputs] {
        let step = 1;
        caught(2, 1, (phase, step, 0), &[Deed::Truncate(1)], phase, "bytes instead of");
        caught(2, 1, (phase, step, 0), &[Deed::Extend], phase, "bytes instead of");
        caught(2, 1, (phase, step, 0), &[Deed::Flip(8)], phase, "out of turn");
    }
}

#[test]
fn a_silent_party_is_named_and_nobody_hangs() {
    for party in 0..2 {
        for nth in [0, 5, messages_of(2, party).count() - 1] {
            let network = Network::new(2, vec![Act { from: party, nth, deed: Deed::Withhold }]);
            let endings = run(&network, &sample(8, 2), &inputs(9, 2), Parameters::STANDARD, 8);
            let named = matches!(
                &endings[1 - party],
                Err(Error::Link { peer, cause: ChannelError::TimedOut | ChannelError::Closed, .. }) if *peer == party
            );
            // A withheld message may also put a later one out of turn, or stall the cheater first.
            let aborted = matches!(&endings[1 - party], Err(Error::Misbehaviour { .. } | Error::Aborted { .. }));
            assert!(named || aborted, "party {party}, message {nth}: {:?}", endings[1 - party].as_ref().err());
        }
    }
}
