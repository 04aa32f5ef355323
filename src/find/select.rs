//! Which of the stretches found are annotations: the longest from the left, and what stands inside them.

use crate::lang::{Category, Operation, Pack, Scope, Setting};
use crate::segment::{Sentence, Token, add};
use crate::span::Span;
use crate::value::Unit;

use super::chart::{Chart, Lists, Stretch};
use super::lexemes::Text;
use super::listed::days_apart;
use super::meaning::{Base, Fields, Meaning, When};
use super::operate::{said, shared_first};
use super::runs::runs;

/// A temporal expression whose value is not yet fixed.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub span: Span,
    pub kind: CandidateKind,
    pub meaning: Meaning,
    pub rule: &'static str,
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

/// Adds every temporal expression of a text to `found`, in order, those inside others after them.
pub(crate) fn times(text: &Text, lists: &mut Lists, found: &mut Vec<Candidate>) {
    let tokens = &text.segmentation.tokens;
    let mut chart = Chart::new(text, std::mem::take(lists));
    for run in runs(text) {
        if !chart.fill(&run) {
            continue;
        }
        let mut selection = Selection {
            text: text.text,
            sentences: &text.segmentation.sentences,
            chart: &chart,
            tokens: &tokens[run.tokens.clone()],
            offset: run.tokens.start,
            pack: text.pack,
            found,
        };
        selection.select();
    }
    *lists = chart.into_lists();
}

/// The choice among the stretches of a run.
struct Selection<'c, 'a> {
    text: &'c str,
    sentences: &'c [Sentence],
    chart: &'c Chart<'a>,
    tokens: &'c [Token],
    /// The number of the run's first token in the text.
    offset: usize,
    pack: &'a Pack,
    found: &'c mut Vec<Candidate>,
}

