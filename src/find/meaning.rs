//! What a stretch of text has been found to say, before the calendar is looked at.

use crate::lang::Origin;
use crate::value::{Amount, Duration, Era, Modifier, PartOfDay, Season, Unit};

/// What a stretch of text says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Meaning {
    /// A number; of which kind, its category tells.
    Number(i64),
    /// A number of units, not whole or not said.
    Amount(Amount),
    When(When),
    Length(Length),
    Often(Box<Often>),
    Between(Box<Between>),
    Nothing,
}

/// A date or a time: a base, refined by calendar fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct When {
    pub base: Base,
    pub fields: Fields,
    /// Its beginning, middle or end alone.
    pub edge: Option<Modifier>,
    /// From the so manieth of its days to the so manieth alone, where a language says just which.
    pub days: Option<(u16, u16)>,
    /// From the one hour of its day to the other, where a language says just which: after lunch, at sunset.
    pub hours: Option<(u8, u8)>,
    pub modifier: Option<Modifier>,
    pub zone: Option<ZoneSaid>,
    /// Whether it is a length of time, and no date, where the verb looks back.
    pub ahead: bool,
    /// Whether it is looked for from the time that the story has reached.
    pub of_story: bool,
    /// Whether it counts from something that happened, and tells nothing where the story has come to no day.
    pub of_event: bool,
}

/// A zone as a text says it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum ZoneSaid {
    /// By name: an index into the lexicon's names.
    Named(u16),
    /// Minutes east of UTC.
    Offset(i16),
}

/// What the fields refine.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Base {
    /// The calendar as a whole.
    #[default]
    Calendar,
    /// So many units on from the origin's own: last week, tomorrow.
    Relative { unit: Unit, count: i32, origin: Origin },
    /// A duration on or back from a date or time, or from the origin.
    Shift { from: Option<Box<When>>, origin: Origin, sign: i8, by: Box<Duration> },
    /// The first Monday, the last week, of.
    Nth { count: i32, what: Counted, within: Box<When> },
    /// The weekday, or working day, so manieth after a date, or before it.
    Following { what: Counted, count: i32, of: Box<When> },
    /// The week, or another unit, that holds a date.
    Holding { unit: Unit, of: Box<When> },
    /// PAST_REF (-1), PRESENT_REF (0), FUTURE_REF (1).
    Reference(i8),
    /// The unit that the story has reached, in the year of another date.
    Corresponding { unit: Unit, year: Box<When> },
    /// The night that begins on the weekday.
    NightFrom(u8),
    /// A day of the French Republican calendar.
    Republican { year: u16, month: u8, day: u8 },
}

/// What is counted within a longer span.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Counted {
    Weekday(u8),
    /// A day that is none of a weekend.
    Working,
    Unit(Unit),
}

/// Calendar fields, as far as the text gives them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Fields {
    pub year: Option<i32>,
    pub era: Era,
    pub short_year: Option<u8>,
    /// The first three digits.
    pub decade: Option<u16>,
    /// A decade by its last two digits: the eighties.
    pub short_decade: Option<u8>,
    /// The first two digits.
    pub century: Option<u8>,
    pub half: Option<u8>,
    pub quarter: Option<u8>,
    pub season: Option<Season>,
    pub month: Option<u8>,
    pub week: Option<u8>,
    pub weekend: bool,
    pub weekday: Option<u8>,
    pub day: Option<u8>,
    pub holiday: Option<u16>,
    pub part: Option<PartOfDay>,
    pub hour: Option<u8>,
    pub minute: Option<u8>,
    pub second: Option<u8>,
    /// 0 before noon, 12 after it.
    pub meridiem: Option<u8>,
    /// The hour is one of twelve, and may be of the evening.
    pub twelve: bool,
    /// The named weekday, month or season is looked for: -1 back, 0 in this period, 1 on, 2 the one after that, 3 this or the
    /// next.
    pub toward: Option<i8>,
    /// So many weeks more.
    pub weeks: i8,
}

/// A duration with its modifier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Length {
    pub duration: Duration,
    pub modifier: Option<Modifier>,
}

/// A recurrence.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Often {
    pub every: Recurs,
    /// Every how many; 0 when not said.
    pub interval: u16,
    /// How many times; 0 when not said.
    pub times: u16,
}

/// What recurs.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Recurs {
    When(When),
    Period(Duration),
}

/// A span between bounds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Between {
    /// From one bound to the other, which belongs to it unless `before`.
    Bounds { from: Option<When>, to: Option<When>, edge: Bounded },
    /// The next or last so many units.
    Span { sign: i8, by: Duration, origin: Origin },
}

