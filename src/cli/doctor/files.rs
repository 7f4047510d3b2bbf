//! Permissions, room on the disk, and what lies about.

use std::path::{Path, PathBuf};

use super::{Findings, State};
use crate::cli::world::World;
use crate::tr;

/// Less room than this is in danger, in bytes.
const LEAST_ROOM: u64 = 50 << 20;

pub(super) fn look(world: &World, findings: &mut Findings) {
    let data = &world.paths.data;
    permissions(world, findings);
    if let Some(free) = free_bytes(data) {
        let what = tr!(world.lang, "doctor-disk-free", n = free >> 20);
        if free < LEAST_ROOM {
            findings.found("disk", State::Fault, &what, "doctor-disk-remedy");
        } else {
            findings.well("disk", &what);
        }
    }
    for kept in files(data).into_iter().filter(|path| is_kept(path)) {
        let bytes = std::fs::metadata(&kept).map_or(0, |meta| meta.len());
        let path = kept.display().to_string();
        let what = tr!(world.lang, "doctor-kept-file", path = path, n = bytes.div_ceil(1 << 20));
        findings.found("kept", State::Note, &what, "doctor-kept-remedy");
    }
}

/// The files of the data directory.
fn files(data: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(data) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    files
}

/// A damaged archive that was set aside.
fn is_kept(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with("umland.damaged-") && name.ends_with(".db")
}

#[cfg(unix)]
fn permissions(world: &World, findings: &mut Findings) {
    use std::os::unix::fs::PermissionsExt;

    let mode =
        |path: &Path| std::fs::metadata(path).ok().map(|meta| meta.permissions().mode() & 0o777);
    let mut wide = Vec::new();
    let data = &world.paths.data;
    let ours = files(data).into_iter().filter(|path| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("umland."))
    });
    for path in ours.chain([data.clone()]) {
        if let Some(mode) = mode(&path).filter(|mode| mode & 0o077 != 0) {
            wide.push(format!("{} ({mode:o})", path.display()));
        }
    }
    // A configuration is nobody's secret, unless it has passwords.
    let config = &world.paths.config;
    let secret = world.config().is_ok_and(|config| {
        config.feeds.iter().any(|f| !f.headers.is_empty() || f.url.as_str().contains('@'))
    });
    if let Some(mode) = mode(config).filter(|mode| secret && mode & 0o077 != 0) {
        wide.push(format!("{} ({mode:o})", config.display()));
    }
    if wide.is_empty() {
        if data.exists() {
            findings.well("permissions", &world.lang.text("doctor-permissions-well"));
        }
    } else {
        let what = tr!(world.lang, "doctor-permissions-wide", files = wide.join(", "));
        findings.found("permissions", State::Fault, &what, "doctor-permissions-remedy");
    }
}

#[cfg(not(unix))]
fn permissions(_world: &World, _findings: &mut Findings) {}

/// Room on the disk where the archive is, or will be.
#[cfg(unix)]
fn free_bytes(data: &Path) -> Option<u64> {
    let there = data.ancestors().find(|path| path.exists())?;
    let disk = rustix::fs::statvfs(there).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

#[cfg(not(unix))]
fn free_bytes(_data: &Path) -> Option<u64> {
    None
}
