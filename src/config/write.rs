//! Writing a file whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// Replaces the text of a file: a temporary file in the same directory, synced, then renamed over it. A symbolic link is
/// followed, so that it stays one; the permissions stay. Missing directories are made.
pub(super) fn atomically(path: &Path, text: &str) -> io::Result<()> {
    let path = target(path)?;
    let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(dir)?;
    let mut file = NamedTempFile::new_in(dir)?;
    file.write_all(text.as_bytes())?;
    if let Ok(old) = fs::metadata(&path) {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|fault| fault.error)?;
    // The rename itself is durable only when the directory is synced; not every system can do that.
    let _ = File::open(dir).and_then(|dir| dir.sync_all());
    Ok(())
}

/// The file that a path leads to through symbolic links, also when the last one leads nowhere yet.
fn target(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MAX_LINKS {
        match fs::read_link(&path) {
            Ok(next) => path = path.parent().unwrap_or(Path::new("")).join(next),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("too many symbolic links"))
}

/// As many as Linux follows.
const MAX_LINKS: usize = 40;

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn links_and_permissions_survive() {
        let dir = tempfile::tempdir().expect("a directory");
        let real = dir.path().join("dotfiles.toml");
        let link = dir.path().join("config.toml");
        fs::write(&real, "old").expect("written");
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("set");
        symlink("dotfiles.toml", &link).expect("linked");
        atomically(&link, "new").expect("written");
        assert_eq!(fs::read_to_string(&real).expect("read"), "new");
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
        assert_eq!(fs::metadata(&real).expect("there").permissions().mode() & 0o777, 0o640);
        assert_eq!(
            fs::read_dir(dir.path()).expect("read").count(),
            2,
            "nothing is left lying about"
        );
    }

    #[test]
    fn missing_directories_are_made() {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("a/b/config.toml");
        atomically(&path, "x").expect("written");
        assert_eq!(fs::read_to_string(path).expect("read"), "x");
    }
}