impl Between {
    /// Whether it tells until when, and no more.
    pub(crate) fn is_until(&self) -> bool {
        matches!(self, Between::Bounds { from: None, to: Some(_), edge: Bounded::Closed })
    }

    /// Whether it tells from when on, and no more.
    pub(crate) fn is_onward(&self) -> bool {
        matches!(self, Between::Bounds { from: Some(_), to: None, edge: Bounded::Closed })
    }

    /// Where it ends, if that is said.
    pub(crate) fn to(&self) -> Option<&When> {
        match self {
            Between::Bounds { to, .. } => to.as_ref(),
            Between::Span { .. } => None,
        }
    }

    /// Where it begins, if that is said.
    pub(crate) fn from(&self) -> Option<&When> {
        match self {
            Between::Bounds { from, .. } => from.as_ref(),
            Between::Span { .. } => None,
        }
    }

    /// Whether it tells since when something has gone on.
    pub(crate) fn is_so_far(&self) -> bool {
        matches!(self, Between::Bounds { edge: Bounded::SoFar, .. })
    }

    /// Whether it goes on from now to where it ends: by Friday.
    pub(crate) fn is_from_now(&self) -> bool {
        matches!(self, Between::Bounds { edge: Bounded::FromNow, .. })
    }

    /// How long it counts on from now: the next two years, within four minutes.
    pub(crate) fn counted_on(&self) -> Option<&Duration> {
        match self {
            Between::Span { sign: 1, by, origin: Origin::Anchor } => Some(by),
            Between::Bounds { from: None, to: Some(to), edge: Bounded::FromNow } => match &to.base {
                Base::Shift { from: None, by, .. } => Some(by),
                _ => None,
            },
            _ => None,
        }
    }

    /// The zone that one of the bounds names.
    pub(crate) fn zone(&self) -> Option<ZoneSaid> {
        match self {
            Between::Bounds { from, to, .. } => [from, to].into_iter().flatten().find_map(|bound| bound.zone),
            Between::Span { .. } => None,
        }
    }
}

/// Whether the bounds belong to the span.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Bounded {
    /// They do.
    Closed,
    /// It begins where the first ends, or ends where the last begins.
    Open,
    /// From the beginning of the one to the beginning of the other.
    Beginnings,
    /// From the first on, so far.
    SoFar,
    /// From now on: within three days, by Friday.
    FromNow,
    /// From today on, or from this hour where its end has one: the rest of the week.
    Rest,
}

impl Meaning {
    /// A length of time as it is.
    pub(crate) fn length(duration: Duration) -> Meaning {
        Meaning::Length(Length { duration, modifier: None })
    }

    /// The years 2023 and 2024 of 2023-2024.
    pub(crate) fn two_years(&self) -> Option<(When, When)> {
        let (first, last) = self.bounds()?;
        first.zip(last).filter(|(first, last)| first.is_year() && last.fields.month.is_none())
    }

    /// The bounds of a span that names them.
    pub(crate) fn bounds(&self) -> Option<(Option<When>, Option<When>)> {
        match self {
            Meaning::Between(between) => match between.as_ref() {
                Between::Bounds { from, to, .. } => Some((from.clone(), to.clone())),
                Between::Span { .. } => None,
            },
            _ => None,
        }
    }

    /// Whether it tells since when something has gone on.
    pub(crate) fn goes_on_so_far(&self) -> bool {
        matches!(self, Meaning::Between(between) if between.is_so_far())
    }

    /// How long the last or next so many units are, where it is that.
    pub(crate) fn length_of_span(&self) -> Option<Meaning> {
        match self {
            Meaning::Between(between) => match between.as_ref() {
                Between::Span { by, .. } => Some(Meaning::length(*by)),
                Between::Bounds { .. } => None,
            },
            _ => None,
        }
    }
}

impl When {
    /// One date or time that says what both say; None where they contradict each other.
    pub(crate) fn merge(&self, other: &When) -> Option<When> {
        let mut merged = self.clone();
        merged.add(other)?;
        Some(merged)
    }

    /// Takes in what another says; None where they contradict each other.
    pub(crate) fn add(&mut self, other: &When) -> Option<()> {
        match (&self.base, &other.base) {
            (_, Base::Calendar) => {}
            (Base::Calendar, base) => self.base = base.clone(),
            (a, b) if a == b => {}
            _ => return None,
        }
        self.fields.add(&other.fields)?;
        add(&mut self.edge, other.edge)?;
        add(&mut self.days, other.days)?;
        add(&mut self.hours, other.hours)?;
        add(&mut self.zone, other.zone)?;
        self.modifier = self.modifier.or(other.modifier);
        self.ahead |= other.ahead;
        self.of_story |= other.of_story;
        self.of_event |= other.of_event;
        self.is_possible()
    }

