//! Additive utilities: one exact contribution per choice, a bias, an optional clip, a reservation value.
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::machine::Machine;
use crate::agenda::Part;
use crate::error::{Error, Result};
use crate::number::Decimal;
use crate::outcome::{Outcome, Space};

/// Utilities are refused from 2 to this power on, in absolute value.
pub const GREATEST_BITS: u64 = 64;
/// Bits a sum may take in the fast arithmetic.
const SUM_BITS: u64 = 120;

/// An additive utility function with its red line.
///
/// Utility = least of the clip and (bias + the sum of the contributions of the
/// choices taken); acceptable where no vetoed choice is taken and the utility
/// is at least the reservation value, in exact arithmetic.
#[derive(Clone)]
pub struct Additive {
    contributions: Vec<Vec<Decimal>>,
    vetoes: Vec<Part>,
    bias: Decimal,
    clip: Option<Decimal>,
    reservation: Decimal,
    machine: Machine,
}

impl Additive {
    /// A utility function from contributions by issue and choice, in agenda
    /// order (choices off the table included; their contribution is not used).
    ///
    /// # Errors
    /// A utility that could reach 2^64 in absolute value.
    pub fn new(
        contributions: Vec<Vec<Decimal>>,
        bias: Decimal,
        clip: Option<Decimal>,
        reservation: Decimal,
    ) -> Result<Self> {
        let mut additive =
            Additive { contributions, vetoes: Vec::new(), bias, clip, reservation, machine: Machine::default() };
        let greatest = additive.greatest_magnitude();
        if greatest.to_integer().bits() > GREATEST_BITS {
            return Err(Error::Question(format!(
                "utilities could reach {}; at most 2^{GREATEST_BITS} is read",
                greatest.to_f64().unwrap_or(f64::INFINITY)
            )));
        }
        additive.machine = additive.build(&greatest);
        Ok(additive)
    }

    /// The same with choices that are never acceptable, whatever their utility.
    #[must_use]
    pub fn with_vetoes(mut self, vetoes: Vec<Part>) -> Self {
        for part in &vetoes {
            for choice in &part.choices {
                let row = self.machine.vetoes.get_mut(part.issue);
                let slot = row.and_then(|r| r.get_mut(usize::try_from(*choice).ok()?));
                if let Some(slot) = slot {
                    *slot = true;
                }
            }
        }
        self.vetoes = vetoes;
        self
    }

    /// Contributions by issue and choice.
    #[must_use]
    pub fn contributions(&self) -> &[Vec<Decimal>] {
        &self.contributions
    }

    /// Choices never acceptable.
    #[must_use]
    pub fn vetoes(&self) -> &[Part] {
        &self.vetoes
    }

    /// What is added to every sum.
    #[must_use]
    pub fn bias(&self) -> &Decimal {
        &self.bias
    }

    /// Above which a sum counts no further.
    #[must_use]
    pub fn clip(&self) -> Option<&Decimal> {
        self.clip.as_ref()
    }

    /// The red line: the utility of having no agreement.
    #[must_use]
    pub fn reservation(&self) -> &Decimal {
        &self.reservation
    }

    /// The exact utility of an outcome, vetoes not heeded.
    #[must_use]
    pub fn utility(&self, outcome: &Outcome) -> Decimal {
        self.exact_utility(outcome.choices())
    }

    fn exact_utility(&self, choices: &[u32]) -> Decimal {
        let taken =
            self.contributions.iter().zip(choices).filter_map(|(row, choice)| row.get(usize::try_from(*choice).ok()?));
        let sum = taken.fold(self.bias.clone(), |sum, c| sum + c);
        match &self.clip {
            Some(clip) if sum > *clip => clip.clone(),
            _ => sum,
        }
    }

    pub(super) fn accepts_exactly(&self, choices: &[u32]) -> bool {
        self.exact_utility(choices) >= self.reservation
    }

    pub(super) fn machine(&self) -> &Machine {
        &self.machine
    }

    pub(super) fn shape(&self) -> Vec<usize> {
        self.contributions.iter().map(Vec::len).collect()
    }

    pub(super) fn greatest_gain(&self, space: &Space) -> Decimal {
        let best = self.contributions.iter().zip(space.tables()).filter_map(|(row, table)| {
            let on_table = table.iter().filter_map(|c| row.get(usize::try_from(*c).ok()?));
            on_table.max()
        });
        let sum = best.fold(self.bias.clone(), |sum, c| sum + c);
        let utility = match &self.clip {
            Some(clip) if sum > *clip => clip.clone(),
            _ => sum,
        };
        utility - &self.reservation
    }

    /// No sum, threshold or clip exceeds this in absolute value.
    fn greatest_magnitude(&self) -> Decimal {
        let rows = self.contributions.iter().filter_map(|row| row.iter().map(Signed::abs).max());
        let sum = rows.fold(self.bias.abs(), |sum, c| sum + c);
        let clip = self.clip.as_ref().map_or_else(BigRational::zero, Signed::abs);
        sum + clip + self.reservation.abs() + BigRational::one()
    }

    fn numbers(&self) -> impl Iterator<Item = &Decimal> {
        self.contributions.iter().flatten().chain([&self.bias, &self.reservation]).chain(&self.clip)
    }

    /// The least unit in which every number is whole, if a sum in it fits the fast arithmetic.
    fn exact_unit(&self, room: u64) -> Option<BigInt> {
        let mut unit = BigInt::one();
        for number in self.numbers() {
            unit = unit.lcm(number.denom());
            if unit.bits() > room {
                return None;
            }
        }
        Some(unit)
    }

    fn build(&self, greatest: &Decimal) -> Machine {
        let room = SUM_BITS.saturating_sub(greatest.to_integer().bits() + 1);
        let (unit, slack) = match self.exact_unit(room) {
            Some(unit) => (unit, 0),
            // Each of the numbers summed or compared loses less than one step.
            None => {
                let terms = i128::try_from(self.contributions.len()).unwrap_or(i128::MAX / 2);
                (BigInt::one() << room, terms + 4)
            }
        };
        let scale = BigRational::from_integer(unit.clone());
        // `build` is called with the magnitude checked, so every step count fits.
        let steps = |x: &Decimal| (x * &scale).floor().to_integer().to_i128().unwrap_or(0);
        let reservation = steps(&self.reservation);
        Machine {
            values: self.contributions.iter().map(|row| row.iter().map(steps).collect()).collect(),
            vetoes: self.contributions.iter().map(|row| vec![false; row.len()]).collect(),
            rules: Vec::new(),
            bias: steps(&self.bias),
            clip: self.clip.as_ref().map(steps),
            threshold: reservation,
            gain_from: reservation,
            utility_from: 0,
            unit: unit.to_f64().unwrap_or(f64::MAX),
            slack,
        }
    }
}
