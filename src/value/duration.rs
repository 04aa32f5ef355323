//! A length of time: `P3D`, `PT106H`, `P1Y6M`, `PTXH`.

use std::fmt;
use std::str::FromStr;

use super::Unit;
use crate::error::Error;

/// A length of time as ISO 8601 and TIMEX3 write it.
///
/// Quarters and half-years are written as months, weekends as `P2WE`, decades `P1DE`, centuries `P1CE`
/// (alone only; years in company). A length that names no unit is `PXX`.
///
/// ```
/// use chronique::value::{Amount, Duration, Unit};
///
/// let hours = Duration::of(Amount::Thousandths(106_000), Unit::Hour);
/// assert_eq!(hours.to_string(), "PT106H");
/// assert_eq!("P1Y6M".parse::<Duration>()?.get(Unit::Month), Amount::Thousandths(6_000));
/// # Ok::<(), chronique::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Duration {
    /// How many of each unit, by `Unit as usize`.
    parts: [Packed; 12],
}

/// How many of a unit.
///
/// ```
/// use chronique::value::Amount;
///
/// assert_eq!(Amount::Thousandths(1_500).to_string(), "1.5");
/// assert_eq!(Amount::Some.to_string(), "X");
/// ```
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

impl Amount {
    /// So many whole units.
    pub fn whole(count: u32) -> Amount {
        Amount::Thousandths(i64::from(count) * 1000)
    }

    /// The same of a unit so many times smaller.
    fn times(self, factor: i64) -> Amount {
        match self {
            Amount::Thousandths(thousandths) => Amount::Thousandths(thousandths.saturating_mul(factor)),
            other => other,
        }
    }

    /// Both together, not said where one of them is not.
    fn plus(self, other: Amount) -> Amount {
        match (self, other) {
            (Amount::None, amount) | (amount, Amount::None) => amount,
            (Amount::Thousandths(a), Amount::Thousandths(b)) => Amount::Thousandths(a.saturating_add(b)),
            _ => Amount::Some,
        }
    }
}

/// An amount in half the space: no duration is as long as the two values that stand for what is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Packed(i64);

impl Packed {
    const NONE: Packed = Packed(i64::MIN);
    const SOME: Packed = Packed(i64::MAX);

    fn amount(self) -> Amount {
        match self {
            Packed::NONE => Amount::None,
            Packed::SOME => Amount::Some,
            Packed(thousandths) => Amount::Thousandths(thousandths),
        }
    }
}

impl Default for Packed {
    fn default() -> Packed {
        Packed::NONE
    }
}

impl From<Amount> for Packed {
    fn from(amount: Amount) -> Packed {
        match amount {
            Amount::None => Packed::NONE,
            Amount::Some => Packed::SOME,
            Amount::Thousandths(thousandths) => Packed(thousandths.clamp(i64::MIN + 1, i64::MAX - 1)),
        }
    }
}

impl Duration {
    /// So much of one unit.
    pub fn of(amount: Amount, unit: Unit) -> Duration {
        Duration::default().with(unit, amount)
    }

    /// A length that names no unit: a long time.
    ///
    /// ```
    /// use chronique::value::Duration;
    ///
    /// assert_eq!(Duration::unmeasured().to_string(), "PXX");
    /// ```
    pub fn unmeasured() -> Duration {
        Duration { parts: [Packed::SOME; 12] }
    }

    /// The amount of `unit`.
    pub fn get(&self, unit: Unit) -> Amount {
        self.parts[unit as usize].amount()
    }

    /// The same with the amount of `unit` put in.
    pub fn with(mut self, unit: Unit, amount: Amount) -> Duration {
        self.parts[unit as usize] = Packed::from(amount);
        self
    }

    /// So many times as long; amounts that are not said stay so.
    ///
    /// ```
    /// use chronique::value::Duration;
    ///
    /// assert_eq!("P1W".parse::<Duration>()?.times(2).to_string(), "P2W");
    /// # Ok::<(), chronique::Error>(())
    /// ```
    pub fn times(&self, factor: u16) -> Duration {
        Duration { parts: self.parts.map(|packed| packed.amount().times(i64::from(factor)).into()) }
    }

