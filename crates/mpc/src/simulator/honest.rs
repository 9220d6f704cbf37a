//! Honest runs: the engine equals the trusted third party, and what an observer sees is always the same.

use super::sample::Dice;
use super::{Network, Sample, run};
use crate::{Parameters, ideal};

fn inputs(dice: &mut Dice, parties: usize, width: usize) -> Vec<Vec<bool>> {
    (0..parties).map(|_| (0..width).map(|_| dice.roll() & 1 == 1).collect()).collect()
}

fn equals_ideal(parties: usize, seeds: std::ops::Range<u64>) {
    for seed in seeds {
        let sample = Sample { seed, parties, width: 4, gates: 40, outputs: 6 };
        let inputs = inputs(&mut Dice(seed ^ 77), parties, 4);
        let expected = ideal::evaluate(&sample, &inputs).unwrap_or_default();
        let network = Network::new(parties, Vec::new());
        for (party, ending) in run(&network, &sample, &inputs, Parameters::STANDARD, seed).into_iter().enumerate() {
            match ending {
                Ok((outputs, _)) => assert_eq!(outputs, expected, "party {party}, seed {seed}"),
                Err(error) => panic!("party {party}, seed {seed}: {error}"),
            }
        }
    }
}

#[test]
fn two_parties_equal_the_trusted_party() {
    equals_ideal(2, 0..6);
}

#[test]
fn three_parties_equal_the_trusted_party() {
    equals_ideal(3, 0..4);
}

#[test]
fn nine_parties_equal_the_trusted_party() {
    equals_ideal(9, 0..1);
}

#[test]
fn sixteen_parties_equal_the_trusted_party() {
    equals_ideal(16, 0..1);
}

#[test]
fn lengths_and_order_of_messages_do_not_depend_on_inputs_or_results() {
    for parties in [2, 3] {
        let sample = Sample { seed: 4, parties, width: 4, gates: 40, outputs: 6 };
        let seen = |fill: fn(usize) -> bool, seed: u64| {
            let network = Network::new(parties, Vec::new());
            let inputs = vec![(0..4).map(fill).collect::<Vec<_>>(); parties];
            // The run id, and with it the public order of the last messages, stays the same.
            let endings = run(&network, &sample, &inputs, Parameters::STANDARD, seed);
            assert!(endings.iter().all(Result::is_ok));
            (network.log(), endings.into_iter().flatten().map(|(outputs, _)| outputs).next())
        };
        let (zeros, first) = seen(|_| false, 3);
        let (ones, second) = seen(|_| true, 3);
        assert_eq!(zeros, ones);
        assert_ne!(first, second, "the results differ while the messages look the same");
    }
}
