//! Where umland keeps its files.

use std::path::PathBuf;

use etcetera::base_strategy::{BaseStrategy, Xdg};

/// The configuration file and the data directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// The configuration file; it need not exist.
    pub config: PathBuf,
    /// The directory of the archive and the log; it need not exist.
    pub data: PathBuf,
    /// The directory of what can be fetched again; it need not exist. In the data directory when that is named.
    pub cache: PathBuf,
}

/// Why no path could be found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PathsError {
    /// There is no home directory to start from.
    #[error("no home directory: set HOME, or name --config and --data-dir")]
    NoHome,
}

impl Paths {
    /// The paths named, and those of the XDG base directory specification for the rest.
    ///
    /// # Errors
    /// When a path is not named and there is no home directory.
    pub fn find(config: Option<PathBuf>, data: Option<PathBuf>) -> Result<Self, PathsError> {
        if let (Some(config), Some(data)) = (&config, &data) {
            let cache = data.join("cache");
            return Ok(Self { config: config.clone(), data: data.clone(), cache });
        }
        let xdg = Xdg::new().map_err(|_| PathsError::NoHome)?;
        let cache = data.as_ref().map(|data| data.join("cache"));
        Ok(Self {
            cache: cache.unwrap_or_else(|| xdg.cache_dir().join("umland")),
            config: config.unwrap_or_else(|| xdg.config_dir().join("umland/config.toml")),
            data: data.unwrap_or_else(|| xdg.data_dir().join("umland")),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_paths_win() {
        let paths = Paths::find(Some("a.toml".into()), Some("b".into())).expect("both are named");
        assert_eq!(
            paths,
            Paths { config: "a.toml".into(), data: "b".into(), cache: "b/cache".into() }
        );
    }
}