    /// None where it contradicts itself: soon, or lately, has no hour.
    pub(crate) fn is_possible(&self) -> Option<()> {
        (!matches!(self.base, Base::Reference(_)) || !self.has_clock()).then_some(())
    }

    /// Whether it tells a time of the day.
    pub(crate) fn has_clock(&self) -> bool {
        self.fields.hour.is_some() || self.fields.part.is_some() || matches!(self.base, Base::NightFrom(_))
    }

    /// Whether it is a year of the calendar, and nothing besides.
    fn is_year(&self) -> bool {
        let Fields { year, short_year, .. } = self.fields;
        let fields = Fields { year, short_year, ..Fields::default() };
        *self == When { fields, ..When::default() } && year.is_some()
    }

    /// Whether it is the unit that the story is in: the year.
    pub(crate) fn is_under_way(&self) -> bool {
        matches!(self.base, Base::Relative { count: 0, origin: Origin::Narrative, .. })
    }

    /// Whether it is the day of writing, or that of the story.
    pub(super) fn is_today(&self) -> bool {
        matches!(self.base, Base::Relative { unit: Unit::Day, count: 0, .. })
    }

    /// The same where a story has come to a day: the weekday of the week after is the next from there.
    pub(crate) fn where_told(&self) -> When {
        match self.base {
            Base::Relative { unit: Unit::Week, count, .. } if self.of_story && self.fields.weekday.is_some() => {
                let fields = Fields { toward: Some(count.signum() as i8), ..self.fields };
                When { base: Base::Calendar, fields, ..self.clone() }
            }
            _ => self.clone(),
        }
    }

    /// Whether it tells a day or a longer span.
    pub(crate) fn has_date(&self) -> bool {
        self.base != Base::Calendar || self.fields.without_clock() != Fields::default()
    }

    /// The finest that it tells: 0 for the time of the day, 1 for a day, 2 for anything longer.
    pub(crate) fn finest(&self) -> u8 {
        let Fields { day, weekday, holiday, .. } = self.fields;
        match self.base {
            _ if self.fields.hour.is_some() => 0,
            _ if self.has_clock() => 1,
            Base::Calendar if day.is_some() || weekday.is_some() || holiday.is_some() => 1,
            Base::Relative { unit: Unit::Day, .. } | Base::Shift { .. } => 1,
            _ => 2,
        }
    }

    /// Whether it tells a year and nothing else.
    pub(crate) fn only_year(&self) -> bool {
        let Fields { year, short_year, .. } = self.fields;
        self.base == Base::Calendar && self.fields == Fields { year, short_year, ..Fields::default() }
    }

    /// What is missing here is taken from the other: « du 3 au 5 mars », "9-11 a.m.".
    pub(crate) fn completed_by(&self, other: &When) -> When {
        let mut completed = self.clone();
        if self.base == Base::Calendar {
            completed.fields = self.fields.completed_by(&other.fields);
            let free = self.fields.without_clock() == Fields::default();
            if free && self.fields.hour.is_some() {
                completed.base = other.base.clone();
            }
            completed.base = self.within(other).unwrap_or(completed.base);
        }
        completed.zone = self.zone.or(other.zone);
        completed
    }

    /// The year, month or week that another names by how far it is, where this is a part of it, or of the one before: from March to
    /// May last year, Monday to Wednesday next week.
    fn within(&self, other: &When) -> Option<Base> {
        let Base::Relative { unit, count, origin } = other.base else { return None };
        let Fields { year, short_year, season, quarter, month, day, weekday, toward, .. } = self.fields;
        let part = match unit {
            Unit::Year => season.is_some() || quarter.is_some() || month.is_some(),
            Unit::Month => day.is_some() && month.is_none(),
            Unit::Week => weekday.is_some() && day.is_none() && month.is_none(),
            _ => false,
        };
        let place = |of: &Fields| match unit {
            Unit::Year => [of.season.map(|season| season as u8), of.quarter, of.month],
            Unit::Month => [of.day, None, None],
            _ => [of.weekday, None, None],
        };
        let (here, there) = (place(&self.fields), place(&other.fields));
        // The end of a year is no part of it that comes before its July.
        let alike = here.map(|part| part.is_some()) == there.map(|part| part.is_some());
        let before = alike && here > there;
        let named = year.is_some() || short_year.is_some() || toward.is_some();
        (part && !named).then_some(Base::Relative { unit, count: count - i32::from(before), origin })
    }
}

