//! Which of the stretches found are annotations: the longest from the left, and what stands inside them.

use std::sync::Arc;

use crate::lang::{Category, Pack, Scope, Setting};
use crate::segment::{Before, Segmentation, Token};
use crate::span::Span;
use crate::value::{Amount, Duration, Unit};

use super::chart::Chart;
use super::lexemes::lexemes;
use super::meaning::{Base, Between, Meaning, When};

/// A temporal expression whose value is not yet fixed.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub span: Span,
    pub kind: CandidateKind,
    pub meaning: Meaning,
    pub rule: Arc<str>,
    pub role: Role,
    /// The candidate it stands inside, by its place in the list.
    pub parent: Option<usize>,
    /// Its first token.
    pub token: usize,
}

/// What kind of annotation a candidate will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CandidateKind {
    Date,
    /// 1 is Monday.
    DayName(u8),
    Time,
    Duration,
    Set,
    Interval,
    /// A zone that holds for more than one time; no annotation.
    Zone(Scope),
}

/// What a candidate is to the one it stands inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// It stands by itself.
    Whole,
    /// The first bound of an interval.
    From,
    /// The last bound of an interval.
    To,
    /// The date of a time, or a name in it.
    Part,
}

/// Every temporal expression of a text, in order, those inside others after them.
pub(crate) fn times(text: &str, segmentation: &Segmentation, pack: &Pack) -> Vec<Candidate> {
    let tokens = &segmentation.tokens;
    let mut starts: Vec<usize> = segmentation
        .sentences
        .iter()
        .map(|sentence| sentence.tokens().start)
        .filter(|&first| tokens.get(first).is_some_and(|token| token.before() >= Before::Line))
        .collect();
    starts.push(tokens.len());
    let mut found = Vec::new();
    let mut folded = String::new();
    let mut first = 0;
    for end in starts {
        let line = &tokens[first..end];
        let lexemes = lexemes(text, line, pack, &mut folded);
        let chart = Chart::fill(text, line, &lexemes, pack);
        let mut selection = Selection { chart: &chart, tokens: line, offset: first, pack, found: &mut found };
        selection.select();
        first = end;
    }
    found
}

/// The choice among the stretches of a line.
struct Selection<'c, 'a> {
    chart: &'c Chart<'a>,
    tokens: &'c [Token],
    /// The number of the line's first token in the text.
    offset: usize,
    pack: &'a Pack,
    found: &'c mut Vec<Candidate>,
}

impl Selection<'_, '_> {
    fn select(&mut self) {
        let mut at = 0;
        while at < self.tokens.len() {
            let best = self
                .chart
                .at(at)
                .filter(|(_, stretch)| Category::ALL.iter().any(|category| category.is_kind() && stretch.is(*category)))
                .min_by_key(|(_, stretch)| (std::cmp::Reverse(stretch.end), stretch.rank()))
                .map(|(number, stretch)| (number, stretch.end));
            match best {
                Some((number, end)) => {
                    self.emit(number);
                    at = end;
                }
                None => at += 1,
            }
        }
    }

    /// Adds a stretch as a candidate, with those inside it.
    fn emit(&mut self, number: usize) {
        let stretch = self.chart.stretch(number);
        let kind = match (self.scope(number), self.lone_weekday(number)) {
            (Some(scope), _) => Some(CandidateKind::Zone(scope)),
            (_, Some(weekday)) => Some(CandidateKind::DayName(weekday)),
            _ => kind_of(&stretch.meaning),
        };
        let Some(kind) = kind else { return };
        let place = self.found.len();
        self.add(number, kind, stretch.meaning.clone(), Role::Whole, None);
        if let Some(length) = stretch.meaning.length_of_span() {
            self.add(number, CandidateKind::Duration, length, Role::Part, Some(place));
        } else if !matches!(kind, CandidateKind::DayName(_) | CandidateKind::Zone(_)) {
            self.inside(number, place);
        }
    }

    fn add(&mut self, number: usize, kind: CandidateKind, meaning: Meaning, role: Role, parent: Option<usize>) {
        let stretch = self.chart.stretch(number);
        let (start, end) = self.said(number);
        let first = self.tokens[start].span();
        let last = self.tokens[end - 1].span();
        let rule =
            stretch.rule(self.pack).map_or_else(|| Arc::from(Category::Weekday.name()), |rule| rule.name.clone());
        let span = Span::new(first.start(), last.end());
        self.found.push(Candidate { span, kind, meaning, rule, role, parent, token: self.offset + start });
    }

    /// Whether a stretch is the whole of a candidate.
    fn is_whole_of(&self, number: usize, candidate: usize) -> bool {
        let (start, end) = self.said(number);
        let span = self.found[candidate].span;
        self.tokens[start].span().start() == span.start() && self.tokens[end - 1].span().end() == span.end()
    }

    /// The tokens of a stretch that its annotation covers.
    fn said(&self, number: usize) -> (usize, usize) {
        let stretch = self.chart.stretch(number);
        let inner = stretch.rule(self.pack).is_some_and(|rule| rule.settings.contains(&Setting::InnerSpan));
        match self.chart.children(number) {
            [(first, _), .., (last, _)] if inner => (self.chart.stretch(*first).start, self.chart.stretch(*last).end),
            &[(only, _)] if inner => (self.chart.stretch(only).start, self.chart.stretch(only).end),
            _ => (stretch.start, stretch.end),
        }
    }

