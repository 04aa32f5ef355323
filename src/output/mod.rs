//! The same document in other clothes.

#[cfg(feature = "serde")]
mod json;
