//! The interface without a terminal: state, events, effects, `update`.
