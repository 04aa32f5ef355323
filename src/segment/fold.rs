//! The form in which words are looked up, and its hash.

/// Longest word that is looked up, in bytes; a longer one is no word of any lexicon.
pub(super) const HASHED: usize = 64;

/// Appends the form in which a word is looked up; false, and nothing, for a word longer than 64 bytes.
///
/// Lower case, accents composed, one apostrophe, one hyphen, one space, full-width forms as ASCII, superscript letters as
/// plain ones, nothing invisible.
pub(crate) fn fold(word: &str, into: &mut String) -> bool {
    if word.len() > HASHED {
        return false;
    }
    if word.is_ascii() {
        let from = into.len();
        into.push_str(word);
        into[from..].make_ascii_lowercase();
    } else {
        each_folded(word, |c| into.push(c));
    }
    true
}

/// Hands over the characters of the folded form.
fn each_folded(word: &str, mut push: impl FnMut(char)) {
    let mut last = None;
    for c in word.chars() {
        let plain = match c {
            '\u{300}'..='\u{36f}' => {
                match last.and_then(|base| composed(base, c)) {
                    Some(whole) => last = Some(whole),
                    None => {
                        last.replace(c).into_iter().for_each(&mut push);
                    }
                }
                continue;
            }
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => {
                continue;
            }
            '’' | '\u{2bc}' => '\'',
            '\u{2010}' | '\u{2011}' => '-',
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
            'ᵃ' | 'ª' => 'a',
            'ᵈ' => 'd',
            'ᵉ' => 'e',
            'ʰ' => 'h',
            'ᵐ' => 'm',
            'ⁿ' => 'n',
            'ᵒ' | 'º' => 'o',
            'ʳ' => 'r',
            'ˢ' => 's',
            'ᵗ' => 't',
            '\u{ff01}'..='\u{ff5e}' => char::from((c as u32 - 0xff00 + 0x20) as u8),
            '\u{a1}'..='\u{bf}' | '\u{df}'..='\u{ff}' | '\u{2012}'..='\u{2026}' => {
                last.replace(c).into_iter().for_each(&mut push);
                continue;
            }
            _ => c,
        };
        for lower in plain.to_lowercase() {
            last.replace(lower).into_iter().for_each(&mut push);
        }
    }
    last.into_iter().for_each(push);
}

/// The letter that a letter and a combining accent make, for the letters of French and English.
fn composed(base: char, accent: char) -> Option<char> {
    let whole = match (base, accent) {
        ('a', '\u{300}') => 'à',
        ('a', '\u{301}') => 'á',
        ('a', '\u{302}') => 'â',
        ('a', '\u{303}') => 'ã',
        ('a', '\u{308}') => 'ä',
        ('a', '\u{30a}') => 'å',
        ('c', '\u{327}') => 'ç',
        ('e', '\u{300}') => 'è',
        ('e', '\u{301}') => 'é',
        ('e', '\u{302}') => 'ê',
        ('e', '\u{308}') => 'ë',
        ('i', '\u{300}') => 'ì',
        ('i', '\u{301}') => 'í',
        ('i', '\u{302}') => 'î',
        ('i', '\u{308}') => 'ï',
        ('n', '\u{303}') => 'ñ',
        ('o', '\u{300}') => 'ò',
        ('o', '\u{301}') => 'ó',
        ('o', '\u{302}') => 'ô',
        ('o', '\u{303}') => 'õ',
        ('o', '\u{308}') => 'ö',
        ('u', '\u{300}') => 'ù',
        ('u', '\u{301}') => 'ú',
        ('u', '\u{302}') => 'û',
        ('u', '\u{308}') => 'ü',
        ('y', '\u{301}') => 'ý',
        ('y', '\u{308}') => 'ÿ',
        _ => return None,
    };
    Some(whole)
}

/// The hash of a word that is folded already: what [`super::Token`] holds for the tokens that fold to it.
pub(crate) fn hash_of(folded: &str) -> u32 {
    hash_bytes(folded.as_bytes(), 0, folded.len(), false)
}

/// The hash by which a word is looked up, that of its folded form; 0 for a word too long to be looked up.
///
/// ```
/// use chronique::segment::hash;
///
/// assert_eq!(hash("Été"), hash("été"));
/// ```
pub fn hash_folded(word: &str) -> u32 {
    if word.len() > HASHED {
        return 0;
    }
    if is_plain(word.as_bytes()) {
        return hash_bytes(word.as_bytes(), 0, word.len(), true);
    }
    // No character's folded form is longer than three times its own.
    let mut folded = [0; 3 * HASHED];
    let mut length = 0;
    each_folded(word, |c| length += c.encode_utf8(&mut folded[length..]).len());
    hash_bytes(&folded, 0, length, false)
}

/// Whether text is of ASCII and small letters of Latin-1 only.
fn is_plain(mut bytes: &[u8]) -> bool {
    loop {
        bytes = match bytes {
            [0..=0x7f, rest @ ..] | [0xc3, 0x9f..=0xff, rest @ ..] => rest,
            _ => return bytes.is_empty(),
        }
    }
}

/// The hash of a stretch of bytes, eight at a time, with ASCII capitals as small letters if asked.
pub(super) fn hash_bytes(bytes: &[u8], start: usize, end: usize, lower: bool) -> u32 {
    let (chunks, rest) = bytes[start..end].as_chunks();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    let last = Some(&last).filter(|_| !rest.is_empty());
    let folded =
        |chunk: &[u8; 8]| if lower { lower_case(u64::from_le_bytes(*chunk)) } else { u64::from_le_bytes(*chunk) };
    chunks.iter().chain(last).map(folded).fold(FOLDED_START, mix) as u32
}

/// What a hash begins with.
pub(super) const FOLDED_START: u64 = 0x2545_f491_4f6c_dd1d;

/// A hash with the next eight bytes, zeros after the last.
pub(super) fn mix(hash: u64, chunk: u64) -> u64 {
    let hash = (hash ^ chunk).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ hash >> 32
}

/// Eight bytes with their ASCII letters in lower case.
#[inline]
pub(crate) fn lower_case(chunk: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let low = chunk & (0x7f * EACH);
    let from_a = low + (0x80 - b'A' as u64) * EACH;
    let beyond_z = low + (0x7f - b'Z' as u64) * EACH;
    let upper = from_a & !beyond_z & !chunk & (0x80 * EACH);
    chunk | upper >> 2
}
