//! The annotator: calls the rooms in order.

use std::borrow::Cow;
use std::sync::Arc;

use crate::context::{Context, Direction};
use crate::document::{Content, Document, Kind, Record};
use crate::error::Error;
use crate::lang::Pack;
use crate::language::Language;
use crate::people::{self, Names, People};
use crate::resolve::{self, Times};
use crate::segment::{Contractions, Segmentation, Segmenter, detect, elsewhere};
use crate::span::Span;

/// Reads texts and annotates them.
///
/// Cheap to clone, shared freely between threads; it keeps nothing of the texts it has read.
///
/// ```
/// use chronique::Annotator;
///
/// let annotator = Annotator::new();
/// let document = annotator.annotate("La réunion du 3 mars 2024 a duré deux heures.");
/// let found: Vec<_> = document.annotations().map(|a| (a.text(), a.kind().name())).collect();
/// assert_eq!(found, [("3 mars 2024", "date"), ("deux heures", "duration")]);
/// ```
#[derive(Clone, Debug)]
pub struct Annotator {
    settings: Arc<Settings>,
}

#[derive(Debug)]
struct Settings {
    languages: Vec<Language>,
    /// A bit for each kind wanted.
    kinds: u16,
    direction: Direction,
    names: Names,
}

impl Annotator {
    /// An annotator of both languages and every kind but conflicts, with the news reading.
    pub fn new() -> Annotator {
        Builder::default().finish()
    }

    /// An annotator to be set up.
    ///
    /// ```
    /// use chronique::{Annotator, Kind, Language};
    ///
    /// let annotator = Annotator::builder().languages([Language::French]).kinds([Kind::Date]).build()?;
    /// assert_eq!(annotator.annotate("Il a parlé pendant deux heures.").annotations().count(), 0);
    /// # Ok::<(), chronique::Error>(())
    /// ```
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Annotates a text about which nothing else is known.
    pub fn annotate<'t>(&self, text: &'t str) -> Document<'t> {
        self.annotate_with(text, &Context::default())
    }

    /// Annotates a text with what is known about it.
    pub fn annotate_with<'t>(&self, text: &'t str, context: &Context) -> Document<'t> {
        self.settings.annotate(text, context, &mut Workspace::default())
    }

    /// Annotates texts one after the other, in the same memory: faster than one by one where they are short.
    ///
    /// ```
    /// use chronique::Annotator;
    ///
    /// let texts = ["The mill burned on 3 March 2024.", "It stood for eighty years."];
    /// let annotator = Annotator::new();
    /// let found: Vec<String> = annotator
    ///     .annotate_all(texts)
    ///     .flat_map(|document| document.annotations().map(|a| a.text().to_owned()).collect::<Vec<_>>())
    ///     .collect();
    /// assert_eq!(found, ["3 March 2024", "eighty years"]);
    /// ```
    pub fn annotate_all<'t, T>(&self, texts: T) -> impl Iterator<Item = Document<'t>> + use<'t, T>
    where
        T: IntoIterator<Item = &'t str>,
    {
        let mut reader = self.reader();
        texts.into_iter().map(move |text| reader.annotate(text))
    }

    /// The same with what is known about each text.
    ///
    /// ```
    /// use chronique::{Annotator, Context};
    ///
    /// let news = [("It rained yesterday.", "2024-03-05"), ("It snowed yesterday.", "2024-01-11")];
    /// let known = news.map(|(text, day)| (text, Context::new().anchor(day.parse().unwrap())));
    /// let annotator = Annotator::new();
    /// let days: Vec<String> = annotator
    ///     .annotate_all_with(known)
    ///     .map(|document| document.dates().next().unwrap().value().unwrap().to_string())
    ///     .collect();
    /// assert_eq!(days, ["2024-03-04", "2024-01-10"]);
    /// ```
    pub fn annotate_all_with<'t, T>(&self, texts: T) -> impl Iterator<Item = Document<'t>> + use<'t, T>
    where
        T: IntoIterator<Item = (&'t str, Context)>,
    {
        let mut reader = self.reader();
        texts.into_iter().map(move |(text, context)| reader.annotate_with(text, &context))
    }

    /// A reader that keeps the memory it needs from one text to the next, for a loop of your own.
    pub fn reader(&self) -> Reader {
        Reader { settings: self.settings.clone(), work: Workspace { again: true, ..Workspace::default() } }
    }
}

