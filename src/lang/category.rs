//! The categories that rules speak of: what a word is, and what a stretch of text has been found to be.

use crate::error::{Error, ErrorKind};

macro_rules! categories {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// A category of words or phrases, `{name}` in a rule.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Category {
            $($(#[$doc])* $name,)*
        }

        impl Category {
            pub(crate) const ALL: &'static [Category] = &[$(Category::$name,)*];

            /// The name rules and word lists use.
            pub(crate) fn name(self) -> &'static str {
                match self {
                    $(Category::$name => $text,)*
                }
            }

            fn by_name(name: &str) -> Option<Category> {
                match name {
                    $($text => Some(Category::$name),)*
                    _ => None,
                }
            }
        }
    };
}

categories! {
    /// Any numeral, in digits or in words; `Meaning::Number`.
    Number = "number",
    /// A numeral that can be a day of the month: 1–31, also as an ordinal.
    Day = "day",
    /// The same as an ordinal in figures: 3rd.
    OrdinalDay = "ordinal-day",
    /// The same in figures, an ordinal or not.
    DayFigures = "day-figures",
    /// Digits that can be a month: 1–12.
    MonthNumber = "month-number",
    /// Four digits that can be a year, or a year in words.
    Year = "year",
    /// Two digits that can be a year.
    ShortYear = "short-year",
    /// Two digits that can be a year and no day: 32–99, 00.
    YearNotDay = "year-not-day",
    /// A numeral that can be an hour: 0–24.
    Hour = "hour",
    /// A numeral that can be a minute: 0–59.
    Minute = "minute",
    /// A numeral that can be a second: 0–59.
    Second = "second",
    /// Digits behind the second's point.
    Fraction = "fraction",
    /// A first, second, third, in digits or words.
    Ordinal = "ordinal",
    /// A number in Roman letters.
    Roman = "roman",
    /// A numeral in words; in the word list, a part of one.
    Numeral = "numeral",
    Month = "month",
    /// A name of a month that is another word as well: a month only in company.
    ShortMonth = "short-month",
    Weekday = "weekday",
    /// A name of a weekday that is another word as well: a weekday only in company.
    ShortWeekday = "short-weekday",
    /// A weekday in the plural: every one of them.
    Weekdays = "weekdays",
    /// The middle of a month, in one word.
    MidMonth = "mid-month",
    Unit = "unit",
    Part = "part",
    Season = "season",
    Holiday = "holiday",
    Zone = "zone",
    /// A place whose zone is known; it says one only where a rule makes it so.
    Place = "place",
    /// A zone that stands apart from a time, and holds for more than it.
    ZoneScope = "zone-scope",
    /// Minutes east of UTC, said as such.
    Offset = "offset",
    Meridiem = "meridiem",
    Era = "era",
    /// A decade in words, by its last two digits: nineties.
    Decade = "decade",
    /// A month of the French Republican calendar.
    RepublicanMonth = "republican-month",
    Date = "date",
    Time = "time",
    /// A time of the clock alone.
    Clock = "clock",
    Duration = "duration",
    Set = "set",
    Interval = "interval",
    /// A stretch that looks like a time and is none.
    Nothing = "nothing",
    /// A length of time that is counted, not vague.
    Counted = "counted",
    /// Digits behind a plus sign: +2.
    Plus = "plus",
    /// A number of things, or some: what stands before a unit.
    Amount = "amount",
    /// A date or time with its article or preposition, for rules alone.
    Phrase = "phrase",
    /// Free categories of a pack's own, to share parts between its rules.
    A = "a",
    B = "b",
    C = "c",
    D = "d",
    E = "e",
    F = "f",
    G = "g",
    H = "h",
    I = "i",
    J = "j",
    K = "k",
    L = "l",
    M = "m",
    N = "n",
    O = "o",
    P = "p",
    Q = "q",
    // What a word is, and no part of a pattern.
    /// What makes digits an ordinal: 1er, 17th.
    OrdinalSuffix = "ordinal-suffix",
    /// A word that says when a text was written: 0 published, updated; 1 by; 2 what was published.
    Publication = "publication",
    /// A word that says the same in other units: "that is".
    Namely = "namely",
    /// A word between two dates: 0 joins them, 1 says that the second follows, 2 is an article or preposition of the second.
    Link = "link",
    /// An article: 1 goes before what is told of something, a Tuesday; 2 before a weekday that recurs where no verb looks
    /// back; 3 is one with a preposition, before the first of days that recur.
    Article = "article",
    /// A verb form of saying, 1 in the active alone: the day behind it is that of what was said, not of what it tells.
    Saying = "saying",
    /// A verb form of birth: what is told behind it goes on long after that year.
    Birth = "birth",
    /// A word of comparison: 0 compares with the date behind it, 1 does so before what begins a clause, 2 behind 3, 4 before a
    /// number.
    Compared = "compared",
    /// What has gone on from what was told up to now: 0 where it stands alone, behind an auxiliary or before 1: since then.
    Since = "since",
    /// A word that tells when something is open: opening, closed, hours; 1: open.
    Opening = "opening",
    /// What says that a weekday behind it is still ahead: 0 of what was told, before; 1 of the day of writing too, ahead of;
    /// 2 that a weekday or month behind it was before that, after.
    Ahead = "ahead",
    /// A verb form that gives time: what it gives ends on a day to come.
    Granting = "granting",
    /// A verb form that asks for what is to come, or settles it.
    Asking = "asking",
    /// What is told in tens, of degrees for one: 0 before them in its sentence, 1 with no more than a preposition between.
    Tens = "tens",
    /// What tells the most of its kind, a superlative.
    Most = "most",
    /// A noun that a sentence without a verb announces: 0 what is planned, a concert; 1 one that tells of what has happened, a score;
    /// 2 what nobody plans, an accident.
    Announced = "announced",
    /// A verb form, or with a hyphen its ending: 0 looks back, 1 on; 2 back, before a participle; 3 a participle;
    /// 4 back, or a participle; 5 a form of being, which looks on before the sign of the infinitive; 6 that sign; 7 neither;
    /// 8 an article, behind which no verb stands; 9 back, and before a participle on what was over already; 10 a reflexive;
    /// 11 a present, which looks on to a day behind it; 12 a participle that looks on before 6 or 13, a preposition;
    /// 14 on from the day of writing; 15 a preposition before which 5 looks on; 16 on before 5; 17 as 5, and on to what
    /// stands just behind it; 18 before 1, what is no longer so; 19 as 11, unless another verb governs it; 20 what begins a
    /// clause; 21 as 11, and to a day before it; 22 on, where a participle follows; 23 an adjective, behind which a noun stands;
    /// 24 as 0, and on before 6; 25 a noun, or a participle behind its auxiliary; 26 as 21, unless the sentence begins with it.
    Tense = "tense",
}

