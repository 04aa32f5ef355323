//! Carries out the operation of a rule on the parts its pattern matched.

use crate::lang::{Category, Operation, Origin, Rule, Setting, part, season, unit};
use crate::value::{Amount, Duration, Era, Modifier, PartOfDay, Unit};

use super::counted::{count_of, following, neighbour, nth, recurring, several, span};
use super::lengths::{amount, first_length, length, sum, unit_set};
use super::meaning::{Base, Between, Bounded, Fields, Length, Meaning, Often, Recurs, When, ZoneSaid, add};

/// A part of a match: what it stands for, and what it says.
pub(super) type Part<'p> = (Category, &'p Meaning);

/// What the rule makes of the parts; None where they do not go together.
pub(crate) fn operate(rule: &Rule, parts: &[Part]) -> Option<Meaning> {
    if rule.category == Category::Nothing {
        return Some(Meaning::Nothing);
    }
    let meaning = match &rule.operation {
        Operation::Word(value) => Meaning::Number(*value),
        Operation::Same => parts.first()?.1.clone(),
        Operation::Merge => when(merge(with_days(parts)).filter(is_sound)?),
        Operation::Relative { unit: named, count, origin } => {
            let unit = named.or_else(|| unit_of(parts))?;
            let base = Base::Relative { unit, count: *count, origin: *origin };
            when(When { base, ..merged(parts)? })
        }
        Operation::Shift { sign, origin } => shift(parts, &rule.settings, *sign, *origin)?,
        Operation::Nth(count) => nth(parts, &rule.settings, *count, 1)?,
        Operation::Following(sign) => following(parts, &rule.settings, *sign)?,
        Operation::Neighbour(sign) => neighbour(parts, *sign)?,
        Operation::Recurring(sign) => when(recurring(parts, *sign, count_of(parts)?)?),
        Operation::NthFromEnd => nth(parts, &rule.settings, None, -1)?,
        Operation::Corresponding => {
            let (unit, year) = (unit_of(parts)?, Box::new(last_when(parts)?));
            when(When { base: Base::Corresponding { unit, year }, ..When::default() })
        }
        Operation::Holding(unit) => {
            let first = || parts.iter().find_map(|(_, meaning)| meaning.bounds()?.0);
            let of = Box::new(merged(parts).or_else(first).filter(|of| !of.has_clock())?);
            when(When { base: Base::Holding { unit: *unit, of }, ..When::default() })
        }
        Operation::Edge(which) => edge(parts, &rule.settings, *which)?,
        Operation::Range => range(parts)?,
        Operation::Between => {
            let (from, to) = range(parts)?.bounds()?;
            bounds(from, to, Bounded::Open)
        }
        Operation::From => bounds(Some(last_when(parts)?), None, Bounded::Closed),
        Operation::Since => bounds(Some(last_when(parts)?), None, Bounded::SoFar),
        Operation::After => bounds(Some(last_when(parts)?), None, Bounded::Open),
        Operation::Until => bounds(None, Some(last_when(parts)?), Bounded::Closed),
        Operation::Within => within(parts)?,
        Operation::Rest => bounds(None, Some(last_when(parts).or_else(|| current(parts, &[]))?), Bounded::Rest),
        Operation::Lasting => lasting(parts)?,
        Operation::Before => bounds(None, Some(last_when(parts)?), Bounded::Open),
        Operation::Span { sign, origin } => span(parts, &rule.settings, *sign, *origin)?,
        Operation::Several(sign) => several(parts, *sign)?,
        Operation::Length => Meaning::length(length(parts, &rule.settings)?),
        Operation::Amount => Meaning::Amount(amount(parts, &rule.settings)?),
        Operation::Sum => sum(parts, &rule.settings)?,
        Operation::Every => every(parts, &rule.settings)?,
        Operation::EveryNth(count) => {
            let Meaning::When(of) = nth(parts, &rule.settings, *count, 1)? else { return None };
            often(Recurs::When(of), 1)
        }
        Operation::Times(times) => often_times(parts, &rule.settings, *times)?,
        Operation::Year => year(parts)?,
        Operation::Join => {
            let year = join(parts)?;
            if rule.category == Category::Date { when(word(Category::Year, year)) } else { Meaning::Number(year) }
        }
        Operation::Decade => decade(parts)?,
        Operation::Century => century(parts)?,
        Operation::MinutesTo => minutes_to(parts, &rule.settings)?,
        Operation::NightBetween => night_between(parts)?,
        Operation::Now => {
            let base = Base::Relative { unit: Unit::Day, count: 0, origin: Origin::Anchor };
            when(When { base, ..merged(parts)? })
        }
        Operation::Reference(toward) => when(When { base: Base::Reference(*toward), ..When::default() }),
        Operation::Republican => republican(parts)?,
    };
    match rule.operation {
        // What the rule says besides is in the time already.
        Operation::MinutesTo => Some(meaning),
        _ => settle(meaning, &rule.settings),
    }
}

