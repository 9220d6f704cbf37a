//! From words to points, by the seven fixed rules; words alone decide what is tolerable, points only rank.
use super::words::{Stance, Word};
use crate::agenda::Agenda;

/// Points that are split over the issues.
pub const POINTS: u32 = 100;

/// The points of a position in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Points {
    /// Share of the 100 points by issue, as the rule gives it.
    pub shares: Vec<u32>,
    /// Points by issue and choice, the owner's changes included.
    pub by_choice: Vec<Vec<u32>>,
}

/// Shares and points for these stances (one per issue, in agenda order).
///
/// Only words about choices on the table count. An issue whose tolerable
/// choices all carry the same word counts nothing; else decisive, important,
/// minor, none count 4, 2, 1, 0, and 100 points are split in proportion by
/// largest remainder, ties in agenda order. Within an issue the best word used
/// gets the whole share, *could live with* nothing, and *welcome* below
/// *prefer* half, rounded up.
#[must_use]
pub fn points(agenda: &Agenda, stances: &[Stance]) -> Points {
    let weights: Vec<u32> = agenda
        .issues()
        .iter()
        .zip(stances)
        .map(|(issue, stance)| {
            let used = tolerable_words(&issue.on_the_table(), stance);
            match used.first() {
                Some(first) if used.iter().any(|w| w != first) => stance.importance.weight(),
                _ => 0,
            }
        })
        .collect();
    let shares = split(&weights);
    let by_choice = agenda
        .issues()
        .iter()
        .zip(stances)
        .zip(&shares)
        .map(|((issue, stance), share)| match &stance.own_points {
            Some(own) => own.clone(),
            None => by_rule(&issue.on_the_table(), stance, *share),
        })
        .collect();
    Points { shares, by_choice }
}

fn tolerable_words(table: &[u32], stance: &Stance) -> Vec<Word> {
    table.iter().filter_map(|choice| stance.word(*choice)).filter(|word| *word != Word::CouldNot).collect()
}

fn by_rule(table: &[u32], stance: &Stance, share: u32) -> Vec<u32> {
    let best = tolerable_words(table, stance).into_iter().max();
    stance
        .words
        .iter()
        .map(|word| match (word, best) {
            (Some(Word::Prefer), Some(Word::Prefer)) | (Some(Word::Welcome), Some(Word::Welcome)) => share,
            (Some(Word::Welcome), Some(Word::Prefer)) => share.div_ceil(2),
            _ => 0,
        })
        .collect()
}

/// Splits 100 points in proportion to the weights: largest remainder, ties in order.
#[must_use]
pub fn split(weights: &[u32]) -> Vec<u32> {
    let total: u64 = weights.iter().map(|w| u64::from(*w)).sum();
    if total == 0 {
        return vec![0; weights.len()];
    }
    let exact = |weight: &u32| u64::from(*weight) * u64::from(POINTS);
    let mut shares: Vec<u64> = weights.iter().map(|w| exact(w) / total).collect();
    let given: u64 = shares.iter().sum();
    let missing = usize::try_from(u64::from(POINTS).saturating_sub(given)).unwrap_or(0);
    let mut order: Vec<usize> = (0..weights.len()).collect();
    let remainder = |i: &usize| weights.get(*i).map_or(0, |w| exact(w) % total);
    order.sort_by_key(|i| std::cmp::Reverse(remainder(i)));
    for i in order.into_iter().take(missing) {
        if let Some(share) = shares.get_mut(i) {
            *share += 1;
        }
    }
    shares.into_iter().map(|s| u32::try_from(s).unwrap_or(POINTS)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_largest_remainders_get_what_is_left_and_ties_go_in_order() {
        assert_eq!(split(&[2, 1, 4, 2, 1, 1]), [18, 9, 37, 18, 9, 9]);
        assert_eq!(split(&[4, 2, 4, 2, 2, 1]), [27, 13, 27, 13, 13, 7]);
        assert_eq!(split(&[4, 4, 2, 1, 0, 1]), [34, 33, 17, 8, 0, 8]);
        assert_eq!(split(&[1, 1, 1]), [34, 33, 33]);
        assert_eq!(split(&[0, 0]), [0, 0]);
        assert_eq!(split(&[]), [] as [u32; 0]);
    }

    proptest! {
        #[test]
        fn all_points_are_given_and_none_to_what_counts_nothing(weights in prop::collection::vec(0u32..5, 1..40)) {
            let shares = split(&weights);
            let total: u32 = shares.iter().sum();
            let any = weights.iter().any(|w| *w > 0);
            prop_assert_eq!(total, if any { POINTS } else { 0 });
            for (weight, share) in weights.iter().zip(&shares) {
                prop_assert!(*weight > 0 || *share == 0);
            }
            // More weight never means fewer points.
            for (wa, sa) in weights.iter().zip(&shares) {
                for (wb, sb) in weights.iter().zip(&shares) {
                    prop_assert!(wa <= wb || sa >= sb);
                }
            }
        }
    }
}
