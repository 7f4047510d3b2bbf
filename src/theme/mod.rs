//! Colours and emphasis by role; knows no ratatui.
