//! One refresh at a time, over all processes: whoever comes second waits, and then finds that little is due.

use std::fs::{File, TryLockError};

use crate::store::Store;

/// The right to refresh; given back when dropped, and by the system when the process ends, however it ends.
#[derive(Debug)]
pub struct RefreshLock {
    _file: Option<File>,
}

impl Store {
    /// Takes the right to refresh; none while another process has it. Where files cannot be locked, everybody has it.
    pub fn try_lock_refresh(&self) -> Option<RefreshLock> {
        let path = self.inner.path.with_extension("lock");
        let mut options = File::options();
        options.create(true).append(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let Ok(file) = options.open(path) else { return Some(RefreshLock { _file: None }) };
        match file.try_lock() {
            Ok(()) => Some(RefreshLock { _file: Some(file) }),
            Err(TryLockError::WouldBlock) => None,
            Err(TryLockError::Error(_)) => Some(RefreshLock { _file: None }),
        }
    }
}
