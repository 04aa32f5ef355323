//! A length of time: `P3D`, `PT106H`, `P1Y6M`, `PTXH`.

use super::Unit;

/// A length of time as ISO 8601 and TIMEX3 write it.
///
/// Quarters and half-years are written as months, weekends as `P2WE`, decades `P1DE`, centuries `P1CE`
/// (alone only; years in company).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Duration {
    /// How many of each unit, by `Unit as usize`.
    parts: [Amount; 12],
}

/// How many of a unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Amount {
    /// The unit is not named.
    #[default]
    None,
    /// So many thousandths: 1.5 is 1500.
    Thousandths(i64),
    /// `X`: some, several, a few.
    Some,
}

impl Duration {
    /// The amount of `unit`.
    pub fn get(&self, unit: Unit) -> Amount {
        self.parts[unit as usize]
    }

    /// The same with the amount of `unit` put in.
    pub fn with(mut self, unit: Unit, amount: Amount) -> Duration {
        self.parts[unit as usize] = amount;
        self
    }
}
