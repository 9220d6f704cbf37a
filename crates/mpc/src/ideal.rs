//! The trusted third party: evaluates a circuit on everybody's inputs. Tests hold the engine to it.

use std::ops::ControlFlow;

use crate::circuit::{Circuit, Gate, walk};
use crate::error::Error;

/// The outputs of `circuit` where party `p` enters `inputs[p]`.
///
/// # Errors
/// [`Error::Misuse`] when a party has too few or too many input bits.
pub fn evaluate(circuit: &dyn Circuit, inputs: &[Vec<bool>]) -> Result<Vec<bool>, Error> {
    let mut slots: Vec<bool> = Vec::new();
    let mut taken = vec![0usize; inputs.len()];
    let mut outputs = Vec::new();
    let mut missing = None;
    walk(circuit, &mut |gates| {
        for gate in gates {
            let read = |slot: u32| slots.get(slot as usize).copied().unwrap_or(false);
            let (out, bit) = match *gate {
                Gate::Input { party, out } => {
                    let party = usize::from(party);
                    let bit = taken.get_mut(party).and_then(|next| {
                        *next += 1;
                        inputs.get(party)?.get(*next - 1).copied()
                    });
                    if bit.is_none() {
                        missing = Some(party);
                        return ControlFlow::Break(());
                    }
                    (out, bit.unwrap_or(false))
                }
                Gate::Zero { out } => (out, false),
                Gate::Copy { a, out } => (out, read(a)),
                Gate::Not { a, out } => (out, !read(a)),
                Gate::Xor { a, b, out } => (out, read(a) ^ read(b)),
                Gate::And { a, b, out } => (out, read(a) & read(b)),
                Gate::Output { a } => {
                    outputs.push(read(a));
                    continue;
                }
            };
            if slots.len() <= out as usize {
                slots.resize(out as usize + 1, false);
            }
            slots[out as usize] = bit;
        }
        ControlFlow::Continue(())
    });
    if let Some(party) = missing {
        return Err(Error::Misuse(format!("party {party} has too few input bits")));
    }
    match taken.iter().zip(inputs).position(|(taken, inputs)| *taken != inputs.len()) {
        Some(party) => Err(Error::Misuse(format!("party {party} has too many input bits"))),
        None => Ok(outputs),
    }
}
