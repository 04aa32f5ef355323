//! The packs are level: what one language can say of time, the other can.

use std::collections::BTreeSet;

use super::{Category, Operation, Origin, Pack, Rule, Setting, part, season, unit};
use crate::language::Language;

/// Meanings that one language alone has words for, by how they begin, with why.
const OF_ONE_LANGUAGE: &[(Language, &str, &str)] = &[
    (Language::French, "within with toward +", "by Sunday may look back in English"),
    (Language::English, "join", "French says no year by its two halves"),
    (Language::English, "nth from-end", "French counts from the end no further than the last but one: nth -"),
    (Language::English, "amount", "French has a half behind its unit alone, as a length"),
];

/// Everything a pack can say: the meanings of its rules, and the senses of its words.
fn meanings(language: Language) -> BTreeSet<String> {
    let pack = Pack::of(language).expect("the pack compiles");
    let mut all = BTreeSet::new();
    for rule in &pack.rules {
        match rule.operation {
            Operation::Word(value) => all.extend(sense(pack, rule.category, value)),
            _ => add_rule(rule, &mut all),
        }
    }
    for lexeme in (0..pack.lexicon.len()).map(|number| super::Lexeme(number as u16)) {
        all.extend(pack.lexicon.senses(lexeme).iter().filter_map(|known| sense(pack, known.category, known.value)));
    }
    all
}

/// Adds what a rule means: its operation by sign and origin, and with each of its settings that change the meaning.
fn add_rule(rule: &Rule, all: &mut BTreeSet<String>) {
    let named = operation(&rule.operation);
    let kind = named.split(' ').next().unwrap_or_default().to_owned();
    all.extend(rule.settings.iter().filter_map(setting).map(|setting| format!("{kind} with {setting}")));
    all.extend(modified(rule));
    all.extend(rule.settings.iter().filter_map(|setting| match setting {
        Setting::Part(part) => Some(format!("part {part:?}")),
        Setting::Unit(unit) => Some(format!("unit {unit:?}")),
        Setting::Some => Some("some, not said how many".to_owned()),
        _ => None,
    }));
    all.insert(named);
}

/// The kind of expression that a rule modifies, and how; None for a part that rules share.
fn modified(rule: &Rule) -> Option<String> {
    let kind = if rule.category == Category::Clock { Category::Time } else { rule.category };
    let modifier = match rule.operation {
        Operation::Edge(edge) => Some(edge),
        _ => rule.settings.iter().find_map(|setting| match setting {
            Setting::Modifier(modifier) => Some(*modifier),
            _ => None,
        }),
    };
    modifier.filter(|_| kind.is_kind()).map(|modifier| format!("{} {modifier:?}", kind.name()))
}

/// An operation without its unit and its number.
fn operation(operation: &Operation) -> String {
    let origin = |origin: &Origin| format!("{origin:?}").to_lowercase();
    match operation {
        Operation::Relative { count, origin: from, .. } => format!("relative {} {}", sign(*count), origin(from)),
        Operation::Shift { sign: way, origin: from } => format!("shift {} {}", sign(i32::from(*way)), origin(from)),
        Operation::Span { sign: way, origin: from } => format!("span {} {}", sign(i32::from(*way)), origin(from)),
        Operation::Recurring(way) => format!("recurring {}", sign(i32::from(*way))),
        Operation::Following(way) => format!("following {}", sign(i32::from(*way))),
        Operation::Neighbour(way) => format!("neighbour {}", sign(i32::from(*way))),
        Operation::Several(way) => format!("several {}", sign(i32::from(*way))),
        Operation::Reference(way) => format!("reference {}", sign(i32::from(*way))),
        Operation::Nth(Some(nth)) => format!("nth {}", sign(*nth)),
        Operation::NthFromEnd => "nth from-end".to_owned(),
        Operation::Edge(edge) => format!("edge {edge:?}"),
        other => format!("{other:?}").split('(').next().unwrap_or_default().to_lowercase(),
    }
}

fn sign(count: i32) -> char {
    match count {
        0 => '0',
        1.. => '+',
        _ => '-',
    }
}

/// A setting that changes what is meant; None for one that says how it is read or how much it is.
fn setting(setting: &Setting) -> Option<String> {
    Some(match setting {
        Setting::Toward(way) => format!("toward {}", sign(i32::from(*way))),
        Setting::Weeks(way) => format!("weeks {}", sign(i32::from(*way))),
        Setting::Interval(_) => "interval".to_owned(),
        Setting::Era(era) => format!("era {era:?}"),
        Setting::Weekend => "weekend".to_owned(),
        Setting::Half(_) => "half".to_owned(),
        Setting::Quarter(_) => "quarter".to_owned(),
        Setting::Meridiem(_) => "meridiem".to_owned(),
        Setting::Scope(scope) => format!("scope {scope:?}"),
        _ => return None,
    })
}

/// What a word means in the calendar or on the clock; None for the rest.
fn sense(pack: &Pack, category: Category, value: i64) -> Option<String> {
    Some(match category {
        Category::Month | Category::ShortMonth => format!("month {value}"),
        Category::Weekday | Category::ShortWeekday => format!("weekday {value}"),
        Category::Weekdays => format!("every weekday {value}"),
        Category::MidMonth => format!("middle of month {value}"),
        Category::RepublicanMonth => format!("republican month {value}"),
        Category::Era => format!("era {value}"),
        Category::Meridiem => format!("meridiem {value}"),
        Category::Unit => format!("unit {:?}", unit(value)?),
        Category::Part => format!("part {:?}", part(value)?),
        Category::Season => format!("season {:?}", season(value)?),
        Category::Holiday => format!("holiday {}", pack.lexicon.name(value)),
        Category::Zone | Category::Place => format!("zone {}", pack.lexicon.name(value)),
        _ => return None,
    })
}

/// What the first language can say and the second cannot, but for what is of the first alone.
fn lacking(has: Language, lacks: Language) -> Vec<String> {
    let excused = |meaning: &str| {
        OF_ONE_LANGUAGE.iter().any(|(language, known, _)| *language == has && meaning.starts_with(known))
    };
    meanings(has).difference(&meanings(lacks)).filter(|meaning| !excused(meaning)).cloned().collect()
}

#[test]
fn packs_are_level() {
    let english_lacks = lacking(Language::French, Language::English);
    let french_lacks = lacking(Language::English, Language::French);
    assert!(
        english_lacks.is_empty() && french_lacks.is_empty(),
        "English lacks:\n  {}\nFrench lacks:\n  {}",
        english_lacks.join("\n  "),
        french_lacks.join("\n  ")
    );
}

#[test]
fn exceptions_are_needed() {
    for &(has, known, why) in OF_ONE_LANGUAGE {
        let lacks = if has == Language::French { Language::English } else { Language::French };
        let (one, other) = (meanings(has), meanings(lacks));
        let needed = one.difference(&other).any(|meaning| meaning.starts_with(known));
        assert!(needed, "{known:?} of {has} is in both packs, or in none: no longer true that {why}");
    }
}