pub(super) fn when(when: When) -> Meaning {
    Meaning::When(when)
}

pub(super) fn bounds(from: Option<When>, to: Option<When>, edge: Bounded) -> Meaning {
    Meaning::Between(Box::new(Between::Bounds { from, to, edge }))
}

/// The number that a part of the category says.
pub(super) fn number(parts: &[Part], category: Category) -> Option<i64> {
    parts.iter().find_map(|part| match part {
        (known, Meaning::Number(value)) if *known == category => Some(*value),
        _ => None,
    })
}

pub(super) fn unit_of(parts: &[Part]) -> Option<Unit> {
    number(parts, Category::Unit).and_then(unit)
}

/// The dates, times and calendar words among the parts, as one.
pub(super) fn merged(parts: &[Part]) -> Option<When> {
    merge(parts.iter().copied())
}

/// The same of some of them.
pub(super) fn merge<'p>(parts: impl Iterator<Item = Part<'p>>) -> Option<When> {
    let mut merged = When::default();
    for (category, meaning) in parts {
        match meaning {
            Meaning::When(when) => merged.add(when)?,
            // A season is of the year it begins in; what else two years name is of the one it ends in.
            Meaning::Between(_) => {
                let (first, last) = meaning.two_years()?;
                merged.add(if merged.fields.season.is_some() { &first } else { &last })?;
            }
            Meaning::Number(value) => add_word(&mut merged, category, *value)?,
            _ => {}
        }
    }
    Some(merged)
}

/// The parts of a date, in which an ordinal is a day of the month.
fn with_days<'p>(parts: &[Part<'p>]) -> impl Iterator<Item = Part<'p>> {
    let day = |category| if category == Category::Ordinal { Category::OrdinalDay } else { category };
    parts.iter().map(move |&(category, meaning)| (day(category), meaning))
}

/// Whether its parts go together: an hour needs one day, and a feast is no weekday besides.
fn is_sound(when: &When) -> bool {
    let fields = &when.fields;
    let feast = fields.holiday.is_some() && fields.weekday.is_some();
    // An hour on a weekend may be on either of its days.
    let either = fields.weekend && fields.hour.is_some();
    if feast || either || fields.day.is_some_and(|day| day > 31) {
        return false;
    }
    let coarse = [fields.month, fields.quarter, fields.half, fields.week].iter().any(Option::is_some)
        || fields.season.is_some()
        || fields.year.is_some()
        || fields.short_year.is_some();
    let named = fields.day.is_some() || fields.weekday.is_some() || fields.holiday.is_some();
    // So many hours before a time are a moment, whatever day is said besides; and days ago have no hour.
    if let Base::Shift { by, .. } = &when.base
        && (by.counts_clock() && *fields != Fields::default() || by.is_vague() && fields.hour.is_some())
    {
        return false;
    }
    if let Base::Relative { unit, .. } = when.base {
        // Of a week or a month, no month is a part; and of what is longer than a day, no one part of the day.
        let whole = unit > Unit::Day && unit != Unit::Weekend && !named;
        if unit < Unit::Year && fields.month.is_some() || fields.part.is_some() && whole {
            return false;
        }
        // In the course of the day is no other day than the weekday beside it.
        if when.is_today() && fields.weekday.is_some() && !when.has_clock() {
            return false;
        }
    }
    let base = match &when.base {
        Base::Calendar => !coarse,
        Base::Relative { unit, .. } => *unit <= Unit::Day,
        Base::Holding { .. } | Base::Corresponding { .. } => false,
        _ => true,
    };
    fields.hour.is_none() || named || base
}

/// What a calendar word says by itself.
fn word(category: Category, value: i64) -> When {
    let mut when = When::default();
    let _ = add_word(&mut when, category, value);
    when
}

/// The era that a word's value stands for.
fn era(value: i64) -> Era {
    match value {
        0 => Era::BeforeCommon,
        2 => Era::Fiscal,
        3 => Era::School,
        _ => Era::Common,
    }
}

