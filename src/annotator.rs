//! The annotator: calls the rooms in order.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::context::{Context, Direction};
use crate::document::{Content, Document, Kind, Record};
use crate::error::Error;
use crate::lang::Pack;
use crate::language::Language;
use crate::people::{self, Names};
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
        let settings = &*self.settings;
        let language = context.language.or_else(|| detect(text, &settings.languages));
        let mut document = Document {
            text: Cow::Borrowed(text),
            language,
            anchor: context.anchor,
            segmentation: Segmentation::default(),
            records: Vec::new(),
            people: Vec::new(),
        };
        let reader = language.or(settings.languages.first().copied()).unwrap_or(Language::English);
        Segmenter::new(reader).contractions(Contractions::Parts).segment_into(text, &mut document.segmentation);
        let (Some(language), Ok(pack)) = (language, Pack::of(reader)) else { return document };
        if settings.kinds == 0 {
            return document;
        }
        let context = Context { direction: context.direction.or(Some(settings.direction)), ..*context };
        let elsewhere = match context.language {
            None => elsewhere(text, &document.segmentation.tokens, language, &settings.languages),
            Some(_) => Vec::new(),
        };
        settings.add_times(&mut document, &context, pack, &elsewhere);
        if settings.wants(Kind::Person) {
            settings.add_people(&mut document, language);
        }
        document.records.retain(|record| settings.wants(record.kind()));
        document.records.sort_by_key(|record| (record.span.start(), std::cmp::Reverse(record.span.end())));
        document
    }
}

impl Default for Annotator {
    fn default() -> Annotator {
        Annotator::new()
    }
}

impl Settings {
    fn wants(&self, kind: Kind) -> bool {
        self.kinds & bit(kind) != 0
    }

    /// Adds what is said of time, in the lines of the pack's language and in those of others.
    fn add_times(
        &self,
        document: &mut Document,
        context: &Context,
        pack: &Pack,
        elsewhere: &[(Range<usize>, Language)],
    ) {
        let ranges = elsewhere.iter().map(|(tokens, _)| tokens.clone());
        let times = resolve::times(&document.text, &document.segmentation, context, pack, ranges);
        document.anchor = times.anchor;
        self.add(document, times);
        let context = Context { anchor: document.anchor, ..*context };
        for (tokens, language) in elsewhere {
            let Ok(pack) = Pack::of(*language) else { continue };
            let lines = &document.segmentation.tokens[tokens.clone()];
            let start = lines.first().map_or(0, |first| first.span().start());
            let text = &document.text[start..lines.last().map_or(start, |last| last.span().end())];
            let segmentation = Segmenter::new(*language).contractions(Contractions::Parts).segment(text);
            let times = resolve::times(text, &segmentation, &context, pack, []).moved(start);
            self.add(document, times);
        }
    }

    fn add(&self, document: &mut Document, times: Times) {
        document.records.extend(times.findings.into_iter().map(|finding| Record {
            span: finding.span,
            rule: finding.rule,
            content: Content::Time(Box::new(finding)),
        }));
        if self.wants(Kind::Conflict) {
            document.records.extend(times.conflicts.into_iter().map(|conflict| Record {
                span: conflict.span,
                rule: Kind::Conflict.name(),
                content: Content::Conflict { says: conflict.says, calendar: conflict.calendar },
            }));
        }
    }

    fn add_people(&self, document: &mut Document, language: Language) {
        let mut taken: Vec<Span> = document.records.iter().map(|record| record.span).collect();
        taken.sort_unstable();
        let people = people::read(&document.text, &document.segmentation, language, &self.names, &taken);
        document.people = people.individuals;
        document.records.extend(people.mentions.into_iter().map(|mention| Record {
            span: mention.span(),
            rule: mention.rule(),
            content: Content::Person(mention),
        }));
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
