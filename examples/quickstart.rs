//! The first code block of the README.

use chronique::{Annotator, Context};

fn main() -> Result<(), chronique::Error> {
    let annotator = Annotator::new();
    let context = Context::new().anchor("2024-03-05".parse()?);
    let text = "Lundi matin, la maire Claire Fontaine a reçu les pompiers. La veille, un feu avait duré \
                trois heures. Mme Fontaine tiendra une réunion mardi prochain à 18 h 30, puis tous les mois.";
    let document = annotator.annotate_with(text, &context);
    for annotation in document.annotations() {
        let value = annotation.value().map(|value| value.to_string());
        let who = annotation.person().map(|person| person.name().full.clone());
        println!("{:<9} {:<26} {}", annotation.kind(), annotation.text(), value.or(who).unwrap_or_default());
    }
    Ok(())
}