/// Takes in what a calendar word says; None where that is another thing.
fn add_word(when: &mut When, category: Category, value: i64) -> Option<()> {
    let byte = u8::try_from(value).ok();
    let fields = &mut when.fields;
    match category {
        Category::Day | Category::OrdinalDay | Category::DayFigures => add(&mut fields.day, byte),
        Category::Month | Category::ShortMonth | Category::MidMonth | Category::MonthNumber => {
            add(&mut fields.month, byte)
        }
        Category::Year => add(&mut fields.year, i32::try_from(value).ok()),
        Category::ShortYear | Category::YearNotDay => add(&mut fields.short_year, byte),
        Category::Decade if value >= 1000 => add(&mut fields.decade, u16::try_from(value / 10).ok()),
        Category::Decade => add(&mut fields.short_decade, byte),
        Category::Roman => {
            add(&mut fields.century, byte.and_then(|count| count.checked_sub(1)).filter(|century| *century < 30))
        }
        Category::Hour => add(&mut fields.hour, byte),
        Category::Minute => add(&mut fields.minute, byte),
        Category::Second => add(&mut fields.second, byte),
        Category::Weekday | Category::ShortWeekday | Category::Weekdays => add(&mut fields.weekday, byte),
        Category::Part => add(&mut fields.part, part(value)),
        Category::Season => add(&mut fields.season, season(value)),
        Category::Holiday => add(&mut fields.holiday, u16::try_from(value).ok()),
        Category::Meridiem => add(&mut fields.meridiem, byte),
        Category::Zone | Category::Place => add(&mut when.zone, u16::try_from(value).ok().map(ZoneSaid::Named)),
        Category::Offset => add(&mut when.zone, i16::try_from(value).ok().map(ZoneSaid::Offset)),
        Category::Era => {
            fields.era = if fields.era == Era::Common { era(value) } else { fields.era };
            Some(())
        }
        _ => Some(()),
    }?;
    when.is_possible()
}

/// The dates and times among the parts as one; the last of them where they do not go together.
pub(super) fn last_when(parts: &[Part]) -> Option<When> {
    let last = || {
        parts.iter().rev().find_map(|(_, meaning)| match meaning {
            Meaning::When(when) => Some(when.clone()),
            _ => None,
        })
    };
    match merged(parts).filter(|when| *when != When::default()) {
        Some(whole) => Some(whole).filter(is_sound),
        None => last(),
    }
}

/// From now to the part, or for as long as the part says.
fn within(parts: &[Part]) -> Option<Meaning> {
    let to = match first_length(parts) {
        Some(Length { duration: by, .. }) => When {
            base: Base::Shift { from: None, origin: Origin::Anchor, sign: 1, by: Box::new(by) },
            ..When::default()
        },
        None => last_when(parts)?,
    };
    Some(bounds(None, Some(to), Bounded::FromNow))
}

/// From a date or time, for as long as the duration says.
fn lasting(parts: &[Part]) -> Option<Meaning> {
    let by = first_length(parts)?.duration;
    let from = last_when(parts).filter(|from| !is_short_of(&by, from))?;
    let to = When {
        base: Base::Shift { from: Some(Box::new(from.clone())), origin: Origin::Anchor, sign: 1, by: Box::new(by) },
        ..When::default()
    };
    Some(bounds(Some(from), Some(to), Bounded::Beginnings))
}

/// Whether a length is of hours, and a time a week or longer, from which none counts: thirty minutes from next week on.
fn is_short_of(by: &Duration, of: &When) -> bool {
    by.counts_clock() && matches!(of.base, Base::Relative { unit, .. } if unit >= Unit::Week)
}

/// Adds what the rule says besides.
fn settle(mut meaning: Meaning, settings: &[Setting]) -> Option<Meaning> {
    for setting in settings {
        match (&mut meaning, setting) {
            (Meaning::When(when), setting) => set(when, setting)?,
            (Meaning::Length(length), Setting::Modifier(modifier)) => length.modifier = Some(*modifier),
            (Meaning::Often(often), Setting::Interval(interval)) => often.interval = *interval,
            (Meaning::Between(between), setting) => {
                if let Between::Bounds { from, to, .. } = between.as_mut() {
                    for bound in [from, to].into_iter().flatten() {
                        set(bound, setting)?;
                    }
                }
            }
            _ => {}
        }
    }
    Some(meaning)
}

