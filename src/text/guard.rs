//! Marks the threads on which a panic is caught and costs only what was being worked on. The panic hook asks here, so
//! that such a panic neither touches the terminal nor prints anything.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread is working on something whose panic is caught.
pub fn is_guarded() -> bool {
    GUARDED.get()
}

/// Does a piece of work; a panic in it is caught and becomes `None`.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    let before = GUARDED.replace(true);
    let result = catch_unwind(AssertUnwindSafe(work)).ok();
    GUARDED.set(before);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_caught_and_the_mark_goes() {
        assert_eq!(guarded(|| 1), Some(1));
        assert_eq!(
            guarded(|| {
                assert!(!is_guarded(), "on purpose");
                1
            }),
            None
        );
        assert!(!is_guarded());
    }
}
