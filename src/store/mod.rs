//! The archive: SQLite. The only module that knows SQL.
