//! Boolean circuits as streams of gates: described once, walked as often as the engine needs.

mod builder;
mod number;
mod shape;

pub use builder::{Builder, Wire};
pub use number::Number;
pub use shape::Shape;

use std::ops::ControlFlow;

/// One gate. Wires are numbered slots, reused once a value is no longer needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// The next input bit of `party`.
    Input {
        /// Whose bit it is.
        party: u16,
        /// Where it goes.
        out: u32,
    },
    /// The constant zero.
    Zero {
        /// Where it goes.
        out: u32,
    },
    /// `out = a`.
    Copy {
        /// Read.
        a: u32,
        /// Written.
        out: u32,
    },
    /// `out = ¬a`.
    Not {
        /// Read.
        a: u32,
        /// Written.
        out: u32,
    },
    /// `out = a ⊕ b`.
    Xor {
        /// Read.
        a: u32,
        /// Read.
        b: u32,
        /// Written.
        out: u32,
    },
    /// `out = a ∧ b`: the only gate that costs anything.
    And {
        /// Read.
        a: u32,
        /// Read.
        b: u32,
        /// Written.
        out: u32,
    },
    /// The next output bit, opened to all parties.
    Output {
        /// Read.
        a: u32,
    },
}

/// Gates that the builder hands over at once, at most.
pub const GATES_AT_ONCE: usize = 2048;

/// Something that can be walked gate by gate, always in the same order.
///
/// Circuits are public: what they build must depend on nothing private.
pub trait Circuit: Sync {
    /// Emits all gates, from the first input to the last output.
    fn build(&self, builder: &mut Builder<'_>);
}

/// Walks a circuit; `visit` sees its gates in slices and may stop the walk.
pub fn walk(circuit: &dyn Circuit, visit: &mut dyn FnMut(&[Gate]) -> ControlFlow<()>) {
    let mut builder = Builder::new(visit);
    circuit.build(&mut builder);
    builder.finish();
}
