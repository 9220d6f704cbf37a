//! The phases of a run, in order; every message and every error names one.

use std::fmt;
use std::str::FromStr;

/// A part of the protocol (docs/PROTOCOL.md has one section for each).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Phase {
    /// Base oblivious transfers and the trees grown from them.
    Setup = 1,
    /// Correlated oblivious transfer: authenticated bits and their check.
    Bits,
    /// Every party uses one global key towards all others.
    Keys,
    /// Leaky authenticated ANDs and their check.
    Triples,
    /// Leaky ANDs combined in buckets.
    Buckets,
    /// Wire masks bound to the circuit's ANDs.
    Masks,
    /// Masked inputs.
    Inputs,
    /// Garbled tables.
    Tables,
    /// Opening of the outputs.
    Outputs,
}

impl Phase {
    /// All phases, in the order of a run.
    pub const ALL: [Self; 9] = [
        Self::Setup,
        Self::Bits,
        Self::Keys,
        Self::Triples,
        Self::Buckets,
        Self::Masks,
        Self::Inputs,
        Self::Tables,
        Self::Outputs,
    ];

    /// The phase with this number on the wire.
    pub fn from_byte(byte: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|phase| *phase as u8 == byte)
    }

    /// The phase's name, as used on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Setup => "setup",
            Self::Bits => "bits",
            Self::Keys => "keys",
            Self::Triples => "triples",
            Self::Buckets => "buckets",
            Self::Masks => "masks",
            Self::Inputs => "inputs",
            Self::Tables => "tables",
            Self::Outputs => "outputs",
        }
    }
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Phase {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|phase| phase.name() == name).ok_or_else(|| {
            let names: Vec<_> = Self::ALL.iter().map(|phase| phase.name()).collect();
            format!("no phase is called `{name}`; the phases are {}", names.join(", "))
        })
    }
}