/// The same with what the rule says besides.
fn settled(mut when: When, settings: &[Setting]) -> Option<When> {
    settings.iter().try_for_each(|setting| set(&mut when, setting))?;
    Some(when)
}

fn set(when: &mut When, setting: &Setting) -> Option<()> {
    let fields = &mut when.fields;
    match *setting {
        Setting::Modifier(modifier) => when.modifier = Some(modifier),
        Setting::Part(part) => fields.part = Some(part),
        Setting::Toward(toward) => fields.toward = Some(toward),
        Setting::Weeks(weeks) => fields.weeks += weeks,
        Setting::Hour(hour) => fields.hour = Some(hour),
        Setting::Minute(minute) => fields.minute = Some(minute),
        Setting::Day(day) => fields.day = Some(day),
        Setting::Weekday(weekday) => fields.weekday = Some(weekday),
        Setting::Month(month) => fields.month = Some(month),
        Setting::Twelve => fields.twelve = fields.hour.is_some_and(|hour| (1..=12).contains(&hour)),
        Setting::Meridiem(meridiem) => {
            fields.meridiem = Some(meridiem).filter(|_| fields.hour.is_none_or(|hour| hour <= 12));
        }
        Setting::Era(era) => fields.era = era,
        Setting::Weekend => fields.weekend = true,
        Setting::Half(half) => fields.half = Some(half),
        Setting::Quarter(quarter) => fields.quarter = Some(quarter),
        Setting::Days(first, last) => when.days = Some((first, last)),
        Setting::Hours(from, to) => when.hours = Some((from, to)),
        Setting::Amount(_)
        | Setting::Some
        | Setting::Unit(_)
        | Setting::Interval(_)
        | Setting::Scope(_)
        | Setting::Alone
        | Setting::Firm
        | Setting::InnerSpan
        | Setting::Near
        | Setting::Exact
        | Setting::Listed
        | Setting::Working => {}
        Setting::Ahead => when.ahead = true,
        Setting::Story => when.of_story = true,
        Setting::Event => when.of_event = true,
    }
    Some(())
}

/// A duration on or back from the part that is a date or time, or from the origin.
fn shift(parts: &[Part], settings: &[Setting], sign: i8, origin: Origin) -> Option<Meaning> {
    let modifier = first_length(parts).and_then(|length| length.modifier);
    let by = length(parts, settings)?;
    let named = last_when(parts);
    // Nor is an hour before dawn an hour of the clock.
    if by.counts_clock() && named.as_ref().is_some_and(|of| of.fields.part.is_some() && of.fields.hour.is_none()) {
        return None;
    }
    if named.as_ref().is_some_and(|of| is_short_of(&by, of)) {
        return None;
    }
    // A few days before Christmas are no day.
    if named.is_some() && by.is_vague() {
        return None;
    }
    // Three summers later is the summer of that year.
    let (from, fields) = match (named, origin) {
        (Some(named), Origin::Narrative) => (None, named.fields),
        // In two weeks on Tuesday is the Tuesday nearest to that day; in two hours on Tuesday is none.
        (Some(named), _) if settings.contains(&Setting::Near) => {
            (!by.counts_clock()).then_some((None, named.fields))?
        }
        (None, origin) if settings.contains(&Setting::Exact) => {
            let base = Base::Relative { unit: Unit::Day, count: 0, origin };
            (Some(Box::new(When { base, ..When::default() })), Fields::default())
        }
        (named, _) => (named.map(Box::new), Fields::default()),
    };
    let base = Base::Shift { from, origin, sign, by: Box::new(by) };
    Some(when(When { base, fields, modifier, ..When::default() }))
}

/// The beginning, middle or end of a date or time; of the current unit where only a unit is named.
fn edge(parts: &[Part], settings: &[Setting], which: Modifier) -> Option<Meaning> {
    let mut of = merged(parts)?;
    if of == When::default() {
        of = current(parts, settings)?;
    }
    Some(when(When { edge: Some(which), modifier: Some(which), ..of }))
}

/// The unit that is under way.
fn current(parts: &[Part], settings: &[Setting]) -> Option<When> {
    let unit = unit_of(parts).or_else(|| unit_set(settings))?;
    Some(When { base: Base::Relative { unit, count: 0, origin: Origin::Narrative }, ..When::default() })
}

