//! Weekdays, units and parts of the year that are counted: the first Monday of, two summers ago, the week before.

use crate::lang::{Category, Origin, Setting};
use crate::value::{Amount, Duration, Unit};

use super::lengths::{length, unit_set};
use super::meaning::{Base, Between, Bounded, Counted, Fields, Meaning, When};
use super::operate::{Part, bounds, last_when, merge, merged, number, unit_of, when};

/// The weekday so manieth before or after the date among the parts, the first where no number is said; of working days,
/// from today where no date is.
pub(super) fn following(parts: &[Part], settings: &[Setting], sign: i8) -> Option<Meaning> {
    let count = number(parts, Category::Ordinal).or_else(|| number(parts, Category::Number)).unwrap_or(1);
    let count = i32::try_from(count).ok().filter(|count| (1..=100).contains(count))? * i32::from(sign);
    let of = parts.iter().filter(|(category, _)| !WEEKDAYS.contains(category)).copied();
    let of = merge(of).filter(|of| *of != When::default());
    // Monday, after Friday: two days, and no Monday that is counted from a Friday.
    let is_weekday = |of: &When| {
        of.base == Base::Calendar && of.fields == Fields { weekday: of.fields.weekday, ..Fields::default() }
    };
    if of.as_ref().is_some_and(is_weekday) {
        return None;
    }
    let what = counted_day(parts, settings)?;
    let today =
        || When { base: Base::Relative { unit: Unit::Day, count: 0, origin: Origin::Anchor }, ..When::default() };
    let of = Box::new(of.or_else(|| (what == Counted::Working).then(today))?);
    Some(when(When { base: Base::Following { what, count, of }, ..When::default() }))
}

/// The unit just before or after the one that holds the date among the parts.
pub(super) fn neighbour(parts: &[Part], sign: i8) -> Option<Meaning> {
    let unit = unit_of(parts).filter(|unit| *unit >= Unit::Day)?;
    let one = Box::new(Duration::of(Amount::whole(1), unit));
    let base = Base::Shift { from: Some(Box::new(last_when(parts)?)), origin: Origin::Anchor, sign, by: one };
    let moved = When { base, ..When::default() };
    if unit == Unit::Day {
        return Some(when(moved));
    }
    Some(when(When { base: Base::Holding { unit, of: Box::new(moved) }, ..When::default() }))
}

/// How many of a weekday or of a part of the year the parts count.
pub(super) fn count_of(parts: &[Part]) -> Option<i8> {
    i8::try_from(number(parts, Category::Number)?).ok().filter(|count| (1..=100).contains(count))
}

/// The weekday, or the part of the year, so many of its kind on or back.
pub(super) fn recurring(parts: &[Part], sign: i8, count: i8) -> Option<When> {
    let mut of = merged(parts).filter(|of| *of != When::default())?;
    of.fields.toward = Some(sign);
    if of.fields.weekday.is_some() {
        of.fields.weeks = sign * (count - 1);
        return Some(of);
    }
    if count == 1 {
        return Some(of);
    }
    let by = Box::new(Duration::of(Amount::Thousandths(i64::from(count - 1) * 1000), Unit::Year));
    let base = Base::Shift { from: Some(Box::new(of)), origin: Origin::Anchor, sign, by };
    Some(When { base, ..When::default() })
}

/// The next or last so many units, or so many of a weekday or a part of the year.
pub(super) fn span(parts: &[Part], settings: &[Setting], sign: i8, origin: Origin) -> Option<Meaning> {
    if let Some(by) = length(parts, settings) {
        return Some(Meaning::Between(Box::new(Between::Span { sign, by, origin })));
    }
    let (near, far) = (recurring(parts, sign, 1)?, recurring(parts, sign, count_of(parts)?)?);
    let (from, to) = if sign < 0 { (far, near) } else { (near, far) };
    Some(bounds(Some(from), Some(to), Bounded::Closed))
}

/// The first or last so many units of the date among the parts.
pub(super) fn several(parts: &[Part], sign: i8) -> Option<Meaning> {
    let (unit, amount) = length(parts, &[])?.single().filter(|(unit, _)| *unit >= Unit::Day)?;
    let Amount::Thousandths(count) = amount else { return None };
    let count = i32::try_from(count / 1000).ok().filter(|whole| *whole > 0 && count % 1000 == 0)?;
    let within = merged(parts).filter(|within| *within != When::default() && !within.has_clock())?;
    let nth = |count| When {
        base: Base::Nth { count, what: Counted::Unit(unit), within: Box::new(within.clone()) },
        ..When::default()
    };
    let (first, last) = if sign > 0 { (1, count) } else { (-count, -1) };
    Some(bounds(Some(nth(first)), Some(nth(last)), Bounded::Closed))
}

/// What names a weekday.
const WEEKDAYS: [Category; 3] = [Category::Weekday, Category::ShortWeekday, Category::Weekdays];

/// The weekday among the parts, or working days where the rule counts those.
fn counted_day(parts: &[Part], settings: &[Setting]) -> Option<Counted> {
    let weekday = WEEKDAYS.into_iter().find_map(|category| number(parts, category));
    let named = weekday.and_then(|weekday| u8::try_from(weekday).ok()).map(Counted::Weekday);
    named.or_else(|| settings.contains(&Setting::Working).then_some(Counted::Working))
}

/// The part so manieth of another.
pub(super) fn nth(parts: &[Part], settings: &[Setting], fixed: Option<i32>, sign: i32) -> Option<Meaning> {
    let ordinal = || number(parts, Category::Ordinal).or_else(|| number(parts, Category::Number));
    let count = sign * fixed.or_else(|| ordinal().and_then(|count| i32::try_from(count).ok()))?;
    let unit = || unit_of(parts).or_else(|| unit_set(settings)).map(Counted::Unit);
    let what = counted_day(parts, settings).or_else(unit)?;
    let within = parts.iter().filter(|(category, _)| {
        !WEEKDAYS.contains(category) && !matches!(category, Category::Ordinal | Category::Unit | Category::Number)
    });
    let within = merge(within.copied())?;
    let calendar = within == When::default();
    match what {
        Counted::Unit(Unit::Quarter) if (calendar || within.fields.year.is_some()) && (1..=4).contains(&count) => {
            Some(when(When { fields: Fields { quarter: Some(count as u8), ..within.fields }, ..within }))
        }
        Counted::Unit(Unit::Half) if (1..=2).contains(&count) => {
            Some(when(When { fields: Fields { half: Some(count as u8), ..within.fields }, ..within }))
        }
        Counted::Unit(Unit::Week) if (calendar || within.only_year()) && (1..=53).contains(&count) => {
            Some(when(When { fields: Fields { week: Some(count as u8), ..within.fields }, ..within }))
        }
        Counted::Working if calendar => None,
        Counted::Unit(unit) if calendar && unit != Unit::Day => None,
        _ => Some(when(When { base: Base::Nth { count, what, within: Box::new(within) }, ..When::default() })),
    }
}
