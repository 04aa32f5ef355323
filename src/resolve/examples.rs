//! Every example of every rule holds.

use crate::context::Context;
use crate::lang::{Pack, Rule};
use crate::language::Language;
use crate::segment::{Segmentation, Segmenter};

use super::{Times, Workspace, times};

/// What is wrong with the examples of a rule, a line each.
fn failures(rule: &Rule, language: Language, pack: &Pack) -> Vec<String> {
    let segmenter = Segmenter::new(language);
    let wrong = rule.examples().filter_map(|example| {
        let mut segmentation = Segmentation::default();
        segmenter.segment_into(example.text, &mut segmentation);
        let context = match example.anchor {
            Some(anchor) => Context::new().anchor(anchor.parse().expect("an anchor is a date")),
            None => Context::new(),
        };
        let mut found = Times::default();
        times(example.text, &segmentation, &context, pack, [], &mut Workspace::default(), &mut found);
        let found: Vec<_> = (0..found.findings.len()).filter_map(|at| found.findings.get(at)).collect();
        let holds = match example.value {
            "-" => found.is_empty(),
            value => found.iter().any(|finding| {
                let timex = finding.value.timex(None).map_or_else(|| finding.value.to_string(), |timex| timex.value);
                timex == value
            }),
        };
        let is: Vec<String> = found.iter().map(|finding| format!("{} ({})", finding.value, finding.rule)).collect();
        (!holds).then(|| format!("{}: {:?} is {}, not {}", rule.name, example.text, is.join(", "), example.value))
    });
    wrong.collect()
}

#[test]
fn examples_hold() {
    for language in Language::ALL {
        let pack = Pack::of(language).expect("the pack compiles");
        let wrong: Vec<String> = pack.rules.iter().flat_map(|rule| failures(rule, language, pack)).collect();
        let checked: usize = pack.rules.iter().map(|rule| rule.examples().count()).sum();
        assert!(checked > 100, "a pack has examples");
        assert!(wrong.is_empty(), "{language}: {} of {checked} examples fail:\n{}", wrong.len(), wrong.join("\n"));
    }
}
