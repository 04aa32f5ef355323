//! What a rule makes of its parts: the right-hand side of `->`, a small closed set that no language owns.

use crate::error::{Error, ErrorKind};
use crate::value::{Era, Modifier, PartOfDay, Unit};

use super::lexicon::{part_named, unit_named};

/// Where a relative expression counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// From when the document was written: yesterday.
    Anchor,
    /// From the time the story has reached: the day before.
    Narrative,
}

/// The operation of a rule.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Operation {
    /// Brings the parts together into one date, time, duration, as they are.
    Merge,
    /// So many units on from the origin's own: last week, tomorrow. The unit may be among the parts.
    Relative { unit: Option<Unit>, count: i32, origin: Origin },
    /// A duration on (1) or back (-1) from a part that is a date or time, else from the origin.
    Shift { sign: i8, origin: Origin },
    /// So many of a weekday, a month, a season or a feast on (1) or back (-1): two Tuesdays ago, three summers ago.
    Recurring(i8),
    /// The weekday so manieth before (-1) or after (1) a date: the first Tuesday after Easter.
    Following(i8),
    /// The unit just before (-1) or after (1) the one that holds the part: the week before Christmas.
    Neighbour(i8),
    /// The part so manieth from the beginning of another; negative from its end. None: an ordinal among the parts.
    Nth(Option<i32>),
    /// The same with an ordinal among the parts that counts from the end: the third last.
    NthFromEnd,
    /// The week, or another unit, that holds the part.
    Holding(Unit),
    /// The story's month, week or day in the year that the part is: the same month last year.
    Corresponding,
    /// The beginning, middle or end of the part.
    Edge(Modifier),
    /// From the first part to the second.
    Range,
    /// From behind the first part to before the second.
    Between,
    /// Open at its end.
    From,
    /// The same, of what has gone on so far.
    Since,
    /// From the part that is a date or time, for as long as the other says.
    Lasting,
    /// Open at its beginning, up to and with the part.
    Until,
    /// From now to the part, or for as long as the part says.
    Within,
    /// From today, or from now, to the end of the part.
    Rest,
    /// Open at its beginning, up to and without the part.
    Before,
    /// Open at its end, beginning where the part ends.
    After,
    /// The next (1) or last (-1) so many units, as an interval that touches the origin; or so many of a weekday, a month, a
    /// season or a feast.
    Span { sign: i8, origin: Origin },
    /// The first (1) or last (-1) so many units of the part.
    Several(i8),
    /// A number of things that is not whole, or not said.
    Amount,
    /// A number of units.
    Length,
    /// The parts, durations, one after the other.
    Sum,
    /// Each of what the part says.
    Every,
    /// The weekday so manieth of every month, negative from its end. None: by an ordinal among the parts.
    EveryNth(Option<i32>),
    /// So many times a period.
    Times(Option<u16>),
    /// A year by any number: 44 BC.
    Year,
    /// A year by its two halves: nineteen eighty-four.
    Join,
    /// A decade, by its last two digits or its first year.
    Decade,
    /// A century, by its number.
    Century,
    /// The hour, less the minutes.
    MinutesTo,
    /// The night between two weekdays.
    NightBetween,
    /// A clock time of the origin's own day: this morning, tonight.
    Now,
    /// PAST_REF, PRESENT_REF, FUTURE_REF.
    Reference(i8),
    /// A day of the French Republican calendar.
    Republican,
    /// The part, as it is.
    Same,
    /// The value of an entry of the word list.
    Word(i64),
}

/// How far a zone holds that stands apart from a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// For the next time in the sentence.
    Clause,
    /// For the sentence.
    Sentence,
    /// For the whole text.
    Document,
}

