//! Emits gates, folds constants, and reuses slots by the discipline of a stack.

use std::ops::ControlFlow;

use super::{GATES_AT_ONCE, Gate};

/// A bit on a wire, or a constant.
///
/// A wire is good until the end of the [`Builder::scope`] it was made in, unless that scope answers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wire(Value);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Value {
    Constant(bool),
    Slot(u32),
}

impl Wire {
    /// The constant zero.
    pub const ZERO: Self = Self(Value::Constant(false));
    /// The constant one.
    pub const ONE: Self = Self(Value::Constant(true));

    /// The constant `bit`.
    pub const fn constant(bit: bool) -> Self {
        Self(Value::Constant(bit))
    }
}

/// Where circuits put their gates.
pub struct Builder<'a> {
    visit: &'a mut dyn FnMut(&[Gate]) -> ControlFlow<()>,
    buffer: Vec<Gate>,
    next: u32,
    stopped: bool,
}

impl<'a> Builder<'a> {
    pub(crate) fn new(visit: &'a mut dyn FnMut(&[Gate]) -> ControlFlow<()>) -> Self {
        Self { visit, buffer: Vec::with_capacity(GATES_AT_ONCE), next: 0, stopped: false }
    }

    pub(crate) fn finish(mut self) {
        self.flush();
    }

    fn flush(&mut self) {
        if !self.stopped && !self.buffer.is_empty() {
            self.stopped = (self.visit)(&self.buffer).is_break();
        }
        self.buffer.clear();
    }

    fn emit(&mut self, gate: Gate) {
        self.buffer.push(gate);
        if self.buffer.len() == GATES_AT_ONCE {
            self.flush();
        }
    }

    fn emit_new(&mut self, gate: impl FnOnce(u32) -> Gate) -> Wire {
        let out = self.next;
        self.next += 1;
        self.emit(gate(out));
        Wire(Value::Slot(out))
    }

    /// The next input bit of `party`.
    pub fn input(&mut self, party: usize) -> Wire {
        self.emit_new(|out| Gate::Input { party: party as u16, out })
    }

    /// The next `width` input bits of `party`, least significant first.
    pub fn inputs(&mut self, party: usize, width: usize) -> Vec<Wire> {
        (0..width).map(|_| self.input(party)).collect()
    }

    /// `¬a`; free.
    pub fn not(&mut self, a: Wire) -> Wire {
        match a.0 {
            Value::Constant(bit) => Wire::constant(!bit),
            Value::Slot(a) => self.emit_new(|out| Gate::Not { a, out }),
        }
    }

    /// `a ⊕ b`; free.
    pub fn xor(&mut self, a: Wire, b: Wire) -> Wire {
        match (a.0, b.0) {
            (Value::Constant(false), _) => b,
            (_, Value::Constant(false)) => a,
            (Value::Constant(true), _) => self.not(b),
            (_, Value::Constant(true)) => self.not(a),
            (Value::Slot(x), Value::Slot(y)) if x == y => Wire::ZERO,
            (Value::Slot(a), Value::Slot(b)) => self.emit_new(|out| Gate::Xor { a, b, out }),
        }
    }

    /// `a ∧ b`; one AND unless a constant decides it.
    pub fn and(&mut self, a: Wire, b: Wire) -> Wire {
        match (a.0, b.0) {
            (Value::Constant(false), _) | (_, Value::Constant(false)) => Wire::ZERO,
            (Value::Constant(true), _) => b,
            (_, Value::Constant(true)) => a,
            (Value::Slot(x), Value::Slot(y)) if x == y => a,
            (Value::Slot(a), Value::Slot(b)) => self.emit_new(|out| Gate::And { a, b, out }),
        }
    }

    /// `a ∨ b`; one AND.
    pub fn or(&mut self, a: Wire, b: Wire) -> Wire {
        let both = self.and(a, b);
        let either = self.xor(a, b);
        self.xor(both, either)
    }

    /// `a` where `bit` is one, else `b`; one AND.
    pub fn select(&mut self, bit: Wire, a: Wire, b: Wire) -> Wire {
        let difference = self.xor(a, b);
        let chosen = self.and(bit, difference);
        self.xor(chosen, b)
    }

    /// Opens `a` to all parties, as the next output bit.
    pub fn output(&mut self, a: Wire) {
        let a = match a.0 {
            Value::Slot(a) => a,
            Value::Constant(bit) => {
                let (zero, out) = (self.next, self.next + u32::from(bit));
                self.next += 2;
                self.emit(Gate::Zero { out: zero });
                if bit {
                    self.emit(Gate::Not { a: zero, out });
                }
                out
            }
        };
        self.emit(Gate::Output { a });
    }

    /// Runs `part` and keeps of its wires only those it answers; the other slots are free again.
    pub fn scope(&mut self, part: impl FnOnce(&mut Self) -> Vec<Wire>) -> Vec<Wire> {
        let mark = self.next;
        let kept = part(self);
        let mut slots: Vec<u32> = kept
            .iter()
            .filter_map(|wire| match wire.0 {
                Value::Slot(slot) if slot >= mark => Some(slot),
                _ => None,
            })
            .collect();
        slots.sort_unstable();
        slots.dedup();
        // In ascending order no move overwrites a slot that is still to be moved.
        for (a, out) in slots.iter().copied().zip(mark..) {
            if a != out {
                self.emit(Gate::Copy { a, out });
            }
        }
        self.next = mark + slots.len() as u32;
        let moved = |wire: &Wire| match wire.0 {
            Value::Slot(slot) => match slots.binary_search(&slot) {
                Ok(place) => Wire(Value::Slot(mark + place as u32)),
                Err(_) => *wire,
            },
            Value::Constant(_) => *wire,
        };
        kept.iter().map(moved).collect()
    }

    /// A scope that answers one wire.
    pub fn scope_one(&mut self, part: impl FnOnce(&mut Self) -> Wire) -> Wire {
        self.scope(|builder| vec![part(builder)]).first().copied().unwrap_or(Wire::ZERO)
    }
}