    /// How far a zone holds that stands apart from a time.
    fn scope(&self, number: usize) -> Option<Scope> {
        let stretch = self.chart.stretch(number);
        let rule = stretch.rule(self.pack).filter(|_| stretch.is(Category::ZoneScope))?;
        rule.settings.iter().find_map(|setting| match setting {
            Setting::Scope(scope) => Some(*scope),
            _ => None,
        })
    }

    /// The weekday of a stretch that is nothing else.
    fn lone_weekday(&self, number: usize) -> Option<u8> {
        let stretch = self.chart.stretch(number);
        if stretch.end - stretch.start != 1 {
            return None;
        }
        self.chart.at(stretch.start).find_map(|(_, word)| match word.meaning {
            Meaning::Number(value)
                if (word.is(Category::Weekday) || word.is(Category::ShortWeekday)) && word.end == stretch.end =>
            {
                u8::try_from(value).ok()
            }
            _ => None,
        })
    }

    /// Adds the day names, dates and bounds inside a stretch.
    fn inside(&mut self, number: usize, parent: usize) {
        let mut bounds = 0;
        for &(child, category) in self.chart.children(number) {
            let stretch = self.chart.stretch(child);
            let of_interval = self.found[parent].kind == CandidateKind::Interval && self.is_whole_of(number, parent);
            if let Some(weekday) = self.lone_weekday(child) {
                let meaning = self.bound(parent, of_interval, &mut bounds).unwrap_or_else(|| stretch.meaning.clone());
                let role = if of_interval { bound_role(bounds) } else { Role::Part };
                self.add(child, CandidateKind::DayName(weekday), meaning, role, Some(parent));
                continue;
            }
            let inner = self.through_phrases(child);
            let said = match &self.chart.stretch(inner).meaning {
                Meaning::When(when) => Some(when.as_ref().clone()),
                _ => None,
            };
            let place = self.found.len();
            match said {
                Some(_) if of_interval => {
                    let meaning = self.bound(parent, true, &mut bounds);
                    if let Some((meaning, kind)) =
                        meaning.and_then(|meaning| kind_of(&meaning).map(|kind| (meaning, kind)))
                    {
                        let kind = self.lone_weekday(inner).map_or(kind, CandidateKind::DayName);
                        self.add(inner, kind, meaning, bound_role(bounds), Some(parent));
                        self.inside(inner, place);
                    }
                }
                Some(when) if self.is_date_of_time(parent, category, &when, inner) => {
                    self.add(inner, CandidateKind::Date, Meaning::When(Box::new(when)), Role::Part, Some(parent));
                    self.inside(inner, place);
                }
                _ => self.inside(child, parent),
            }
        }
    }

    /// The stretch that a phrase holds, without its article.
    fn through_phrases(&self, mut number: usize) -> usize {
        while self.chart.stretch(number).is(Category::Phrase) {
            match self.chart.children(number) {
                &[(inner, _)] => number = inner,
                _ => break,
            }
        }
        number
    }

    /// What the next bound of an interval says, with what the other bound lends it.
    fn bound(&self, parent: usize, of_interval: bool, bounds: &mut usize) -> Option<Meaning> {
        let Meaning::Between(between) = &self.found[parent].meaning else { return None };
        let Between::Bounds { from, to, .. } = between.as_ref() else { return None };
        if !of_interval {
            return None;
        }
        let said = [from, to].into_iter().flatten().nth(*bounds)?;
        *bounds += if from.is_none() { 2 } else { 1 };
        Some(Meaning::When(Box::new(said.clone())))
    }

    fn is_date_of_time(&self, parent: usize, category: Category, when: &When, number: usize) -> bool {
        self.found[parent].kind == CandidateKind::Time
            && matches!(category, Category::Date | Category::Phrase)
            && when.has_date()
            && !when.has_clock()
            && self.lone_weekday(number).is_none()
    }
}

fn bound_role(bounds: usize) -> Role {
    if bounds == 1 { Role::From } else { Role::To }
}

/// The kind of annotation that a meaning is; None for nothing, or for what is no annotation alone.
fn kind_of(meaning: &Meaning) -> Option<CandidateKind> {
    match meaning {
        Meaning::When(when) => Some(if is_time(when) { CandidateKind::Time } else { CandidateKind::Date }),
        Meaning::Length(_) => Some(CandidateKind::Duration),
        Meaning::Often(_) => Some(CandidateKind::Set),
        Meaning::Between(_) => Some(CandidateKind::Interval),
        Meaning::Number(_) | Meaning::Amount(_) | Meaning::Nothing => None,
    }
}

fn is_time(when: &When) -> bool {
    let by_clock =
        |by: &Duration| [Unit::Hour, Unit::Minute, Unit::Second].iter().any(|&unit| by.get(unit) != Amount::None);
    when.has_clock()
        || match &when.base {
            Base::Shift { from, by, .. } => by_clock(by) || from.as_ref().is_some_and(|from| is_time(from)),
            Base::Relative { unit, .. } => *unit <= Unit::Hour,
            _ => false,
        }
}
