//! The title and the function that stand beside a name.

use std::ops::Range;

use crate::segment::{Before, Shape, Token, TokenKind};
use crate::span::Span;

use super::words::{Class, Words, is_hyphen};

/// How far a function may reach from its name, in tokens.
const REACH: usize = 14;

/// What stands beside a name: its title and its function.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Around {
    pub title: Option<Span>,
    pub role: Option<Span>,
    /// What the title says of gender and number.
    pub address: Class,
    /// Whether it is someone's kin: "his wife".
    pub related: bool,
    /// Whether the title goes with a given name: "Prince William", "Sir Keir".
    pub by_given: bool,
}

/// A sentence to look around in.
pub(super) struct Line<'t> {
    pub text: &'t str,
    pub tokens: &'t [Token],
    pub words: &'t Words,
}

impl Line<'_> {
    /// What stands beside the name at these tokens of the line, after which the next name begins.
    pub(super) fn around(&self, name: Range<usize>, next: usize) -> Around {
        let title = self.title(name.start);
        let address = title.clone().fold(Class::default(), |all, at| all.or(self.class(at)));
        let linked = title.start > 0 && self.class(title.start - 1).any(Class::LINK);
        let of_title = |role: &Range<usize>| title.start <= role.start && role.end <= title.end;
        let before = self.before(name.start).filter(|role| !of_title(role) && !linked);
        let role = before.or_else(|| self.after(name.end, next)).or_else(|| self.across(title.start, name.end));
        let related = self.is_related(name.start) || self.is_kin_of(title.start);
        let by_given = title.end > title.start && self.class(title.end - 1).goes_with_given();
        Around { title: self.span(title), role: role.and_then(|role| self.span(role)), address, related, by_given }
    }

    /// Whether a word of kin with its possessive stands before a name.
    fn is_related(&self, name: usize) -> bool {
        let comma = name > 0 && self.form(name - 1) == ",";
        let kin = (name - usize::from(comma)).checked_sub(1);
        kin.is_some_and(|kin| self.class(kin).any(Class::KIN) && kin > 0 && self.class(kin - 1).any(Class::POSSESSIVE))
    }

    /// Whether a name, with its title, is that of whom someone else is told as kin: the son of Alan Wicker, he and wife Hailey.
    fn is_kin_of(&self, name: usize) -> bool {
        let is = |back: usize, class| name.checked_sub(back).is_some_and(|at| self.class(at).any(class));
        let lower = |back: usize| name.checked_sub(back).is_some_and(|at| !self.is_capital(at));
        is(1, Class::LINK) && is(2, Class::KIN) && lower(2) || is(1, Class::KIN) && is(2, Class::AND) && lower(1)
    }

    fn span(&self, tokens: Range<usize>) -> Option<Span> {
        let tokens = self.tokens.get(tokens)?;
        Some(Span::new(tokens.first()?.span().start(), tokens.last()?.span().end()))
    }

    fn form(&self, at: usize) -> &str {
        &self.text[self.tokens[at].span().range()]
    }

    fn class(&self, at: usize) -> Class {
        self.tokens.get(at).map_or(Class::default(), |token| self.words.class(token.hash()))
    }

    fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind() == TokenKind::Word)
    }

    fn is_capital(&self, at: usize) -> bool {
        !matches!(self.tokens[at].shape(), Shape::None | Shape::Lower)
    }

    /// Whether a token stands in the same line as the one before it.
    fn joined(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| matches!(token.before(), Before::Nothing | Before::Space))
    }

    /// Whether a hyphen ties the token to its neighbours.
    fn is_hyphen(&self, at: usize) -> bool {
        is_hyphen(self.form(at))
    }

    /// The titles right before `end`: `M.`, `Lt. Gen.`, `Prime Minister`.
    fn title(&self, end: usize) -> Range<usize> {
        let titles = Class::ADDRESS.or(Class::RANK);
        let mut first = end;
        while first > 0 && self.joined(first) && self.is_word(first - 1) && self.class(first - 1).any(titles) {
            // "Sister Mary" is a nun, and so is « la sœur Marie »; "sister Mary" is someone's.
            let kin = self.class(first - 1).any(Class::KIN) && !self.is_capital(first - 1);
            if kin && !self.is_determined(first - 1) || self.is_related(first) {
                break;
            }
            first -= 1;
        }
        if first < end && self.is_of_office(first) {
            return end..end;
        }
        while first < end && first > 0 && self.joined(first) && self.is_capital(first) && self.is_capital(first - 1) {
            if !self.class(first - 1).all(Class::OFFICE) {
                break;
            }
            first -= 1;
        }
        if first < end && first > 0 && self.joined(first) && self.is_capital(first) && self.is_capital(first - 1) {
            first -= usize::from(self.is_word(first - 1) && self.class(first - 1).any(Class::MODIFIER));
        }
        first..end
    }

    /// Whether a rank in lower case ends an office of several words, no one of which is a title: chief executive officer, « procureur
    /// général ».
    fn is_of_office(&self, rank: usize) -> bool {
        let lower = !self.is_capital(rank) && !self.class(rank).any(Class::ADDRESS);
        let Some(before) = rank.checked_sub(1).filter(|_| lower && self.joined(rank)) else { return false };
        let class = self.class(before);
        self.is_word(before) && (class.all(Class::OFFICE) || class.any(Class::ROLE) && self.ends_as_adjective(rank))
    }

    /// The function before a name: a head, what goes before it, and what follows it up to the name.
    fn before(&self, end: usize) -> Option<Range<usize>> {
        let floor = end.saturating_sub(REACH);
        let mut found = None;
        let mut at = end;
        while at > floor && self.joined(at) && (self.is_word(at - 1) || self.is_hyphen(at - 1)) {
            at -= 1;
            let class = self.class(at);
            if class.any(Class::ROLE.or(Class::RANK)) && self.follows(at + 1..end) {
                found = Some(at);
            } else if class.any(Class::FUNCTION.or(Class::POSSESSIVE)) && !class.any(Class::LINK) {
                break;
            }
        }
        let head = found?;
        let title = (head + 1..end).rev().take_while(|&at| self.class(at).any(Class::ADDRESS)).count();
        Some(self.premodified(head)..end - title)
    }

    /// The function before a comma that the name, with its title, explains: « Le maire de Dijon, Paul Martin, ».
    fn across(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let comma = start.checked_sub(1).filter(|&at| self.form(at) == ",")?;
        if end < self.tokens.len() && !matches!(self.form(end), "," | "." | ")" | ";" | ":") {
            return None;
        }
        let heads = Class::ROLE.or(Class::RANK).or(Class::KIN);
        let (mut found, mut at) = (None, comma);
        while at > comma.saturating_sub(REACH) && (at == comma || self.joined(at)) {
            at -= 1;
            let class = self.class(at);
            if class.any(heads) && self.follows(at + 1..comma) {
                let first = self.premodified(at);
                found = Some(first).filter(|&first| self.is_determined(first)).or(found);
            } else if class.any(Class::FUNCTION) && !class.any(Class::LINK) || !(self.is_word(at) || self.is_hyphen(at))
            {
                break;
            }
        }
        Some(found?..comma)
    }

    /// Whether an article, or what tells whose something is, stands before a word.
    fn is_determined(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.joined(at)) else { return false };
        self.class(before).any(Class::ARTICLE.or(Class::POSSESSIVE))
    }

    /// Whether the tokens can follow the head of a function: adjectives, and links with what they link.
    fn follows(&self, mut tokens: Range<usize>) -> bool {
        let mut linked = 0;
        tokens.all(|at| {
            let class = self.class(at);
            if class.any(Class::LINK) {
                linked = 3;
                return true;
            }
            let titles = Class::ROLE.or(Class::RANK).or(Class::ADDRESS);
            if class.any(titles.or(Class::MODIFIER).or(Class::DEMONYM)) || self.is_hyphen(at) || linked > 0 {
                linked -= i32::from(linked > 0 && !self.is_hyphen(at));
                return true;
            }
            self.ends_as_adjective(at)
        })
    }

    fn ends_as_adjective(&self, at: usize) -> bool {
        let form = self.form(at);
        let ends = form.char_indices().rev().map(|(start, _)| &form[start..]);
        ends.skip(1).take(8).any(|end| {
            let class = self.words.class_of(end);
            class.any(Class::ENDING) && !class.all(Class::OFFICE)
        })
    }

    /// Steps back over what stands before the head: `French`, `former`, `OpenAI co-`.
    fn premodified(&self, head: usize) -> usize {
        let mut first = head;
        while first > 0 && self.joined(first) {
            let class = self.class(first - 1);
            let article = class.any(Class::ARTICLE.or(Class::FUNCTION).or(Class::LINK).or(Class::SAYING));
            let modifier = class.any(Class::MODIFIER.or(Class::DEMONYM).or(Class::ROLE).or(Class::RANK));
            let named = first > 1 || !self.class(first - 1).any(Class::COMMON);
            let capital = self.is_word(first - 1) && self.is_capital(first - 1) && named && !article;
            if !(modifier || capital || self.is_hyphen(first - 1) && first > 1) {
                break;
            }
            first -= 1;
        }
        if self.is_hyphen(first) { first + 1 } else { first }
    }

    /// Whether a name is part of what is said before it: `aide to Ms. Marsh`, « maire de Dijon ».
    fn is_linked(&self, name: usize) -> bool {
        let titled = self.title(name).start;
        self.class(name).any(Class::LINK) || titled > 0 && self.class(titled - 1).any(Class::LINK)
    }

    /// The function in apposition, `, PDG de Microsoft,`, if it is not that of the `next` name: `, Chancellor Jeremy Hunt`.
    fn after(&self, name_end: usize, next: usize) -> Option<Range<usize>> {
        let comma = self.tokens.get(name_end).filter(|_| matches!(self.form(name_end), "," | "("))?;
        let closing = if comma.span().len() == 1 && self.form(name_end) == "(" { ")" } else { "," };
        let mut first = name_end + 1;
        while first < self.tokens.len() && self.class(first).any(Class::ARTICLE) {
            first += 1;
        }
        let limit = self.tokens.len().min(first + REACH);
        let mut head = first;
        while head < limit.min(first + 5) && !self.class(head).any(Class::ROLE.or(Class::RANK)) {
            let class = self.class(head);
            let premodifies =
                class.any(Class::MODIFIER.or(Class::DEMONYM)) || self.is_word(head) && self.is_capital(head);
            if !(premodifies || self.is_hyphen(head)) {
                return None;
            }
            head += 1;
        }
        if head >= limit.min(first + 5) {
            return None;
        }
        let mut end = head + 1;
        while end < limit && self.joined(end) && self.form(end) != closing {
            let class = self.class(end);
            let stop = class.any(Class::FUNCTION.or(Class::SAYING)) && !class.any(Class::LINK);
            if stop || !(self.is_word(end) || self.is_hyphen(end)) {
                break;
            }
            end += 1;
        }
        // « Le général de Gaulle » is another person.
        let ranked = next == head + 2 && self.class(head).any(Class::RANK);
        if end > next && (ranked || !self.is_linked(next)) {
            return None;
        }
        while end > head + 1 && self.class(end - 1).any(Class::LINK.or(Class::ARTICLE)) {
            end -= 1;
        }
        Some(first..end)
    }
}