/// Annotates one text after the other in the same memory, as much as the longest of them took.
///
/// What it returns is the same as what [`Annotator::annotate_with`] does, and borrows nothing of it. A thread has its own.
///
/// ```
/// use chronique::{Annotator, Context};
///
/// let mut reader = Annotator::new().reader();
/// for line in ["Le train part à 8 h 15.", "Il arrive le lendemain."] {
///     let document = reader.annotate_with(line, &Context::new().anchor("2024-03-05".parse()?));
///     assert_eq!(document.annotations().count(), 1);
/// }
/// # Ok::<(), chronique::Error>(())
/// ```
#[derive(Debug)]
pub struct Reader {
    settings: Arc<Settings>,
    work: Workspace,
}

impl Reader {
    /// Annotates a text about which nothing else is known.
    pub fn annotate<'t>(&mut self, text: &'t str) -> Document<'t> {
        self.annotate_with(text, &Context::default())
    }

    /// Annotates a text with what is known about it.
    pub fn annotate_with<'t>(&mut self, text: &'t str, context: &Context) -> Document<'t> {
        self.settings.annotate(text, context, &mut self.work)
    }
}

impl Default for Annotator {
    fn default() -> Annotator {
        Annotator::new()
    }
}

/// The memory that a text is annotated in.
#[derive(Debug, Default)]
struct Workspace {
    /// Whether it serves for more than one text.
    again: bool,
    segmentation: Segmentation,
    /// The tokens and sentences of lines in another language.
    lines: Segmentation,
    resolve: resolve::Workspace,
    times: Times,
    /// The annotations of time, and the places of all expressions of time.
    records: Vec<Record>,
    taken: Vec<Span>,
}

impl Workspace {
    /// What a list holds: the list itself where it need not serve again.
    fn take<T: Clone + Default>(again: bool, list: &mut T) -> T {
        if again { list.clone() } else { std::mem::take(list) }
    }
}

impl Settings {
    fn wants(&self, kind: Kind) -> bool {
        self.kinds & bit(kind) != 0
    }

    fn annotate<'t>(&self, text: &'t str, context: &Context, work: &mut Workspace) -> Document<'t> {
        let language = context.language.or_else(|| detect(text, &self.languages));
        let reader = language.or(self.languages.first().copied()).unwrap_or(Language::English);
        Segmenter::new(reader).contractions(Contractions::Parts).segment_into(text, &mut work.segmentation);
        work.times.clear();
        let mut people = People::default();
        if let (Some(language), Ok(pack)) = (language, Pack::of(reader))
            && self.kinds != 0
        {
            self.add_times(text, context, language, pack, work);
            if !work.again {
                work.resolve = resolve::Workspace::default();
            }
            if self.wants(Kind::Person) {
                people = people::read(text, &work.segmentation, language, &self.names, &work.taken);
            }
        }
        let Workspace { again, segmentation, times, records, .. } = work;
        Document {
            text: Cow::Borrowed(text),
            language,
            anchor: times.anchor.or(context.anchor),
            records: self.records(times, &people, records),
            tokens: Workspace::take(*again, &mut segmentation.tokens),
            sentences: Workspace::take(*again, &mut segmentation.sentences),
            times: Workspace::take(*again, &mut times.findings),
            conflicts: std::mem::take(&mut times.conflicts),
            mentions: people.mentions,
            people: people.individuals,
        }
    }

    /// Adds what is said of time, in the lines of the text's language and in those of others.
    fn add_times(&self, text: &str, context: &Context, language: Language, pack: &Pack, work: &mut Workspace) {
        let Workspace { segmentation, lines, resolve, times, taken, .. } = work;
        let context = Context { direction: context.direction.or(Some(self.direction)), ..*context };
        let elsewhere = match context.language {
            None => elsewhere(text, &segmentation.tokens, language, &self.languages),
            Some(_) => Vec::new(),
        };
        let ranges = elsewhere.iter().map(|(tokens, _)| tokens.clone());
        resolve::times(text, segmentation, &context, pack, ranges, resolve, times);
        let context = Context { anchor: times.anchor, ..context };
        for (tokens, language) in elsewhere {
            let Ok(pack) = Pack::of(language) else { continue };
            let tokens = &segmentation.tokens[tokens];
            let start = tokens.first().map_or(0, |first| first.span().start());
            let text = &text[start..tokens.last().map_or(start, |last| last.span().end())];
            Segmenter::new(language).contractions(Contractions::Parts).segment_into(text, lines);
            let (known, anchor) = (times.len(), times.anchor);
            resolve::times(text, lines, &context, pack, [], resolve, times);
            times.shift(known, start);
            times.anchor = anchor;
        }
        if !self.wants(Kind::Conflict) {
            times.conflicts.clear();
        }
        taken.clear();
        taken.extend(times.findings.spans());
        taken.extend(times.conflicts.iter().map(|conflict| conflict.span));
        taken.sort_unstable();
        times.findings.retain(|value| self.wants(Kind::of(value)));
    }

    /// The annotations, in order.
    fn records(&self, times: &Times, people: &People, of_time: &mut Vec<Record>) -> Vec<Record> {
        let record =
            |(at, span, content): (usize, Span, fn(u32) -> Content)| Record { span, content: content(at as u32) };
        of_time.clear();
        let findings = times.findings.spans().enumerate();
        of_time.extend(findings.map(|(at, span)| record((at, span, Content::Time))));
        let conflicts = times.conflicts.iter().enumerate();
        of_time.extend(conflicts.map(|(at, conflict)| record((at, conflict.span, Content::Conflict))));
        if !of_time.is_sorted_by_key(Record::place) {
            of_time.sort_unstable_by_key(Record::place);
        }
        let mentions = people.mentions.iter().enumerate();
        let mut mentions = mentions.map(|(at, mention)| record((at, mention.span(), Content::Person))).peekable();
        let mut records = Vec::with_capacity(of_time.len() + people.mentions.len());
        for of_time in of_time.iter() {
            while let Some(mention) = mentions.next_if(|mention| mention.place() < of_time.place()) {
                records.push(mention);
            }
            records.push(*of_time);
        }
        records.extend(mentions);
        records
    }
}