/// What a rule adds to what its operation makes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Setting {
    /// TIMEX3 `mod`.
    Modifier(Modifier),
    Part(PartOfDay),
    /// The named weekday, month or season is looked for: -1 back, 0 in this period, 1 on, 2 the one after that, 3 this or the next.
    Toward(i8),
    /// So many weeks more.
    Weeks(i8),
    Hour(u8),
    Minute(u8),
    Day(u8),
    /// 1 is Monday.
    Weekday(u8),
    Month(u8),
    /// The hour is one of twelve: it may be of the evening.
    Twelve,
    /// 0 before noon, 12 after it.
    Meridiem(u8),
    /// An amount of the units named, in thousandths.
    Amount(i64),
    /// An amount that is not said: some.
    Some,
    Unit(Unit),
    /// Every how many.
    Interval(u16),
    /// The era, or the kind of year: before the common era, fiscal, of a school.
    Era(Era),
    /// The weekend.
    Weekend,
    /// The first or second half of the year.
    Half(u8),
    /// How far the zone holds.
    Scope(Scope),
    Quarter(u8),
    /// From the so manieth day of it to the so manieth alone.
    Days(u16, u16),
    /// From the one hour of the day to the other.
    Hours(u8, u8),
    /// The annotation begins with the first category of the pattern and ends with the last: the words around them
    /// only show what they are.
    InnerSpan,
    /// Nothing longer that begins inside it stands in its way: every day but Tuesday, from ten to six.
    Firm,
    /// It is no part of anything longer: the 2018 election.
    Alone,
    /// It tells a date to come; where the verb looks back, no more than a length of time: in three days.
    Ahead,
    /// It is looked for from the time that the story has reached.
    Story,
    /// It counts from something that happened, on the day to which the story has come: the day after the match.
    Event,
    /// The weekday among the parts is the one nearest to the day that is counted to.
    Near,
    /// It is counted to the day, whatever the unit: a year ago to the day.
    Exact,
    /// Working days are counted.
    Working,
    /// It lists days, and is no span unless they follow one another: May 9, 16 and 23.
    Listed,
}

/// Reads `operation argument… setting=value…`.
pub(crate) fn parse(text: &str, file: &'static str, line: usize) -> Result<(Operation, Vec<Setting>), Error> {
    let fail = |what: &str| Error::new(ErrorKind::Pack { file, line, why: format!("{what} in {text:?}") });
    let (settings, words): (Vec<&str>, Vec<&str>) = text.split_whitespace().partition(|word| word.contains('='));
    let settings = settings
        .into_iter()
        .map(|word| word.split_once('=').and_then(|(key, value)| setting(key, value)).ok_or(word))
        .collect::<Result<Vec<Setting>, &str>>()
        .map_err(|word| fail(&format!("no setting {word:?}")))?;
    let operation = operation(&words).ok_or_else(|| fail("no such operation"))?;
    Ok((operation, settings))
}

fn operation(words: &[&str]) -> Option<Operation> {
    let (&name, arguments) = words.split_first()?;
    let origin = match arguments.last() {
        Some(&"narrative") => Origin::Narrative,
        _ => Origin::Anchor,
    };
    let integer = |at: usize| arguments.get(at).and_then(|word| word.parse::<i32>().ok());
    let sign = || integer(0).filter(|sign| sign.abs() == 1).map(|sign| sign as i8);
    Some(match name {
        "merge" => Operation::Merge,
        "same" => Operation::Same,
        "relative" => match integer(0) {
            Some(count) => Operation::Relative { unit: None, count, origin },
            None => Operation::Relative { unit: Some(unit_named(arguments.first()?)?), count: integer(1)?, origin },
        },
        "shift" => Operation::Shift { sign: sign()?, origin },
        "following" => Operation::Following(sign()?),
        "neighbour" => Operation::Neighbour(sign()?),
        "recurring" => Operation::Recurring(sign()?),
        "nth" if arguments == ["from-end"] => Operation::NthFromEnd,
        "nth" => Operation::Nth(integer(0)),
        "corresponding" => Operation::Corresponding,
        "holding" => Operation::Holding(unit_named(arguments.first()?)?),
        "start" => Operation::Edge(Modifier::Start),
        "mid" => Operation::Edge(Modifier::Mid),
        "end" => Operation::Edge(Modifier::End),
        "range" => Operation::Range,
        "between" => Operation::Between,
        "from" => Operation::From,
        "since" => Operation::Since,
        "until" => Operation::Until,
        "lasting" => Operation::Lasting,
        "within" => Operation::Within,
        "rest" => Operation::Rest,
        "before" => Operation::Before,
        "after" => Operation::After,
        "span" => Operation::Span { sign: sign()?, origin },
        "several" => Operation::Several(sign()?),
        "amount" => Operation::Amount,
        "length" => Operation::Length,
        "sum" => Operation::Sum,
        "every" => Operation::Every,
        "every-nth" => Operation::EveryNth(integer(0)),
        "times" => Operation::Times(integer(0).map(|times| times as u16)),
        "year" => Operation::Year,
        "join" => Operation::Join,
        "decade" => Operation::Decade,
        "century" => Operation::Century,
        "minutes-to" => Operation::MinutesTo,
        "night-between" => Operation::NightBetween,
        "now" => Operation::Now,
        "reference" => Operation::Reference(integer(0)? as i8),
        "republican" => Operation::Republican,
        _ => return None,
    })
}

