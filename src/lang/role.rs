//! What a token may be to the patterns of a pack.

use std::ops::{BitOr, BitOrAssign};

/// What a token may be to the patterns, each a bit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Role(u8);

impl Role {
    /// Not looked up yet.
    pub(crate) const UNSEEN: Role = Role(128);
    /// No part of anything.
    pub(crate) const NONE: Role = Role(0);
    /// A part of something.
    pub(crate) const PART: Role = Role(1);
    /// Something may begin at it.
    pub(crate) const FIRST: Role = Role(2 | 1);
    /// Something can be found with it and weak words alone.
    pub(crate) const STRONG: Role = Role(4);
    /// It has digits.
    pub(crate) const DIGITS: Role = Role(8 | 2 | 1);
    /// It is, or begins, a numeral in words.
    pub(crate) const NUMERAL: Role = Role(16 | 2 | 1);
    /// It is a numeral in Roman letters.
    pub(crate) const ROMAN: Role = Role(32 | 2 | 1);

    /// Itself where that holds, else nothing.
    pub(crate) fn when(self, holds: bool) -> Role {
        if holds { self } else { Role::NONE }
    }

    /// Whether it is all that another is.
    #[inline]
    pub(crate) fn has(self, other: Role) -> bool {
        self.0 & other.0 == other.0
    }
}

impl BitOr for Role {
    type Output = Role;

    fn bitor(self, other: Role) -> Role {
        Role(self.0 | other.0)
    }
}

impl BitOrAssign for Role {
    fn bitor_assign(&mut self, other: Role) {
        self.0 |= other.0;
    }
}
