//! The archive, in `SQLite`. The only module that knows SQL.
