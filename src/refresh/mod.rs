//! The pipeline schedule → fetch → parse → store, with progress told.
