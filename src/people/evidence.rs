//! What the document itself says of a word: how the tagger read its other occurrences.

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

/// One occurrence of a form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Occurrence {
    pub form: u32,
    /// How likely it is a person's name, and how likely a place's or a body's.
    pub person: f32,
    pub other: f32,
    /// Whether it stands first, and last, in a name of several words.
    pub first: bool,
    pub last: bool,
    /// Whether it is a run of its own.
    pub alone: bool,
    /// Whether it ends a run of two at most, and no name of several words.
    pub short: bool,
}

/// What the tagger thought of every form of a document.
#[derive(Debug, Default)]
pub(crate) struct Evidence {
    /// Open addressing: a form, and the place of its sums more one, or 0 where the slot is free.
    slots: Vec<(u32, u32)>,
    sums: Vec<Sums>,
}

impl Evidence {
    /// Room for what so many occurrences tell.
    pub(crate) fn with_room(occurrences: usize) -> Evidence {
        let slots = (2 * occurrences).next_power_of_two();
        Evidence { slots: vec![(0, 0); slots], sums: Vec::with_capacity(occurrences) }
    }

    /// Counts an occurrence; returns the place of its form.
    #[inline]
    pub(crate) fn add(&mut self, occurrence: &Occurrence) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = occurrence.form as usize & mask;
        let place = loop {
            match &mut self.slots[slot] {
                (_, place @ 0) => {
                    self.sums.push(Sums::default());
                    *place = self.sums.len() as u32;
                    let place = *place as usize - 1;
                    self.slots[slot].0 = occurrence.form;
                    break place;
                }
                &mut (form, place) if form == occurrence.form => break place as usize - 1,
                _ => slot = (slot + 1) & mask,
            }
        };
        let sums = &mut self.sums[place];
        sums.count += 1;
        sums.person += occurrence.person;
        sums.other += occurrence.other;
        sums.last += if occurrence.last { occurrence.person } else { 0.0 };
        sums.first += if occurrence.first { occurrence.person } else { 0.0 };
        place
    }

    /// Whether the document has the form at that place more than once.
    #[inline]
    pub(crate) fn repeats(&self, place: usize) -> bool {
        self.sums[place].count > 1
    }

    /// Whether a word almost alone is, elsewhere, the last of a name of several words, and mostly read as a name.
    pub(crate) fn knows(&self, place: usize, occurrence: &Occurrence) -> bool {
        let all = &self.sums[place];
        occurrence.short && all.last > 0.8 && all.person > all.other
    }

    /// The rows of weights that the other occurrences of the form call for; none when there is none.
    pub(crate) fn rows(&self, place: usize, occurrence: &Occurrence) -> Option<[u8; 4]> {
        let (all, own) = (&self.sums[place], occurrence);
        let count = all.count.checked_sub(1).filter(|&count| count > 0)?;
        let mean = |all: f32, own: f32| (all - own).max(0.0) / count as f32;
        let without = |all: f32, counted: bool| (if counted { all - own.person } else { all }).clamp(0.0, 1.0);
        let alone = u8::from(occurrence.alone);
        let often = (count.min(3) - 1) as u8;
        let person = level(mean(all.person, own.person));
        Some([
            person * 6 + often * 2 + alone,
            36 + level(without(all.last, own.last)) * 2 + alone,
            48 + level(without(all.first, own.first)) * 2 + alone,
            60 + level(mean(all.other, own.other)) * 6 + often * 2 + alone,
        ])
    }
}

/// A share in six steps, finer at the ends.
fn level(share: f32) -> u8 {
    [0.05, 0.2, 0.5, 0.8, 0.95].iter().map(|&step| u8::from(share > step)).sum()
}