    /// Its units with their amounts, from the largest.
    pub fn parts(&self) -> impl Iterator<Item = (Unit, Amount)> + '_ {
        Unit::ALL.into_iter().rev().map(|unit| (unit, self.get(unit))).filter(|(_, amount)| *amount != Amount::None)
    }

    /// Whether it counts hours, minutes or seconds.
    pub(crate) fn counts_clock(&self) -> bool {
        [Unit::Hour, Unit::Minute, Unit::Second].iter().any(|&unit| self.get(unit) != Amount::None)
    }

    /// Whether an amount is not said.
    pub(crate) fn is_vague(&self) -> bool {
        self.parts.contains(&Amount::Some.into())
    }

    /// The one unit it names, with its amount.
    pub(crate) fn single(&self) -> Option<(Unit, Amount)> {
        let mut parts = self.parts();
        parts.next().filter(|_| parts.next().is_none())
    }

    /// The units together that are written with one letter.
    fn gathered(&self, units: &[(Unit, i64)]) -> Amount {
        units.iter().fold(Amount::None, |sum, (unit, factor)| sum.plus(self.get(*unit).times(*factor)))
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Amount::None => f.write_str("0"),
            Amount::Some => f.write_str("X"),
            Amount::Thousandths(thousandths) => {
                let sign = if *thousandths < 0 { "-" } else { "" };
                let (whole, rest) = (thousandths.unsigned_abs() / 1000, thousandths.unsigned_abs() % 1000);
                write!(f, "{sign}{whole}")?;
                if rest == 0 { Ok(()) } else { write!(f, ".{}", format!("{rest:03}").trim_end_matches('0')) }
            }
        }
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.single() {
            None if self.parts().next().is_none() => return f.write_str("PT0S"),
            None if *self == Duration::unmeasured() => return f.write_str("PXX"),
            Some((Unit::Decade, amount)) => return write!(f, "P{amount}DE"),
            Some((Unit::Century, amount)) => return write!(f, "P{amount}CE"),
            _ => {}
        }
        let date = [
            (self.gathered(&[(Unit::Year, 1), (Unit::Decade, 10), (Unit::Century, 100)]), "Y"),
            (self.gathered(&[(Unit::Month, 1), (Unit::Quarter, 3), (Unit::Half, 6)]), "M"),
            (self.get(Unit::Week), "W"),
            (self.get(Unit::Weekend), "WE"),
            (self.get(Unit::Day), "D"),
        ];
        let clock = [(self.get(Unit::Hour), "H"), (self.get(Unit::Minute), "M"), (self.get(Unit::Second), "S")];
        let written = |(amount, _): &(Amount, &str)| *amount != Amount::None;
        f.write_str("P")?;
        date.into_iter().filter(written).try_for_each(|(amount, letter)| write!(f, "{amount}{letter}"))?;
        if clock.iter().any(written) {
            f.write_str("T")?;
        }
        clock.into_iter().filter(written).try_for_each(|(amount, letter)| write!(f, "{amount}{letter}"))
    }
}

impl FromStr for Duration {
    type Err = Error;

    /// Reads what `Display` writes: amounts of up to three decimals, or `X`, of each unit once, from the largest.
    fn from_str(text: &str) -> Result<Duration, Error> {
        read(text).ok_or_else(|| Error::value("TIMEX3 duration", text))
    }
}

fn read(text: &str) -> Option<Duration> {
    const DATE: [(&str, Unit); 7] = [
        ("CE", Unit::Century),
        ("DE", Unit::Decade),
        ("Y", Unit::Year),
        ("M", Unit::Month),
        ("WE", Unit::Weekend),
        ("W", Unit::Week),
        ("D", Unit::Day),
    ];
    const CLOCK: [(&str, Unit); 3] = [("H", Unit::Hour), ("M", Unit::Minute), ("S", Unit::Second)];
    let text = text.strip_prefix('P')?;
    if text == "XX" {
        return Some(Duration::unmeasured());
    }
    let (date, clock) = match text.split_once('T') {
        Some((_, "")) => return None,
        Some((date, clock)) => (date, clock),
        None => (text, ""),
    };
    let duration = read_parts(Duration::default(), date, &DATE)?;
    let duration = read_parts(duration, clock, &CLOCK)?;
    (duration != Duration::default()).then_some(duration)
}

/// Reads amounts with their letters, one after the other.
fn read_parts(mut duration: Duration, mut text: &str, letters: &[(&str, Unit)]) -> Option<Duration> {
    while !text.is_empty() {
        let end = text.find(|c: char| c.is_ascii_uppercase() && c != 'X')?;
        let (amount, rest) = text.split_at(end);
        let (letter, unit) = letters.iter().find(|(letter, _)| rest.starts_with(letter))?;
        if duration.get(*unit) != Amount::None {
            return None;
        }
        duration = duration.with(*unit, read_amount(amount)?);
        text = &rest[letter.len()..];
    }
    Some(duration)
}

fn read_amount(text: &str) -> Option<Amount> {
    if text == "X" {
        return Some(Amount::Some);
    }
    let (positive, sign) = text.strip_prefix('-').map_or((text, 1), |text| (text, -1));
    let (whole, rest) = match positive.split_once('.') {
        Some((_, rest)) if rest.is_empty() || rest.len() > 3 => return None,
        Some((whole, rest)) => (whole, rest),
        None => (positive, ""),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(rest) {
        return None;
    }
    let thousandths = format!("{rest:0<3}").parse::<i64>().ok()?;
    let whole = whole.parse::<i64>().ok()?.checked_mul(1000)?;
    Some(Amount::Thousandths(whole.checked_add(thousandths)?.checked_mul(sign)?))
}
