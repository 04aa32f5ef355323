//! How a language says it: packs of words and rules, compiled once.
