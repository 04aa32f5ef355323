//! What was found, as it is kept: nearly every value is short, and the few long ones stand in a list of their own.

use crate::span::Span;
use crate::value::{Date, Modifier, Resolved, Time, Value, Weekday};

use super::explain::{Explanation, Source};

/// A temporal expression with its value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Finding {
    pub span: Span,
    pub rule: &'static str,
    pub value: Value,
    pub modifier: Option<Modifier>,
    pub resolved: Option<Resolved>,
    pub explanation: Explanation,
}

/// A value, in a sixth of its size where it is short.
#[derive(Clone, Copy, Debug)]
enum Short {
    Date(Date),
    DayName(Weekday, Date),
    Time(Time),
    /// That one of the long values.
    Long(u32),
}

/// A finding as it is kept.
#[derive(Clone, Copy, Debug)]
struct Kept {
    span: Span,
    rule: &'static str,
    value: Short,
    modifier: Option<Modifier>,
    resolved: Option<Resolved>,
    said: Short,
    source: Source,
}

/// The temporal expressions of a text with their values.
#[derive(Clone, Debug, Default)]
pub(crate) struct Findings {
    kept: Vec<Kept>,
    long: Vec<Value>,
}

impl Findings {
    /// Adds a finding.
    pub(crate) fn push(&mut self, finding: &Finding) {
        let Finding { span, rule, value, modifier, resolved, explanation: Explanation { said, source } } = *finding;
        let short = self.short(value);
        let said = if said == value { short } else { self.short(said) };
        self.kept.push(Kept { span, rule, value: short, modifier, resolved, said, source });
    }

    fn short(&mut self, value: Value) -> Short {
        match value {
            Value::Date(date) => Short::Date(date),
            Value::DayName(weekday, date) => Short::DayName(weekday, date),
            Value::Time(time) => Short::Time(time),
            long => {
                self.long.push(long);
                Short::Long(self.long.len() as u32 - 1)
            }
        }
    }

    fn value(&self, short: Short) -> Value {
        match short {
            Short::Date(date) => Value::Date(date),
            Short::DayName(weekday, date) => Value::DayName(weekday, date),
            Short::Time(time) => Value::Time(time),
            Short::Long(at) => self.long[at as usize],
        }
    }

    /// The finding of that number.
    pub(crate) fn get(&self, at: usize) -> Option<Finding> {
        let &Kept { span, rule, value, modifier, resolved, said, source } = self.kept.get(at)?;
        let explanation = Explanation { said: self.value(said), source };
        Some(Finding { span, rule, value: self.value(value), modifier, resolved, explanation })
    }

    /// The value of the finding of that number.
    pub(crate) fn value_of(&self, at: usize) -> Option<Value> {
        self.kept.get(at).map(|kept| self.value(kept.value))
    }

    /// Where they stand, in the order in which they were found.
    pub(crate) fn spans(&self) -> impl Iterator<Item = Span> {
        self.kept.iter().map(|kept| kept.span)
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.kept.len()
    }

    /// Makes room for so many more.
    pub(crate) fn reserve(&mut self, more: usize) {
        self.kept.reserve(more);
    }

    /// Leaves out those whose value is not wanted.
    pub(crate) fn retain(&mut self, wanted: impl Fn(&Value) -> bool) {
        let mut kept = std::mem::take(&mut self.kept);
        kept.retain(|finding| wanted(&self.value(finding.value)));
        self.kept = kept;
    }

    /// Moves those from a number on into a text that has theirs from that byte on.
    pub(super) fn shift(&mut self, from: usize, by: usize) {
        let moved = |span: Span| Span::new(span.start() + by, span.end() + by);
        for finding in &mut self.kept[from..] {
            finding.span = moved(finding.span);
            if let Source::Annotation(span) = &mut finding.source {
                *span = moved(*span);
            }
        }
    }

    /// As if there were none.
    pub(super) fn clear(&mut self) {
        self.kept.clear();
        self.long.clear();
    }
}
