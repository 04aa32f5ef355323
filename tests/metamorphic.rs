//! What may change in a text or its context without changing its values, and what must move them.

use chronique::chrono;
use chronique::{Annotator, Context, Direction, Language};
use chrono::{Days, NaiveDate};

const FRENCH: &str = "Vendredi, le conseil a voté. La veille, l'usine avait fermé à 22 h 30. Elle rouvrira mardi \
                      prochain, dans trois semaines ou d'ici l'été ; il y a deux jours, personne n'y croyait. \
                      Aujourd'hui, l'équipe se réunit deux heures.";
const ENGLISH: &str = "The council voted Friday. The day before, the plant had closed at 10:30 p.m. It will reopen \
                       next Tuesday, in three weeks or by the summer; two days ago nobody believed it. Today the \
                       team meets for two hours.";

fn context(language: Language, anchor: NaiveDate) -> Context {
    Context::new().language(language).anchor(anchor.into())
}

/// Text, value and start of every temporal annotation.
fn read(text: &str, context: &Context) -> Vec<(String, String, Option<chrono::NaiveDateTime>)> {
    let document = Annotator::new().annotate_with(text, context);
    let times = document.annotations().filter(|annotation| annotation.value().is_some());
    times
        .map(|annotation| {
            let start = annotation.resolved().and_then(|resolved| resolved.start).map(|start| start.local);
            (annotation.text().to_owned(), annotation.value().unwrap().to_string(), start)
        })
        .collect()
}

#[test]
fn the_anchor_moves_what_counts_from_it() {
    let anchor = NaiveDate::from_ymd_opt(2024, 3, 5).unwrap();
    for (language, text) in [(Language::French, FRENCH), (Language::English, ENGLISH)] {
        let before = read(text, &context(language, anchor));
        assert!(before.len() >= 7, "{before:?}");
        for weeks in [1, 2, 52] {
            let days = Days::new(7 * weeks);
            let after = read(text, &context(language, anchor + days));
            let by_days = before
                .iter()
                .zip(&after)
                .filter(|((text, _, start), _)| start.is_some() && !text.contains("été") && !text.contains("summer"));
            for ((text, _, start), (same, _, moved)) in by_days {
                assert_eq!(text, same);
                assert_eq!(start.map(|start| start + days), *moved, "{text} {weeks} weeks on");
            }
        }
    }
}

#[test]
fn explicit_dates_move_what_counts_from_them() {
    let anchor = NaiveDate::from_ymd_opt(2024, 3, 5).unwrap();
    let first = NaiveDate::from_ymd_opt(2022, 2, 10).unwrap();
    let story = |day: NaiveDate| {
        format!(
            "On {} the ship sailed. The next day it sank. Two weeks later the crew was found.",
            day.format("%B %-d, %Y")
        )
    };
    let before = read(&story(first), &context(Language::English, anchor));
    assert_eq!(before.len(), 3);
    for k in [1, 7, 365] {
        let after = read(&story(first + Days::new(k)), &context(Language::English, anchor));
        for ((text, _, start), (_, _, moved)) in before.iter().zip(&after) {
            assert_eq!(start.map(|start| start + Days::new(k)), *moved, "{text} {k} days on");
        }
    }
}

#[test]
fn spelling_of_signs_changes_nothing() {
    let anchor = NaiveDate::from_ymd_opt(2024, 3, 5).unwrap();
    let context = context(Language::French, anchor);
    let values = |text: &str| read(text, &context).into_iter().map(|(_, value, _)| value).collect::<Vec<_>>();
    let expected = values(FRENCH);
    let decomposed = FRENCH.replace('é', "e\u{301}").replace('à', "a\u{300}").replace('û', "u\u{302}");
    for (what, text) in [
        ("apostrophes", FRENCH.replace('\'', "\u{2019}")),
        (
            "no-break spaces",
            FRENCH.replace("22 h 30", "22\u{a0}h\u{202f}30").replace("deux heures", "deux\u{a0}heures"),
        ),
        ("accents apart", decomposed),
        ("quotation marks around", format!("« {FRENCH} »")),
    ] {
        assert_eq!(values(&text), expected, "{what}");
    }
}

#[test]
fn what_follows_changes_nothing_before_it() {
    let anchor = NaiveDate::from_ymd_opt(2024, 3, 5).unwrap();
    for (language, text) in [(Language::French, FRENCH), (Language::English, ENGLISH)] {
        let context = context(language, anchor);
        let alone = read(text, &context);
        let longer = read(&format!("{text}\n\nLe 3 mai 1998. On May 3, 1998 it rained."), &context);
        assert_eq!(alone[..], longer[..alone.len()]);
    }
}

#[test]
fn the_direction_turns_what_names_none() {
    let anchor = NaiveDate::from_ymd_opt(2024, 3, 5).unwrap();
    let at = |direction| read("Friday", &context(Language::English, anchor).direction(direction))[0].1.clone();
    assert_eq!(at(Direction::Past), "2024-03-01");
    assert_eq!(at(Direction::Future), "2024-03-08");
    assert_eq!(at(Direction::Nearest), "2024-03-08");
}
