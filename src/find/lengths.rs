//! Lengths of time that the parts of a match say: numbers of units, and one after another.

use crate::lang::{Category, Setting};
use crate::value::{Amount, Duration, Unit};

use super::meaning::{Length, Meaning};
use super::operate::{Part, unit_of};

/// How many units the parts and settings say.
pub(super) fn length(parts: &[Part], settings: &[Setting]) -> Option<Duration> {
    if let Some(length) = first_length(parts) {
        return Some(length.duration);
    }
    if !goes_up(parts) {
        return None;
    }
    let amount = amount(parts, settings)?;
    match unit_of(parts).or_else(|| unit_set(settings)) {
        Some(unit) => Some(of_units(amount, unit)),
        None => (amount == Amount::Some).then(Duration::unmeasured),
    }
}

/// Whether of two numbers, as of two to three years, the second is the higher: 2018 is no number of those in "in 2018 to six months".
fn goes_up(parts: &[Part]) -> bool {
    let mut numbers = parts.iter().filter_map(|(category, meaning)| match meaning {
        Meaning::Number(number) if *category == Category::Number => Some(*number),
        _ => None,
    });
    numbers.next().is_none_or(|first| numbers.all(|next| next > first))
}

/// The number of things that the parts and settings say.
pub(super) fn amount(parts: &[Part], settings: &[Setting]) -> Option<Amount> {
    let said = parts.iter().find_map(|(category, meaning)| match meaning {
        Meaning::Amount(amount) => Some(*amount),
        Meaning::Number(value)
            if matches!(category, Category::Number | Category::Second | Category::Amount | Category::Plus) =>
        {
            Some(Amount::Thousandths(value * 1000))
        }
        _ => None,
    });
    let set = settings.iter().find_map(|setting| match setting {
        Setting::Amount(amount) => Some(Amount::Thousandths(*amount)),
        Setting::Some => Some(Amount::Some),
        _ => None,
    });
    match (said, set) {
        (Some(Amount::Thousandths(said)), Some(Amount::Thousandths(more))) => Some(Amount::Thousandths(said + more)),
        (said, set) => said.or(set),
    }
}

/// So many of a unit; what is not whole is told in the next smaller one: an hour and a half.
pub(super) fn of_units(amount: Amount, unit: Unit) -> Duration {
    let smaller = match unit {
        Unit::Century => Some((Unit::Year, 100)),
        Unit::Decade => Some((Unit::Year, 10)),
        Unit::Year => Some((Unit::Month, 12)),
        Unit::Day => Some((Unit::Hour, 24)),
        Unit::Hour => Some((Unit::Minute, 60)),
        Unit::Minute => Some((Unit::Second, 60)),
        _ => None,
    };
    match (amount, smaller) {
        (Amount::Thousandths(said), Some((smaller, each))) if said % 1000 != 0 && said * each % 1000 == 0 => {
            let rest = Duration::default().with(smaller, Amount::Thousandths(said % 1000 * each));
            if said < 1000 { rest } else { rest.with(unit, Amount::Thousandths(said / 1000 * 1000)) }
        }
        _ => Duration::default().with(unit, amount),
    }
}

/// The unit that the rule names.
pub(super) fn unit_set(settings: &[Setting]) -> Option<Unit> {
    settings.iter().find_map(|setting| match setting {
        Setting::Unit(unit) => Some(*unit),
        _ => None,
    })
}

pub(super) fn first_length(parts: &[Part]) -> Option<Length> {
    parts.iter().find_map(|(_, meaning)| match meaning {
        Meaning::Length(length) => Some(*length),
        _ => None,
    })
}

/// The durations, and the number of the unit that the rule names, one after the other.
pub(super) fn sum(parts: &[Part], settings: &[Setting]) -> Option<Meaning> {
    let mut total = first_length(parts)?;
    let lengths = parts.iter().filter_map(|(category, meaning)| match meaning {
        Meaning::Length(length) => Some(length.duration),
        _ => {
            let amount = amount(&[(*category, *meaning)], &[])?;
            Some(of_units(amount, unit_set(settings)?))
        }
    });
    for duration in lengths.skip(1) {
        total.duration = add(total.duration, duration)?;
    }
    Some(Meaning::Length(total))
}

/// One duration after another: the second's units are smaller than the first's.
fn add(first: Duration, second: Duration) -> Option<Duration> {
    let named = |duration: Duration| Unit::ALL.into_iter().filter(move |&unit| duration.get(unit) != Amount::None);
    if named(first).next()? <= named(second).next_back()? {
        return None;
    }
    Some(named(second).fold(first, |sum, unit| sum.with(unit, second.get(unit))))
}
