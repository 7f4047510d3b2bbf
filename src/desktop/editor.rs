//! Editing a file in the reader's editor.

use std::path::Path;
use std::process::Command;

use super::{DesktopError, Environment, words};

/// Runs the reader's editor (`$VISUAL`, `$EDITOR`, else `vi`) on a file and waits for it. The terminal must be free.
///
/// # Errors
/// When the editor does not start or ends with an error.
pub fn edit(file: &Path, environment: &Environment) -> Result<(), DesktopError> {
    let mut words = words(environment.editor.as_deref().unwrap_or("vi"));
    if words.is_empty() {
        words.push("vi".to_owned());
    }
    let program = words.remove(0);
    let status = Command::new(&program)
        .args(words)
        .arg(file)
        .status()
        .map_err(|source| DesktopError::Start { program: program.clone(), source })?;
    if status.success() { Ok(()) } else { Err(DesktopError::Failed { program, status }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(editor: &str) -> Result<(), DesktopError> {
        let environment = Environment { editor: Some(editor.to_owned()), ..Environment::default() };
        edit(Path::new("/dev/null"), &environment)
    }

    #[test]
    fn the_editor_is_waited_for() {
        assert!(with("true --wait").is_ok());
        assert!(matches!(with("false"), Err(DesktopError::Failed { .. })));
        assert!(matches!(with("/nowhere/at-all"), Err(DesktopError::Start { .. })));
    }
}
