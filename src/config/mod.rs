//! The configuration file: schema, defaults, faults with places, edits that keep comments.