/// What a part says of the calendar.
pub(super) fn said(category: Category, meaning: &Meaning) -> Option<When> {
    match meaning {
        Meaning::When(when) => Some(when.clone()),
        Meaning::Number(value) => Some(word(category, *value)).filter(|when| *when != When::default()),
        _ => None,
    }
}

/// Whether of the parts of a range the first is what both bounds share: Thursday from nine to eleven, March 3 to 5.
pub(super) fn shared_first(whens: &[When]) -> bool {
    match whens {
        [first, second, third, ..] => first.finest() != second.finest() && second.finest() == third.finest(),
        _ => false,
    }
}

fn range(parts: &[Part]) -> Option<Meaning> {
    let mut whens: Vec<When> = Vec::new();
    for (category, meaning) in parts {
        match (meaning.bounds(), whens.last_mut()) {
            (Some((from, to)), _) => whens.extend(from.into_iter().chain(to)),
            // The minute of a shape is of the hour before it.
            (None, Some(hour)) if *category == Category::Minute => *hour = hour.merge(&said(*category, meaning)?)?,
            (None, _) => whens.extend(said(*category, meaning)),
        }
    }
    if shared_first(&whens) {
        whens.rotate_left(1);
    }
    let [from, to, around @ ..] = whens.as_slice() else { return None };
    // A year before the first is no bound: decree 2019-1234.
    let years = from.only_year() && to.only_year();
    if years && to.fields.year.is_some_and(|last| from.fields.year.is_some_and(|first| last < first)) {
        return None;
    }
    // Nor is one before a month of none: he died in 1954, until May 3.
    if from.only_year() && to.fields.month.is_some() && to.fields.year.is_none() {
        return None;
    }
    let merge = |when: When| around.iter().try_fold(when, |merged, around| merged.merge(around));
    let to = merge(to.completed_clock(from))?;
    let from = from.completed_by(&to);
    let from = merge(from.clone()).unwrap_or(from);
    (is_sound(&from) && is_sound(&to)).then(|| bounds(Some(from), Some(to), Bounded::Closed))
}

fn every(parts: &[Part], settings: &[Setting]) -> Option<Meaning> {
    let said = settled(merged(parts)?, settings).filter(|when| *when != When::default());
    if let Some(mut often) = parts.iter().find_map(|(_, meaning)| often_of(meaning)) {
        often.every = match (&often.every, said) {
            (Recurs::When(when), Some(said)) => Recurs::When(when.merge(&said)?),
            (Recurs::Period(period), Some(said)) if period.get(Unit::Day) != Amount::None => Recurs::When(said),
            _ => return None,
        };
        return Some(Meaning::Often(Box::new(often)));
    }
    let one = |unit| Duration::of(Amount::whole(1), unit);
    let every = match (first_length(parts), said) {
        (Some(length), _) => Recurs::Period(length.duration),
        (None, Some(when)) => Recurs::When(when),
        (None, None) => {
            let named = unit_of(parts).map(one).or_else(|| length(&[], settings));
            Recurs::Period(named.or_else(|| unit_set(settings).map(one))?)
        }
    };
    let interval = number(parts, Category::Ordinal).or_else(|| number(parts, Category::Number)).unwrap_or(1);
    Some(often(every, u16::try_from(interval).ok()?))
}

fn often(every: Recurs, interval: u16) -> Meaning {
    Meaning::Often(Box::new(Often { every, interval, times: 0 }))
}

fn often_of(meaning: &Meaning) -> Option<Often> {
    match meaning {
        Meaning::Often(often) => Some(often.as_ref().clone()),
        _ => None,
    }
}

fn often_times(parts: &[Part], settings: &[Setting], fixed: Option<u16>) -> Option<Meaning> {
    let times =
        fixed.or_else(|| number(parts, Category::Number).and_then(|times| u16::try_from(times).ok())).unwrap_or(0);
    let period = match first_length(parts) {
        Some(length) => length.duration,
        None => Duration::of(Amount::whole(1), unit_of(parts).or_else(|| unit_set(settings))?),
    };
    Some(Meaning::Often(Box::new(Often { every: Recurs::Period(period), interval: 0, times })))
}

/// A year that any number tells, where its era is said.
fn year(parts: &[Part]) -> Option<Meaning> {
    let said = number(parts, Category::Number).or_else(|| number(parts, Category::Year))?;
    let mut of = merged(parts)?;
    // One school year is a length.
    if matches!(of.fields.era, Era::Fiscal | Era::School) && said < 1000 {
        return None;
    }
    of.fields.year = i32::try_from(said).ok();
    Some(when(of))
}