impl Selection<'_, '_> {
    fn select(&mut self) {
        let mut at = 0;
        while at < self.tokens.len() {
            let best = self
                .annotations(at)
                .filter(|&(number, _)| !self.has_rival(number, at) && !self.takes_an_hour(number, at))
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

    /// The stretches from a token that are annotations of their own.
    fn annotations(&self, at: usize) -> impl Iterator<Item = (usize, &Stretch)> {
        self.chart.at(at).filter(|(_, stretch)| stretch.categories & Category::KINDS != 0)
    }

    /// Whether a stretch whose annotation begins later than itself stands in the way of a longer one.
    fn has_rival(&self, number: usize, at: usize) -> bool {
        let (start, _) = self.extent(number);
        let stretch = self.chart.stretch(number);
        if stretch.rule(self.pack).is_some_and(|rule| rule.settings.contains(&Setting::Firm)) {
            return false;
        }
        let end = stretch.end;
        (at + 1..=start).any(|between| self.annotations(between).any(|(_, rival)| rival.end > end))
    }

    /// Whether a span from a day ends with the first of the hours that are given behind it: Monday to Friday 9–12.
    fn takes_an_hour(&self, number: usize, at: usize) -> bool {
        let clocks = |meaning: &Meaning| match meaning.bounds() {
            Some((Some(from), Some(to))) => Some((from.has_clock(), to.has_clock())),
            _ => None,
        };
        let stretch = self.chart.stretch(number);
        let longer = |rival: &Stretch| rival.end > stretch.end && clocks(&rival.meaning) == Some((true, true));
        clocks(&stretch.meaning) == Some((false, true))
            && (at + 1..stretch.end).any(|between| self.annotations(between).any(|(_, rival)| longer(rival)))
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
        if let Some(days) = days_apart(self.chart, number, self.pack) {
            return self.emit_each(number, days);
        }
        let place = self.found.len();
        self.add(number, kind, stretch.meaning.clone(), Role::Whole, None);
        if self.is_several(number) {
            self.lengths_inside(number, place);
            self.dates_inside(number, place);
        } else if let Some(length) = stretch.meaning.length_of_span() {
            self.add(number, CandidateKind::Duration, length, Role::Part, Some(place));
        } else if let Some((from, to)) = stretch.meaning.bounds().filter(|_| !self.is_counted(number)) {
            match (from, to) {
                (Some(from), Some(to)) if self.chart.children(number).is_empty() => {
                    self.bounds_of_figures(place, from, to);
                }
                (from, to) => {
                    self.bounds_inside(number, place, from, to);
                    self.lengths_inside(number, place);
                }
            }
        } else if !matches!(kind, CandidateKind::DayName(_) | CandidateKind::Zone(_)) {
            self.inside(number, place);
            if matches!(&self.chart.stretch(number).meaning, Meaning::When(when) if when.ahead) {
                self.lengths_inside(number, place);
            }
        }
    }

    /// Adds the days that a stretch lists, from its first part to its end.
    fn emit_each(&mut self, number: usize, days: Vec<(usize, When)>) {
        let (last, (_, end)) = (days.len() - 1, self.extent(number));
        let first = self.chart.children(number).first().map(|(first, _)| self.chart.stretch(*first).start);
        for (nth, (child, when)) in days.into_iter().enumerate() {
            let (inner, place) = (self.through_phrases(child), self.found.len());
            self.add(inner, CandidateKind::Date, Meaning::When(when), Role::Whole, None);
            let Candidate { span, token, .. } = &mut self.found[place];
            // The month that they share is of the first, or of the last.
            if let Some(first) = first.filter(|_| nth == 0) {
                (*span, *token) = (Span::new(self.tokens[first].span().start(), span.end()), self.offset + first);
            }
            if nth == last {
                *span = Span::new(span.start(), self.tokens[end - 1].span().end());
            }
            self.inside(inner, place);
        }
    }

    /// Whether a stretch counts what it names, so that it names no bound: the last three winters.
    fn is_counted(&self, number: usize) -> bool {
        let rule = self.chart.stretch(number).rule(self.pack);
        rule.is_some_and(|rule| matches!(rule.operation, Operation::Span { .. }))
    }

    /// Whether a stretch is so many units of what it names.
    fn is_several(&self, number: usize) -> bool {
        let rule = self.chart.stretch(number).rule(self.pack);
        rule.is_some_and(|rule| matches!(rule.operation, Operation::Several(_)))
    }

    fn add(&mut self, number: usize, kind: CandidateKind, meaning: Meaning, role: Role, parent: Option<usize>) {
        let stretch = self.chart.stretch(number);
        let (start, end) = self.extent(number);
        let first = self.tokens[start].span();
        let last = self.tokens[end - 1].span();
        let rule = stretch.rule(self.pack).map_or(Category::Number.name(), |rule| rule.name);
        let span = Span::new(first.start(), last.end() - usize::from(self.ends_with_full_stop(end - 1)));
        add(self.found, Candidate { span, kind, meaning, rule, role, parent, token: self.offset + start });
    }

    /// Whether a token's point, as of an abbreviation, is the full stop of its sentence.
    fn ends_with_full_stop(&self, token: usize) -> bool {
        let word = &self.text[self.tokens[token].span().range()];
        let point = word.strip_suffix('.').is_some_and(|word| !word.contains('.'));
        point
            && self.sentences.binary_search_by_key(&(self.offset + token + 1), |sentence| sentence.tokens().end).is_ok()
    }

    /// The tokens of a stretch that its annotation covers.
    fn extent(&self, number: usize) -> (usize, usize) {
        let stretch = self.chart.stretch(number);
        let inner = stretch.rule(self.pack).is_some_and(|rule| rule.settings.contains(&Setting::InnerSpan));
        match self.chart.children(number) {
            [(first, _), .., (last, _)] if inner => (self.chart.stretch(*first).start, self.chart.stretch(*last).end),
            &[(only, _)] if inner => (self.chart.stretch(only).start, self.chart.stretch(only).end),
            &[(first, _), ..] if stretch.is(Category::Date) || stretch.is(Category::Time) => {
                (self.after_article(first, stretch.start), stretch.end)
            }
            _ => (stretch.start, stretch.end),
        }
    }

    /// Where a date or time begins whose first part is a phrase: behind the article or preposition.
    fn after_article(&self, first: usize, start: usize) -> usize {
        let phrase = self.chart.stretch(first).is(Category::Phrase) && self.chart.stretch(first).start == start;
        if phrase { self.chart.stretch(self.through_phrases(first)).start } else { start }
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

    /// Adds the day names and dates inside a stretch.
    fn inside(&mut self, number: usize, parent: usize) {
        for child in 0..self.chart.children(number).len() {
            let (child, category) = self.chart.children(number)[child];
            let inner = self.through_phrases(child);
            if self.lone_weekday(inner).is_some() {
                self.part(inner, parent);
            } else if self.is_date_of_time(parent, category, inner) {
                self.date(inner, parent);
            } else {
                self.inside(child, parent);
            }
        }
    }

    /// Adds a date inside a longer expression, with what is inside it.
    fn date(&mut self, number: usize, parent: usize) {
        let (place, meaning) = (self.found.len(), self.chart.stretch(number).meaning.clone());
        self.add(number, CandidateKind::Date, meaning, Role::Part, Some(parent));
        self.inside(number, place);
    }

    /// Adds a day name inside a stretch, or what stands inside it.
    fn part(&mut self, number: usize, parent: usize) {
        match self.lone_weekday(number) {
            Some(weekday) => {
                let fields = Fields { weekday: Some(weekday), ..Fields::default() };
                let meaning = Meaning::When(When { fields, ..When::default() });
                self.add(number, CandidateKind::DayName(weekday), meaning, Role::Part, Some(parent));
            }
            None => self.inside(number, parent),
        }
    }

    /// Adds the bounds of an interval in figures: what stands before and behind its dash.
    fn bounds_of_figures(&mut self, place: usize, from: When, to: When) {
        let whole = self.found[place].clone();
        let said = &self.text[whole.span.range()];
        let Some(dash) = said.find(['-', '\u{2013}', '\u{2014}', '/']) else { return };
        let behind = said[dash..].find(|c: char| c.is_alphanumeric()).map_or(said.len(), |after| dash + after);
        let ends = [(0, said[..dash].trim_end().len(), from, Role::From), (behind, said.len(), to, Role::To)];
        for (start, end, when, role) in ends {
            let meaning = Meaning::When(when);
            let Some(kind) = kind_of(&meaning).filter(|_| start < end) else { continue };
            let span = Span::new(whole.span.start() + start, whole.span.start() + end);
            add(self.found, Candidate { span, kind, meaning, role, parent: Some(place), ..whole.clone() });
        }
    }

    /// Adds the bounds that an interval names, with what is inside them.
    fn bounds_inside(&mut self, number: usize, parent: usize, from: Option<When>, to: Option<When>) {
        let (parts, whens): (Vec<usize>, Vec<When>) = self
            .chart
            .children(number)
            .iter()
            .filter_map(|&(child, category)| Some((child, said(category, &self.chart.stretch(child).meaning)?)))
            .unzip();
        let shared = match (&from, &to) {
            // Of Thursday before eleven, the hour is the bound.
            (Some(_), None) | (None, Some(_)) => {
                whens.iter().enumerate().min_by_key(|(_, when)| when.finest()).map_or(0, |(place, _)| place)
            }
            // What stands alone beside two bounds in figures is shared: the 12th between 0730-0930.
            _ => usize::from(whens.len() == 1 || shared_first(&whens)),
        };
        let mut bounds = [from.zip(Some(Role::From)), to.zip(Some(Role::To))].into_iter().flatten();
        for (place, child) in parts.into_iter().enumerate() {
            let inner = self.through_phrases(child);
            let own = self.lone_weekday(inner).map(CandidateKind::DayName);
            let found = self.found.len();
            let bound = if place < shared { None } else { bounds.next() };
            match bound {
                Some((bound, role)) => {
                    let meaning = Meaning::When(bound);
                    let kind = own.or_else(|| kind_of(&meaning)).unwrap_or(CandidateKind::Date);
                    self.add(inner, kind, meaning, role, Some(parent));
                    if own.is_none() {
                        self.inside(inner, found);
                    }
                }
                None => self.shared(inner, parent),
            }
        }
    }

    /// Adds what both bounds of an interval share: the date of two hours.
    fn shared(&mut self, number: usize, parent: usize) {
        if self.chart.stretch(number).is(Category::Date) && self.lone_weekday(number).is_none() {
            self.date(number, parent);
        } else {
            self.part(number, parent);
        }
    }

    /// Adds the durations that an interval, or a date to come, is told by.
    fn lengths_inside(&mut self, number: usize, parent: usize) {
        for at in 0..self.chart.children(number).len() {
            let (child, _) = self.chart.children(number)[at];
            if let Meaning::Length(length) = &self.chart.stretch(child).meaning {
                self.add(child, CandidateKind::Duration, Meaning::Length(*length), Role::Part, Some(parent));
            }
        }
    }

    /// Adds the dates that a stretch counts within.
    fn dates_inside(&mut self, number: usize, parent: usize) {
        for at in 0..self.chart.children(number).len() {
            let inner = self.through_phrases(self.chart.children(number)[at].0);
            if matches!(&self.chart.stretch(inner).meaning, Meaning::When(when) if !when.is_under_way()) {
                self.date(inner, parent);
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

    fn is_date_of_time(&self, parent: usize, category: Category, number: usize) -> bool {
        let Meaning::When(when) = &self.chart.stretch(number).meaning else { return false };
        self.found[parent].kind == CandidateKind::Time
            && matches!(category, Category::Date | Category::Phrase)
            && when.has_date()
            && !when.has_clock()
            && self.lone_weekday(number).is_none()
    }
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
    when.has_clock()
        || match &when.base {
            Base::Shift { from, by, .. } => by.counts_clock() || from.as_ref().is_some_and(|from| is_time(from)),
            Base::Relative { unit, .. } => *unit <= Unit::Hour,
            _ => false,
        }
}
