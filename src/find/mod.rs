//! What stands in the text, before its value is known.

mod chart;
mod counted;
mod lengths;
mod lexemes;
mod listed;
mod meaning;
mod numerals;
mod operate;
mod runs;
mod select;
mod shapes;

pub(crate) use chart::Lists;
pub(crate) use lexemes::{Known, Text};
pub(crate) use meaning::{Base, Between, Bounded, Counted, Fields, Meaning, Often, Recurs, When, ZoneSaid};
pub(crate) use select::{Candidate, CandidateKind, Role, times};

pub(crate) use crate::lang::Scope;
