//! The embedded file and its sections.

use std::sync::LazyLock;

use fst::Map;

use crate::gazetteer::format;

static FILE: &[u8] = include_bytes!("../../assets/gazetteer.bin");

/// The sections of the embedded file.
pub(super) struct Table {
    pub(super) rows: &'static [u8],
    pub(super) names: &'static str,
    pub(super) areas: &'static str,
    pub(super) postings: &'static [u8],
    pub(super) keys: Map<&'static [u8]>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let [rows, names, areas, postings, keys] =
        format::split(FILE).expect("the embedded file is whole; a test reads it");
    Table {
        rows,
        names: str::from_utf8(names).expect("the packer writes UTF-8; a test reads it"),
        areas: str::from_utf8(areas).expect("the packer writes UTF-8; a test reads it"),
        postings,
        keys: Map::new(keys).expect("the packer writes a map; a test reads it"),
    }
});

pub(super) fn table() -> &'static Table {
    &TABLE
}

impl Table {
    pub(super) fn row(&self, number: u32) -> format::Packed {
        let at = number as usize * format::ROW;
        format::Packed::read(self.rows.get(at..at + format::ROW).unwrap_or(&[0; format::ROW]))
    }

    /// The inhabitants of a row, without reading the rest of it.
    pub(super) fn population(&self, number: u32) -> u32 {
        format::population(self.rows.get(number as usize * format::ROW..).unwrap_or_default())
    }

    pub(super) fn n_rows(&self) -> u32 {
        u32::try_from(self.rows.len() / format::ROW).unwrap_or(u32::MAX)
    }
}
