//! What a byte may be the beginning of.

/// The class of a byte: it decides which part of the scanner takes over.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Class {
    /// Space, tab and the control characters: no token.
    Space,
    /// A line end.
    Line,
    Lower,
    Upper,
    Digit,
    /// Any other ASCII character.
    Mark,
    /// A byte of a character that is not ASCII.
    High,
}

const fn class_of(byte: u8) -> Class {
    match byte {
        b'\n' | b'\r' | 0x0b | 0x0c => Class::Line,
        0..=b' ' | 0x7f => Class::Space,
        b'a'..=b'z' => Class::Lower,
        b'A'..=b'Z' => Class::Upper,
        b'0'..=b'9' => Class::Digit,
        0x80.. => Class::High,
        _ => Class::Mark,
    }
}

/// The class of each byte.
pub(super) static CLASS: [Class; 256] = {
    let mut table = [Class::Mark; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = class_of(byte as u8);
        byte += 1;
    }
    table
};

/// A bit for small letters, capitals, and digits with the low line, of ASCII; no bit for any other byte.
pub(super) const SMALL: u8 = 1;
pub(super) const CAPITAL: u8 = 2;
pub(super) const DIGIT: u8 = 4;

/// The bits of each byte.
pub(super) static BITS: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'a'..=b'z' => SMALL,
            b'A'..=b'Z' => CAPITAL,
            b'0'..=b'9' | b'_' => DIGIT,
            _ => 0,
        };
        byte += 1;
    }
    table
};

/// What a character outside ASCII is to the scanner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wide {
    /// A letter of the Latin script.
    Letter,
    /// Belongs to the character before it: combining accents, joiners, variation selectors.
    Joined,
    /// White space.
    Space,
    /// A line or paragraph separator.
    Line,
    /// Invisible, and not white space: soft hyphen, byte order mark, marks of direction.
    Invisible,
    Apostrophe,
    Hyphen,
    Punctuation,
    Symbol,
    /// A digit written full width.
    Digit,
    /// Left to `unicode-segmentation`.
    Other,
}

/// What a character outside ASCII is.
pub(super) fn wide(c: char) -> Wide {
    match c {
        '\0'..='\u{7f}' => Wide::Other,
        '\u{ad}' => Wide::Invisible,
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{1680}' => Wide::Space,
        '\u{85}' | '\u{2028}' | '\u{2029}' => Wide::Line,
        '\u{80}'..='\u{9f}' => Wide::Invisible,
        'ª' | 'µ' | 'º' => Wide::Letter,
        '¡' | '§' | '«' | '¶' | '·' | '»' | '¿' => Wide::Punctuation,
        '×' | '÷' | '\u{a2}'..='\u{bf}' => Wide::Symbol,
        '\u{c0}'..='\u{2b8}' | '\u{1d00}'..='\u{1dbf}' | '\u{1e00}'..='\u{1eff}' => Wide::Letter,
        '\u{2bc}' | '’' => Wide::Apostrophe,
        '\u{300}'..='\u{36f}' | '\u{1dc0}'..='\u{1dff}' | '\u{200c}' | '\u{200d}' | '\u{20d0}'..='\u{20f0}' => {
            Wide::Joined
        }
        '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{e0100}'..='\u{e01ef}' => Wide::Joined,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' => Wide::Invisible,
        '\u{2066}'..='\u{206f}' | '\u{feff}' => Wide::Invisible,
        '\u{2010}' | '\u{2011}' => Wide::Hyphen,
        '\u{2012}'..='\u{2027}' | '\u{2030}'..='\u{205e}' => Wide::Punctuation,
        '\u{2071}' | '\u{207f}' | '\u{2090}'..='\u{209c}' => Wide::Letter,
        '\u{2070}'..='\u{208e}' | '\u{20a0}'..='\u{20c0}' | '\u{2190}'..='\u{23ff}' | '\u{2500}'..='\u{25ff}' => {
            Wide::Symbol
        }
        '\u{ff10}'..='\u{ff19}' => Wide::Digit,
        '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' | '\u{fb00}'..='\u{fb06}' => Wide::Letter,
        '\u{ff01}'..='\u{ff5e}' => Wide::Punctuation,
        _ => Wide::Other,
    }
}
