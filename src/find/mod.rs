//! What stands in the text, before its value is known.