fn setting(key: &str, value: &str) -> Option<Setting> {
    let byte = || value.parse::<u8>().ok();
    Some(match key {
        "mod" => Setting::Modifier(modifier(value)?),
        "part" => Setting::Part(part_named(value)?),
        "toward" => Setting::Toward(value.parse().ok()?),
        "weeks" => Setting::Weeks(value.parse().ok()?),
        "hour" => Setting::Hour(byte()?),
        "minute" => Setting::Minute(byte()?),
        "day" => Setting::Day(byte()?),
        "weekday" => Setting::Weekday(byte()?),
        "month" => Setting::Month(byte()?),
        "twelve" => Setting::Twelve,
        "meridiem" => Setting::Meridiem(byte()?),
        "amount" if value == "some" => Setting::Some,
        "amount" => Setting::Amount((value.parse::<f64>().ok()? * 1000.0).round() as i64),
        "unit" => Setting::Unit(unit_named(value)?),
        "interval" => Setting::Interval(value.parse().ok()?),
        "era" => Setting::Era(match value {
            "bc" => Era::BeforeCommon,
            "fiscal" => Era::Fiscal,
            "school" => Era::School,
            _ => return None,
        }),
        "weekend" => Setting::Weekend,
        "half" => Setting::Half(byte()?),
        "scope" => Setting::Scope(match value {
            "clause" => Scope::Clause,
            "sentence" => Scope::Sentence,
            "document" => Scope::Document,
            _ => return None,
        }),
        "quarter" => Setting::Quarter(byte()?),
        "days" => {
            let (first, last) = value.split_once('-')?;
            Setting::Days(first.parse().ok()?, last.parse().ok()?)
        }
        "hours" => {
            let (first, last) = value.split_once('-')?;
            Setting::Hours(first.parse().ok()?, last.parse().ok()?)
        }
        "span" if value == "inner" => Setting::InnerSpan,
        "alone" => Setting::Alone,
        "firm" => Setting::Firm,
        "ahead" => Setting::Ahead,
        "story" => Setting::Story,
        "event" => Setting::Event,
        "near" => Setting::Near,
        "exact" => Setting::Exact,
        "working" => Setting::Working,
        "listed" => Setting::Listed,
        _ => return None,
    })
}

fn modifier(name: &str) -> Option<Modifier> {
    Some(match name {
        "approx" => Modifier::Approx,
        "less" => Modifier::LessThan,
        "more" => Modifier::MoreThan,
        "equal-or-less" => Modifier::EqualOrLess,
        "equal-or-more" => Modifier::EqualOrMore,
        "before" => Modifier::Before,
        "after" => Modifier::After,
        "start" => Modifier::Start,
        "mid" => Modifier::Mid,
        "end" => Modifier::End,
        _ => return None,
    })
}
