//! The terminal, the browser, the editor, the clipboard.

use std::io::{IsTerminal, stdout};

use super::{Findings, State};
use crate::cli::world::{World, ascii_only, surroundings, variable};
use crate::{desktop, tr};

pub(super) fn look(world: &World, findings: &mut Findings) {
    let lang = world.lang;
    let term = variable("TERM").map(|term| term.to_string_lossy().into_owned());
    let shown = term.clone().unwrap_or_else(|| lang.text("doctor-not-set"));
    let what = tr!(lang, "doctor-terminal-is", term = shown);
    if stdout().is_terminal() && term.as_deref().is_none_or(|term| term == "dumb") {
        findings.found("terminal", State::Fault, &what, "doctor-terminal-remedy");
    } else if ascii_only() {
        findings.found("terminal", State::Note, &what, "doctor-terminal-ascii");
    } else {
        findings.well("terminal", &what);
    }
    let path = variable("PATH").unwrap_or_default();
    let environment = surroundings().desktop;
    if let Some(program) = desktop::opener(&environment, &path) {
        findings.well("browser", &tr!(lang, "doctor-browser-is", program = program.as_str()));
    } else {
        let what = lang.text("doctor-browser-none");
        findings.found("browser", State::Note, &what, "doctor-browser-remedy");
    }
    if let Some(editor) = &environment.editor {
        findings.well("editor", editor);
    } else {
        let what = lang.text("doctor-editor-none");
        findings.found("editor", State::Note, &what, "doctor-editor-remedy");
    }
    findings.well("clipboard", &lang.text("doctor-clipboard-is"));
}
