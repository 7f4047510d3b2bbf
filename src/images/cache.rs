//! Pictures on disk, as their servers sent them. What was looked at longest ago goes first when there is no more room.

use std::fs::{self, File};
use std::hash::Hasher;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use siphasher::sip128::{Hasher128, SipHasher13};

use crate::domain::Timestamp;

/// A directory of pictures. It is a cache: what goes wrong in it costs nothing but another request.
#[derive(Debug, Clone)]
pub struct Cache {
    dir: PathBuf,
    most_bytes: u64,
}

impl Cache {
    /// A cache in a directory, which need not exist, of at most so many bytes; 0 keeps nothing.
    pub fn new(dir: PathBuf, most_bytes: u64) -> Self {
        Self { dir, most_bytes }
    }

    /// The picture of an address. Notes that it was looked at.
    pub fn get(&self, src: &str, now: Timestamp) -> Option<Vec<u8>> {
        let mut file = File::open(self.path(src)).ok()?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).ok()?;
        // Where that cannot be noted, the picture only goes earlier.
        let _ = file.set_modified(time(now));
        Some(bytes)
    }

    /// Keeps a picture, and makes room for it.
    ///
    /// # Errors
    /// When the directory cannot be written to.
    pub fn put(&self, src: &str, bytes: &[u8], now: Timestamp) -> io::Result<()> {
        if bytes.len() as u64 > self.most_bytes {
            return Ok(());
        }
        fs::create_dir_all(&self.dir)?;
        // A file of its own first, readable by the reader only: nobody sees half a picture.
        let mut file = tempfile::NamedTempFile::new_in(&self.dir)?;
        file.write_all(bytes)?;
        file.as_file().set_modified(time(now))?;
        file.persist(self.path(src)).map_err(|fault| fault.error)?;
        self.make_room()
    }

    fn make_room(&self) -> io::Result<()> {
        let mut files = Vec::new();
        for entry in fs::read_dir(&self.dir)? {
            let entry = entry?;
            // Another process may have removed it by now.
            if let Ok(meta) = entry.metadata() {
                files.push((meta.modified().unwrap_or(UNIX_EPOCH), meta.len(), entry.path()));
            }
        }
        let mut bytes: u64 = files.iter().map(|(_, len, _)| len).sum();
        files.sort();
        for (_, len, path) in files {
            if bytes <= self.most_bytes {
                break;
            }
            fs::remove_file(path)?;
            bytes -= len;
        }
        Ok(())
    }

    /// The name tells nothing of the address, and an address can ask for no other name.
    fn path(&self, src: &str) -> PathBuf {
        let mut hasher = SipHasher13::new();
        hasher.write(src.as_bytes());
        self.dir.join(format!("{:032x}", hasher.finish128().as_u128()))
    }
}

fn time(now: Timestamp) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(u64::try_from(now.0).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_looked_at_longest_ago_goes_first() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let cache = Cache::new(dir.path().join("pictures"), 25);
        assert_eq!(cache.get("a", Timestamp(1)), None);
        for (src, at) in [("a", 1), ("b", 2)] {
            cache.put(src, &[b'x'; 10], Timestamp(at)).expect("room");
        }
        assert!(cache.get("a", Timestamp(3)).is_some());
        cache.put("c", &[b'x'; 10], Timestamp(4)).expect("room");
        let kept = ["a", "b", "c"].map(|src| cache.get(src, Timestamp(5)).is_some());
        assert_eq!(kept, [true, false, true]);
        cache.put("d", &[b'x'; 26], Timestamp(6)).expect("too large is no fault");
        assert_eq!(cache.get("d", Timestamp(7)), None);
    }

    #[test]
    fn pictures_are_the_readers_own() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().expect("a temporary folder");
        let cache = Cache::new(dir.path().to_owned(), 100);
        cache.put("a", b"x", Timestamp(1)).expect("room");
        let file = fs::read_dir(dir.path()).expect("readable").next().expect("one").expect("one");
        assert_eq!(file.metadata().expect("there").permissions().mode() & 0o777, 0o600);
    }
}
