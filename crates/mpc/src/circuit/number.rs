//! Unsigned numbers on wires, least significant bit first.

use super::{Builder, Wire};

/// An unsigned number; its width is the number of its wires.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(pub Vec<Wire>);

impl Number {
    /// The constant `value` in `width` bits; higher bits of `value` are dropped.
    pub fn constant(value: u128, width: usize) -> Self {
        Self((0..width).map(|bit| Wire::constant(bit < 128 && (value >> bit) & 1 == 1)).collect())
    }

    /// The width in bits.
    pub fn width(&self) -> usize {
        self.0.len()
    }

    fn bit(&self, index: usize) -> Wire {
        self.0.get(index).copied().unwrap_or(Wire::ZERO)
    }
}

impl Builder<'_> {
    /// `a + b + carry`, one bit wider than the wider of both, so that nothing overflows; one AND per bit.
    pub fn add(&mut self, a: &Number, b: &Number, carry: Wire) -> Number {
        let width = a.width().max(b.width());
        let mut carry = carry;
        let mut sum = Vec::with_capacity(width + 1);
        for index in 0..width {
            let (left, right) = (a.bit(index), b.bit(index));
            let (x, y) = (self.xor(left, carry), self.xor(right, carry));
            sum.push(self.xor(x, right));
            let both = self.and(x, y);
            carry = self.xor(carry, both);
        }
        sum.push(carry);
        Number(sum)
    }

    /// `a − b` modulo 2^width of `a`; one AND per bit but the last.
    pub fn subtract(&mut self, a: &Number, b: &Number) -> Number {
        let width = a.width();
        let mut borrow = Wire::ZERO;
        let mut difference = Vec::with_capacity(width);
        for index in 0..width {
            let (left, right) = (a.bit(index), b.bit(index));
            let x = self.xor(left, right);
            difference.push(self.xor(x, borrow));
            if index + 1 < width {
                borrow = self.borrow(left, right, borrow);
            }
        }
        Number(difference)
    }

    /// The borrow out of one bit of `a − b`: `b` where the bits differ, else the borrow into it.
    fn borrow(&mut self, a: Wire, b: Wire, borrow: Wire) -> Wire {
        let (x, y) = (self.xor(a, borrow), self.xor(b, borrow));
        let x = self.not(x);
        // ¬(a ⊕ c) ∧ (b ⊕ c) ⊕ c
        let changed = self.and(x, y);
        self.xor(changed, borrow)
    }

    /// `a < b`; one AND per bit.
    pub fn less(&mut self, a: &Number, b: &Number) -> Wire {
        let mut borrow = Wire::ZERO;
        for index in 0..a.width().max(b.width()) {
            borrow = self.borrow(a.bit(index), b.bit(index), borrow);
        }
        borrow
    }

    /// `a` where `bit` is one, else `b`; one AND per bit.
    pub fn select_number(&mut self, bit: Wire, a: &Number, b: &Number) -> Number {
        let width = a.width().max(b.width());
        Number((0..width).map(|index| self.select(bit, a.bit(index), b.bit(index))).collect())
    }

    /// `a` where `bit` is one, else zero; one AND per bit.
    pub fn keep_number(&mut self, bit: Wire, a: &Number) -> Number {
        Number(a.0.iter().map(|wire| self.and(bit, *wire)).collect())
    }

    /// `a · b`, in the width of both together; about one AND for each pair of bits, twice.
    pub fn multiply(&mut self, a: &Number, b: &Number) -> Number {
        let mut product = Number(Vec::new());
        for (shift, bit) in b.0.iter().enumerate() {
            let part = self.keep_number(*bit, a);
            let low: Vec<Wire> = (0..shift).map(|index| product.bit(index)).collect();
            let high = Number(product.0.iter().skip(shift).copied().collect());
            let sum = self.add(&high, &part, Wire::ZERO);
            product = Number(low.into_iter().chain(sum.0).collect());
        }
        product.0.resize(a.width() + b.width(), Wire::ZERO);
        product
    }

    /// How many of `bits` are one, in just enough bits; less than one AND per bit.
    pub fn count(&mut self, bits: &[Wire]) -> Number {
        match bits {
            [] => Number(Vec::new()),
            [bit] => Number(vec![*bit]),
            [carry, rest @ ..] => {
                let (left, right) = rest.split_at(rest.len() / 2);
                let (left, right) = (self.count(left), self.count(right));
                let mut sum = self.add(&left, &right, *carry);
                let needed = (usize::BITS - bits.len().leading_zeros()) as usize;
                sum.0.truncate(needed);
                sum
            }
        }
    }

    /// Whether any of `bits` is one; one AND fewer than bits.
    pub fn any(&mut self, bits: &[Wire]) -> Wire {
        bits.iter().copied().fold(Wire::ZERO, |any, bit| self.or(any, bit))
    }

    /// Whether all of `bits` are one; one AND fewer than bits.
    pub fn all(&mut self, bits: &[Wire]) -> Wire {
        bits.iter().copied().fold(Wire::ONE, |all, bit| self.and(all, bit))
    }

    /// Opens all bits of `a`, least significant first.
    pub fn output_number(&mut self, a: &Number) {
        for wire in &a.0 {
            self.output(*wire);
        }
    }
}
