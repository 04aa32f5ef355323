//! How a language says it: packs of words and rules, compiled once.

mod beginning;
mod category;
mod endings;
mod hashes;
#[cfg(test)]
mod level;
mod lexicon;
mod lists;
mod operation;
mod pack;
mod pattern;
mod quick;
mod role;
mod rule;
mod shape;
mod spellings;
mod trie;
mod weak;

pub(crate) use category::Category;
pub(crate) use lexicon::{Lexeme, Lexicon, Sense, part, season, unit, weekday};
pub(crate) use operation::{Operation, Origin, Scope, Setting};
pub(crate) use pack::Pack;
pub(crate) use quick::QuickMap;
pub(crate) use role::Role;
pub(crate) use rule::{Look, Rule};
