//! An `Article` laid out for a width: lines of styled spans. Screen and `show` share it.
