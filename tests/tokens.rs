//! Where tokens and sentences begin and end in French and English, case by case.

use chronique::Language::{self, English, French};
use chronique::segment::{Contractions, Segmenter, TokenKind};

/// Every case is a text with bars where its tokens are cut.
fn cut(segmenter: &Segmenter, cases: &[&str]) {
    for case in cases {
        let text = case.replace('|', "");
        let tokens: Vec<&str> = segmenter.tokens(&text).map(|token| &text[token.span().range()]).collect();
        let expected: Vec<&str> = case.split('|').map(str::trim).filter(|token| !token.is_empty()).collect();
        assert_eq!(tokens, expected, "in {text:?}");
    }
}

/// Every case is sentences with ` ¦ ` where one ends and the next begins in the same paragraph.
fn end(language: Language, cases: &[&str]) {
    for case in cases {
        let text = case.replace(" ¦ ", " ");
        let segmentation = Segmenter::new(language).segment(&text);
        let sentences: Vec<&str> =
            segmentation.sentences().iter().map(|sentence| &text[sentence.span().range()]).collect();
        let expected: Vec<&str> =
            case.split(" ¦ ").flat_map(|part| part.split('\n')).filter(|line| !line.is_empty()).collect();
        assert_eq!(sentences, expected, "in {text:?}");
    }
}

#[test]
fn french_apostrophes_and_hyphens() {
    cut(
        &Segmenter::new(French),
        &[
            "aujourd’hui| encore|,| quelqu'un| rit",
            "L’|ombre| d'|un| doute|,| jusqu’|au| soir",
            "c'est-à-dire| lundi",
            "c’|est| là",
            "une| porte| entr’ouverte",
            "les| prud’hommes| de| Lyon",
            "si| l’on| veut",
            "Où| va|-t-il| ?",
            "dites|-le|-moi| demain",
            "Allez|-y| !",
            "ce| jour|-là|,| celui-ci| dort",
            "un| rendez-vous| peut-être",
            "à| Villiers-sur-le-Mont",
            "Parlez|-m’|en",
            "la| presqu'île| de| Sainte-Anne-d'Orves",
            "et|/|ou",
            "AUTRE(S)| MOTIF(S)",
        ],
    );
}

#[test]
fn french_numbers_units_and_points() {
    cut(
        &Segmenter::new(French),
        &[
            "50 000| habitants",
            "50\u{a0}000| et| 1\u{202f}250\u{202f}000",
            "le| 1er| mai|,| la| 2ᵉ| fois|,| au| XVIIe| siècle",
            "à| 20| h| 30",
            "à| 20|h|30|,| puis| 22|h",
            "le| 25/01/06| à| 22:30",
            "de| 2004-2005",
            "n°| 33|,| 60| €|,| 20|%|,| 8| °C",
            "M.| Roux| et| Mme| Le| Goff",
            "J.-C.| Martin|,| en| 52| av.| J.-C.",
            "le| 3| janv.| 2011|,| art.| 4",
            "il| y| en| a| sept|.| Il| part|.",
            "Charles| X|.| Il| abdique|.",
            "les| O.N.G.| locales",
        ],
    );
}

#[test]
fn marks_signs_and_addresses() {
    cut(
        &Segmenter::new(French),
        &[
            "...| et| …| --| oui",
            "fini| !?| :-)",
            "#mots-clés| de| @jeanne_d",
            "voir| https://exemple.org/a?b=c|.",
            "jeanne.durand@exemple.org|,| exemple.org|.",
            "👩\u{200d}🚀|👍🏽|🇫🇷",
        ],
    );
    let text = "Voir https://exemple.org/a?b=c. #Élections, @jeanne_d et jeanne@exemple.org";
    let kinds: Vec<TokenKind> = Segmenter::new(French).tokens(text).map(|token| token.kind()).collect();
    use TokenKind::*;
    assert_eq!(kinds, [Word, Url, Punctuation, Hashtag, Punctuation, Mention, Word, Email]);
}

#[test]
fn one_word_in_any_form_of_its_characters() {
    let segmenter = Segmenter::new(French);
    cut(&segmenter, &["fe\u{301}vrier| ２０２３|,| sous\u{ad}titre| ＡＢＣ"]);
    cut(&segmenter, &["peut\u{2011}être| Привет| 東|京"]);
}

#[test]
fn english_words_hyphens_and_numbers() {
    cut(
        &Segmenter::new(English),
        &[
            "They| don't| know| Anna’s| o'clock",
            "the| parents'| vote",
            "a| well|-|known| 15|-|year| plan",
            "an| e-mail| to| a| non-profit",
            "U.S.| troops| at| 9| a.m.| sharp",
            "Mr.| Smith| and| Dr.| Jones| of| Acme| Inc.",
            "$|5,000|,| 3.5|%",
            "on| 9/11/2001| at| 10:30",
            "at| 10|pm|,| the| 17th|,| in| the| 1990s| and| ’80s",
            "call| 555-0134| or| 212-555-0134",
            "from| 10|-|12",
            "Hello|.|World",
            "rock|,| 'em",
        ],
    );
}

#[test]
fn english_contractions_in_their_parts() {
    cut(
        &Segmenter::new(English).contractions(Contractions::Parts),
        &[
            "They| do|n't| know| Anna|’s",
            "We|'ll| see|,| you|’re| right",
            "I| can|not| go|,| you| ca|n’t",
            "the| parents|'| vote",
            "at| 5| o'clock",
            "She| 's| here",
        ],
    );
}

#[test]
fn french_sentences() {
    end(
        French,
        &[
            "Il part. ¦ Elle reste.",
            "M. Roux est là. ¦ Le Dr. Blanc aussi.",
            "Il est né en 52 av. J.-C. à Rome.",
            "Le roi Louis X. ¦ Il règne peu.",
            "« Je viens. » ¦ Puis il se tut.",
            "« Qui est là ? » demanda-t-elle.",
            "Il a dit : \"Je viens.\" ¦ Et il est venu.",
            "Des pommes, des poires, etc. ¦ Le marché ferme.",
            "Il hésite... puis part. ¦ Fini…",
            "(...) La suite demain.",
            "1. Un titre\nDeux lignes. ¦ Puis trois.",
            "Mardi\n\nLe jour se lève.",
            "Le texte est sur exemple.org. ¦ Lisez-le.",
            "Il paie 3.50 euros. ¦ C’est peu.",
        ],
    );
}

#[test]
fn english_sentences() {
    end(
        English,
        &[
            "He left. ¦ She stayed.",
            "Mr. Smith lives in the U.S. ¦ He likes it.",
            "The U.S. Senate met at 9 a.m. Monday.",
            "J. R. Moore spoke. ¦ \"Nobody moved.\" ¦ Then they left.",
            "\"Is it true?\" she asked.",
            "It costs $3.50. ¦ That is cheap.",
            "They sold it to Acme Inc. in May. ¦ It closed.",
            "See p. 55 and fig. 3.",
            "1. The first item ¦ 2. The second item",
            "Wait... ¦ What? ¦ No!",
            "He paused . . . and left.",
            "What is it? ¦ it is a test.",
            "It was over. [3] ¦ Nobody knew.",
            "Dear Anna, ¦ We met in May.",
        ],
    );
}