impl When {
    /// The end of a range takes its day, and the half of it, from the beginning where it says none.
    pub(crate) fn completed_clock(&self, from: &When) -> When {
        let mut completed = self.clone();
        if !self.has_date() && from.has_date() && self.has_clock() {
            completed.base = from.base.clone();
            let Fields { part, hour, minute, second, meridiem, twelve, .. } = self.fields;
            completed.fields = Fields { part, hour, minute, second, meridiem, twelve, ..from.fields };
        }
        if let (Some(short), Some(year)) = (self.fields.short_year, from.fields.year) {
            completed.fields.year = Some(year / 100 * 100 + i32::from(short));
            completed.fields.short_year = None;
        }
        if self.fields.year.is_none() && self.fields.short_year.is_none() && self.fields.day.is_some() {
            let same = self.fields.month.is_none() || self.fields.month >= from.fields.month;
            completed.fields.month = self.fields.month.or(from.fields.month);
            completed.fields.year = from.fields.year.map(|year| if same { year } else { year + 1 });
        }
        completed.zone = self.zone.or(from.zone);
        completed
    }
}

/// Takes in what is said besides; None where it is another thing.
pub(crate) fn add<T: PartialEq>(known: &mut Option<T>, more: Option<T>) -> Option<()> {
    match (&known, more) {
        (_, None) => {}
        (Some(known), Some(more)) if *known != more => return None,
        (_, more) => *known = more,
    }
    Some(())
}

impl Fields {
    fn add(&mut self, other: &Fields) -> Option<()> {
        add(&mut self.year, other.year)?;
        self.era = if self.era == Era::Common { other.era } else { self.era };
        add(&mut self.short_year, other.short_year)?;
        add(&mut self.decade, other.decade)?;
        add(&mut self.short_decade, other.short_decade)?;
        add(&mut self.century, other.century)?;
        add(&mut self.half, other.half)?;
        add(&mut self.quarter, other.quarter)?;
        add(&mut self.season, other.season)?;
        add(&mut self.month, other.month)?;
        add(&mut self.week, other.week)?;
        self.weekend |= other.weekend;
        add(&mut self.weekday, other.weekday)?;
        add(&mut self.day, other.day)?;
        add(&mut self.holiday, other.holiday)?;
        add(&mut self.part, other.part)?;
        add(&mut self.hour, other.hour)?;
        add(&mut self.minute, other.minute)?;
        add(&mut self.second, other.second)?;
        add(&mut self.meridiem, other.meridiem)?;
        self.twelve |= other.twelve;
        add(&mut self.toward, other.toward)?;
        self.weeks += other.weeks;
        Some(())
    }

    /// The same without the time of the day.
    pub(crate) fn without_clock(&self) -> Fields {
        Fields { part: None, hour: None, minute: None, second: None, meridiem: None, twelve: false, ..*self }
    }

    /// Coarser fields that are missing are the other's.
    fn completed_by(&self, other: &Fields) -> Fields {
        let mut fields = *self;
        let clock_alone = self.without_clock() == Fields::default();
        if clock_alone {
            fields = Fields { part: self.part, hour: self.hour, minute: self.minute, second: self.second, ..*other };
        }
        if fields.hour.is_some_and(|hour| hour <= 12) && self.meridiem.is_none() && self.part.is_none() {
            let of_twelve = |fields: &Fields| (fields.hour.unwrap_or(0) % 12, fields.minute.unwrap_or(0));
            let later = of_twelve(other) < of_twelve(&fields);
            fields.meridiem = other.meridiem.map(|meridiem| if later { 12 - meridiem } else { meridiem });
            // An hour past twelve is by a clock of twenty-four.
            fields.twelve = (self.twelve || other.twelve) && other.hour.is_none_or(|hour| hour <= 12);
        } else {
            fields.meridiem = self.meridiem;
        }
        if self.hour.is_none() && self.part.is_none() {
            fields = fields.without_clock();
        }
        if self.day.is_some() && self.month.is_none() {
            fields.month = other.month;
        }
        // What ends before the era begins before it.
        if self.year.is_some() || self.century.is_some() {
            fields.era = other.era;
        }
        if (self.month.is_some() || self.day.is_some() || self.season.is_some() || self.quarter.is_some())
            && self.year.is_none()
            && self.toward.is_none()
        {
            let before = other.month.is_some() && fields.month > other.month
                || other.season.is_some() && fields.season > other.season;
            fields.year = other.year.map(|year| if before { year - 1 } else { year });
            fields.short_year = other.short_year;
        }
        fields
    }
}
