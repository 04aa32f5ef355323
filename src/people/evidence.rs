//! What the document itself says of a word: how the tagger read its other occurrences.

use crate::lang::QuickMap;

use super::lattice::{BEGIN, BODY, INSIDE, PLACE, Scores};

/// The number of rows of weights for evidence.
pub(crate) const ROWS: usize = 128;

/// Sums over the occurrences of a form.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    count: u32,
    person: f32,
    other: f32,
    /// As the last word of a name of several words, and as its first.
    last: f32,
    first: f32,
}

/// What the tagger thought of every form of a document.
#[derive(Debug, Default)]
pub(crate) struct Evidence {
    forms: QuickMap<u32, Sums>,
}

/// One occurrence of a form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Occurrence {
    pub form: u32,
    /// How likely each label is.
    pub chances: Scores,
    /// Whether it stands first, and last, in a name of several words.
    pub first: bool,
    pub last: bool,
    /// Whether it is a run of its own.
    pub alone: bool,
    /// Whether it ends a run of two at most, and no name of several words.
    pub short: bool,
}

impl Occurrence {
    fn sums(&self) -> Sums {
        let person = self.chances[BEGIN] + self.chances[INSIDE];
        Sums {
            count: 1,
            person,
            other: self.chances[PLACE] + self.chances[BODY],
            last: if self.last { person } else { 0.0 },
            first: if self.first { person } else { 0.0 },
        }
    }
}

impl Evidence {
    /// What these occurrences tell.
    pub(crate) fn of(occurrences: &[Occurrence]) -> Evidence {
        let mut evidence =
            Evidence { forms: QuickMap::with_capacity_and_hasher(occurrences.len(), Default::default()) };
        occurrences.iter().for_each(|occurrence| evidence.add(occurrence));
        evidence
    }

    /// Counts an occurrence.
    fn add(&mut self, occurrence: &Occurrence) {
        let (sums, own) = (self.forms.entry(occurrence.form).or_default(), occurrence.sums());
        sums.count += own.count;
        sums.person += own.person;
        sums.other += own.other;
        sums.last += own.last;
        sums.first += own.first;
    }

    /// Whether a word almost alone is, elsewhere, the last of a name of several words, and mostly read as a name.
    pub(crate) fn knows(&self, occurrence: &Occurrence) -> bool {
        let known = |all: &Sums| all.last > 0.8 && all.count > 1 && all.person > all.other;
        occurrence.short && self.forms.get(&occurrence.form).is_some_and(known)
    }

    /// The rows of weights that the other occurrences of the same form call for; none when there is none.
    pub(crate) fn rows(&self, occurrence: &Occurrence) -> Option<[u8; 4]> {
        let (all, own) = (self.forms.get(&occurrence.form)?, occurrence.sums());
        let count = all.count.checked_sub(own.count).filter(|&count| count > 0)?;
        let mean = |all: f32, own: f32| (all - own).max(0.0) / count as f32;
        let alone = u8::from(occurrence.alone);
        let often = (count.min(3) - 1) as u8;
        let person = level(mean(all.person, own.person));
        let last = level((all.last - own.last).clamp(0.0, 1.0));
        Some([
            person * 6 + often * 2 + alone,
            36 + last * 2 + alone,
            48 + level((all.first - own.first).clamp(0.0, 1.0)) * 2 + alone,
            60 + level(mean(all.other, own.other)) * 6 + often * 2 + alone,
        ])
    }
}

/// A share in six steps, finer at the ends.
fn level(share: f32) -> u8 {
    [0.05, 0.2, 0.5, 0.8, 0.95].iter().map(|&step| u8::from(share > step)).sum()
}