/// A year in two halves: nineteen eighty-four.
fn join(parts: &[Part]) -> Option<i64> {
    let halves: Vec<i64> = parts
        .iter()
        .filter_map(|(_, meaning)| match meaning {
            Meaning::Number(value) => Some(*value),
            _ => None,
        })
        .collect();
    match halves.as_slice() {
        &[first @ 10..=20, second @ 1..=99] => Some(first * 100 + second),
        _ => None,
    }
}

fn decade(parts: &[Part]) -> Option<Meaning> {
    let year = number(parts, Category::Year);
    let short = || {
        number(parts, Category::Decade)
            .or_else(|| number(parts, Category::ShortYear))
            .or_else(|| number(parts, Category::Number))
    };
    let fields = match year {
        Some(year) if year % 10 == 0 => Fields { decade: u16::try_from(year / 10).ok(), ..Fields::default() },
        Some(_) => return None,
        None => Fields {
            short_decade: short().filter(|year| year % 10 == 0).and_then(|year| u8::try_from(year).ok()),
            ..Fields::default()
        },
    };
    (fields != Fields::default()).then(|| when(When { fields, ..When::default() }))
}

fn century(parts: &[Part]) -> Option<Meaning> {
    let of = |category| number(parts, category);
    let count = of(Category::Roman).or_else(|| of(Category::Ordinal)).or_else(|| of(Category::Number))?;
    let century = u8::try_from(count - 1).ok().filter(|&century| century < 30)?;
    let era = merged(parts)?.fields.era;
    let fields = Fields { century: Some(century), era, ..Fields::default() };
    Some(when(When { fields, ..When::default() }))
}

/// The minutes before the hour: a quarter to nine.
fn minutes_to(parts: &[Part], settings: &[Setting]) -> Option<Meaning> {
    let said = number(parts, Category::Minute).or_else(|| number(parts, Category::Number));
    let fixed = settings.iter().find_map(|setting| match setting {
        Setting::Minute(minute) => Some(i64::from(*minute)),
        _ => None,
    });
    let minutes = u8::try_from(said.or(fixed)?).ok().filter(|minutes| (1..60).contains(minutes))?;
    let rest = parts.iter().filter(|(category, _)| !matches!(category, Category::Minute | Category::Number));
    let mut time = merge(rest.copied())?;
    let mut others = settings.iter().filter(|setting| !matches!(setting, Setting::Minute(_)));
    others.try_for_each(|setting| set(&mut time, setting))?;
    let hour = time.fields.hour?;
    if let Some(minute) = time.fields.minute.filter(|minute| *minute >= minutes) {
        time.fields.minute = Some(minute - minutes);
        return Some(when(time));
    }
    time.fields.hour = Some(match (hour, time.fields.twelve) {
        (1, true) => 12,
        (0, _) => 23,
        (hour, _) => hour - 1,
    });
    time.fields.minute = Some(60 - minutes);
    Some(when(time))
}

/// The night from one weekday to the next, or from one day to the next.
fn night_between(parts: &[Part]) -> Option<Meaning> {
    let weekdays: Vec<u8> = parts
        .iter()
        .filter_map(|part| match part {
            (Category::Weekday | Category::ShortWeekday, Meaning::Number(value)) => u8::try_from(*value).ok(),
            _ => None,
        })
        .collect();
    match *weekdays.as_slice() {
        [first, second] if first % 7 + 1 == second => {
            let clock = parts.iter().find_map(|part| match part {
                (Category::Clock | Category::Time, Meaning::When(clock)) => Some(clock.clone()),
                _ => None,
            });
            return Some(when(When { base: Base::NightFrom(first), ..clock.unwrap_or_default() }));
        }
        [_, _] => return None,
        _ => {}
    }
    let Meaning::Between(between) = range(parts)? else { return None };
    let Between::Bounds { from: Some(mut night), to: Some(_), .. } = *between else { return None };
    night.fields.part = Some(PartOfDay::Night);
    Some(when(night))
}

fn republican(parts: &[Part]) -> Option<Meaning> {
    let month = u8::try_from(number(parts, Category::RepublicanMonth)?).ok()?;
    let year = u16::try_from(number(parts, Category::Roman).or_else(|| number(parts, Category::Number))?).ok()?;
    let day = u8::try_from(number(parts, Category::Day).unwrap_or(0)).ok()?;
    Some(when(When { base: Base::Republican { year, month, day }, ..When::default() }))
}
