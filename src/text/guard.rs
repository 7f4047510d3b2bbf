//! A fence around code that may panic on hostile input: a panic becomes a value, and the panic hook is told to keep quiet.

use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    static GUARDED: Cell<u32> = const { Cell::new(0) };
}

/// Counts one fence up while it lives.
struct Fence;

impl Fence {
    fn new() -> Self {
        GUARDED.with(|g| g.set(g.get() + 1));
        Self
    }
}

impl Drop for Fence {
    fn drop(&mut self) {
        GUARDED.with(|g| g.set(g.get().saturating_sub(1)));
    }
}

/// Runs `work`; a panic in it comes back as its message. Code with state of its own must not be used again after one.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    let _fence = Fence::new();
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| message(&*panic))
}

/// Whether this thread runs inside [`guarded`]: the panic hook then neither restores the terminal nor prints.
pub fn is_guarded() -> bool {
    GUARDED.with(Cell::get) > 0
}

fn message(panic: &(dyn Any + Send)) -> String {
    panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "panic".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_value() {
        let result: Result<(), String> = guarded(|| {
            assert!(is_guarded());
            panic!("byte {}", 7)
        });
        assert_eq!(result, Err("byte 7".to_owned()));
        assert!(!is_guarded());
        assert_eq!(guarded(|| 1), Ok(1));
    }
}
