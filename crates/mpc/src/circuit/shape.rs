//! The counts of a circuit, and a digest by which parties know that they run the same one.

use std::ops::ControlFlow;

use super::{Circuit, Gate, walk};

/// What the engine needs to know of a circuit before it runs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Input bits of each party; parties beyond the end have none.
    pub inputs: Vec<u64>,
    /// AND gates.
    pub ands: u64,
    /// All gates.
    pub gates: u64,
    /// Output bits.
    pub outputs: u64,
    /// Slots that are ever in use.
    pub slots: usize,
    /// A hash over all gates in order.
    pub digest: [u8; 32],
}

impl Shape {
    /// Walks `circuit` once and counts.
    pub fn of(circuit: &dyn Circuit) -> Self {
        let mut shape = Self { inputs: Vec::new(), ands: 0, gates: 0, outputs: 0, slots: 0, digest: [0; 32] };
        let mut hasher = blake3::Hasher::new_derive_key("backchannel mpc circuit v1");
        walk(circuit, &mut |gates| {
            for gate in gates {
                shape.count(*gate, &mut hasher);
            }
            ControlFlow::Continue(())
        });
        shape.digest = *hasher.finalize().as_bytes();
        shape
    }

    fn count(&mut self, gate: Gate, hasher: &mut blake3::Hasher) {
        self.gates += 1;
        let (kind, a, b, out) = match gate {
            Gate::Input { party, out } => {
                let party = usize::from(party);
                if self.inputs.len() <= party {
                    self.inputs.resize(party + 1, 0);
                }
                self.inputs[party] += 1;
                (0u8, party as u32, 0, out)
            }
            Gate::Zero { out } => (1, 0, 0, out),
            Gate::Copy { a, out } => (2, a, 0, out),
            Gate::Not { a, out } => (3, a, 0, out),
            Gate::Xor { a, b, out } => (4, a, b, out),
            Gate::And { a, b, out } => {
                self.ands += 1;
                (5, a, b, out)
            }
            Gate::Output { a } => {
                self.outputs += 1;
                (6, a, 0, 0)
            }
        };
        self.slots = self.slots.max(out as usize + 1);
        let mut bytes = [kind; 13];
        for (part, number) in bytes[1..].chunks_mut(4).zip([a, b, out]) {
            part.copy_from_slice(&number.to_le_bytes());
        }
        hasher.update(&bytes);
    }

    /// Input bits of `party`.
    pub fn inputs_of(&self, party: usize) -> usize {
        self.inputs.get(party).copied().unwrap_or(0) as usize
    }
}
