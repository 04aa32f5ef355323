//! Days that are listed and do not follow one another: « les 9, 16 et 23 mai », "June 11 and 18". They are no span.

use crate::lang::{Category, Pack, Setting};
use crate::value::calendar;

use super::chart::Chart;
use super::meaning::{Base, Between, Fields, Meaning, When};

/// A year of 365 days.
const COMMON: i32 = 2023;

/// The days that a stretch lists, each with the number of its part, where one of them does not follow the one before.
pub(super) fn days_apart(chart: &Chart, number: usize, pack: &Pack) -> Option<Vec<(usize, When)>> {
    let stretch = chart.stretch(number);
    stretch.rule(pack).filter(|rule| rule.settings.contains(&Setting::Listed))?;
    let Meaning::Between(between) = &stretch.meaning else { return None };
    let Between::Bounds { from: Some(first), to: Some(last), .. } = between.as_ref() else { return None };
    let mut parts: Vec<(usize, u8)> = chart
        .children(number)
        .iter()
        .filter_map(|&(child, category)| Some((child, day_of(category, &chart.stretch(child).meaning)?)))
        .collect();
    let ((end, _), (begin, _)) = (parts.pop()?, *parts.first()?);
    let between = parts.drain(1..).map(|(child, day)| {
        let fields = Fields { day: Some(day), weekday: None, ..last.fields };
        (child, When { fields, ..last.clone() })
    });
    let days: Vec<(usize, When)> =
        [(begin, first.clone())].into_iter().chain(between).chain([(end, last.clone())]).collect();
    let is_apart = |pair: &[(usize, When)]| !follows(&pair[0].1.fields, &pair[1].1.fields);
    (first.base == Base::Calendar && days.windows(2).any(is_apart)).then_some(days)
}

/// The day of the month that a part names.
fn day_of(category: Category, meaning: &Meaning) -> Option<u8> {
    match meaning {
        Meaning::When(when) => when.fields.day,
        Meaning::Number(day) if matches!(category, Category::Day | Category::DayFigures | Category::Number) => {
            u8::try_from(*day).ok().filter(|day| (1..=31).contains(day))
        }
        _ => None,
    }
}

/// Whether a day may be the one after another: of its month, or the first of the next.
fn follows(first: &Fields, second: &Fields) -> bool {
    let Some((before, after)) = first.day.zip(second.day) else { return true };
    if first.month == second.month {
        return before + 1 == after;
    }
    let Some((month, next)) = first.month.zip(second.month) else { return true };
    let ends_month = calendar::date(COMMON, month, before + 1).is_none();
    after == 1 && ends_month && month % 12 + 1 == next
}
