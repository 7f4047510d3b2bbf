//! Key notation, keymap, chord resolver; knows no terminal.