// A set of categories is one word of the machine.
const _: () = assert!(Category::OrdinalSuffix as u32 <= u64::BITS);

impl Category {
    /// The category of that name.
    pub(crate) fn named(name: &str, file: &'static str, line: usize) -> Result<Category, Error> {
        let unknown = || Error::new(ErrorKind::Pack { file, line, why: format!("unknown category {name:?}") });
        Category::by_name(name).ok_or_else(unknown)
    }

    /// Its bit in a set of categories; none where it is no part of a pattern.
    pub(crate) const fn bit(self) -> u64 {
        if (self as u32) < u64::BITS { 1 << self as u32 } else { 0 }
    }

    /// The categories of a set of bits.
    pub(crate) fn of_bits(mut bits: u64) -> impl Iterator<Item = Category> + Clone {
        std::iter::from_fn(move || {
            let rest = bits.checked_sub(1)?;
            let category = Category::ALL.get(bits.trailing_zeros() as usize).copied()?;
            bits &= rest;
            Some(category)
        })
    }

    /// Those whose stretches are annotations of their own, as bits.
    pub(crate) const KINDS: u64 = {
        use Category::*;
        Date.bit() | Time.bit() | Duration.bit() | Set.bit() | Interval.bit() | Nothing.bit() | ZoneScope.bit()
    };

    /// Whether a stretch of this category is an annotation of its own.
    #[cfg(test)]
    pub(crate) fn is_kind(self) -> bool {
        Category::KINDS & self.bit() != 0
    }
}