/// A bit for each kind.
fn bit(kind: Kind) -> u16 {
    1 << kind as u16
}

/// Sets an [`Annotator`] up.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    languages: Option<Vec<Language>>,
    kinds: Option<Vec<Kind>>,
    direction: Direction,
    names: Names,
}

impl Builder {
    /// The languages that a text may be in, where the context does not tell; all of them by default.
    pub fn languages(mut self, languages: impl IntoIterator<Item = Language>) -> Builder {
        self.languages = Some(languages.into_iter().collect());
        self
    }

    /// The kinds of annotation wanted; every one but conflicts by default.
    pub fn kinds(mut self, kinds: impl IntoIterator<Item = Kind>) -> Builder {
        self.kinds = Some(kinds.into_iter().collect());
        self
    }

    /// Which way expressions look that name no direction, where the context does not tell.
    pub fn direction(mut self, direction: Direction) -> Builder {
        self.direction = direction;
        self
    }

    /// This is the name of a person, in this case, wherever a text has it.
    ///
    /// ```
    /// use chronique::Annotator;
    ///
    /// let annotator = Annotator::builder().person("Prune").build()?;
    /// let document = annotator.annotate("Hier, Prune a chanté.");
    /// assert_eq!(document.people()[0].name().full, "Prune");
    /// # Ok::<(), chronique::Error>(())
    /// ```
    pub fn person(mut self, name: &str) -> Builder {
        self.names.person(name);
        self
    }

    /// This is no name of a person: a mention of exactly these words is left out.
    pub fn not_person(mut self, name: &str) -> Builder {
        self.names.not_person(name);
        self
    }

    /// The annotator.
    ///
    /// # Errors
    ///
    /// A line of a pack's words or rules that cannot be read.
    pub fn build(self) -> Result<Annotator, Error> {
        for &language in self.languages.as_deref().unwrap_or(&Language::ALL) {
            Pack::of(language)?;
        }
        Ok(self.finish())
    }

    fn finish(self) -> Annotator {
        let kinds =
            self.kinds.unwrap_or_else(|| Kind::ALL.into_iter().filter(|kind| *kind != Kind::Conflict).collect());
        Annotator {
            settings: Arc::new(Settings {
                languages: self.languages.unwrap_or_else(|| Language::ALL.to_vec()),
                kinds: kinds.into_iter().map(bit).fold(0, |kinds, kind| kinds | kind),
                direction: self.direction,
                names: self.names,
            }),
        }
    }
}
