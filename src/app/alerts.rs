//! Official warnings in the reader: which concern a home, what the bar says of them, and their list. umland is no
//! substitute for official channels, and says so.

use super::effect::Effect;
use super::overlay::Overlay;
use super::state::State;
use crate::domain::{AlertRow, Severity, Timestamp};
use crate::lang::Lang;
use crate::text::dates;
use crate::theme::Part;
use crate::{tr, words};

/// A warning of the archive, and whether it holds where the reader lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The warning.
    pub row: AlertRow,
    /// One of the reader's homes lies in its area.
    pub here: bool,
}

/// A line of the list of warnings.
pub type Line = (String, Part);

/// The warnings that hold now, those that concern a home first.
pub fn holding(state: &State) -> Vec<&Warning> {
    let holds = |warning: &&Warning| warning.row.alert.holds_at(state.now);
    let mut found: Vec<&Warning> = state.warnings.iter().filter(holds).collect();
    found.sort_by_key(|warning| !warning.here);
    found
}

/// What the bar says: the worst warning for a home.
pub fn banner(state: &State) -> Option<String> {
    let here = holding(state).into_iter().find(|warning| warning.here)?;
    let what = event(here, state.lang());
    Some(match until(state, here.row.alert.ends()) {
        Some(until) => tr!(state.lang(), "alert-banner", what = what, until = until),
        None => what,
    })
}

/// The list of warnings, ready to print, and the line where each begins.
pub fn lines(state: &State) -> (Vec<Line>, Vec<usize>) {
    let lang = state.lang();
    let holding = holding(state);
    let mut lines = vec![(lang.text("alert-no-substitute"), Part::Muted)];
    let mut starts = Vec::new();
    if holding.is_empty() {
        lines.push((String::new(), Part::Text));
        lines.push((lang.text("alert-none"), Part::Text));
    }
    for warning in holding {
        lines.push((String::new(), Part::Text));
        starts.push(lines.len());
        let AlertRow { alert, title, source, .. } = &warning.row;
        let severity = lang.text(&format!("alert-severity-{}", alert.severity.name()));
        let here = if warning.here { lang.text("alert-here") } else { String::new() };
        let part = match alert.severity {
            Severity::Severe | Severity::Extreme => Part::Fault,
            _ => Part::Strong,
        };
        let head = [event(warning, lang), severity, here];
        let head: Vec<String> = head.into_iter().filter(|part| !part.is_empty()).collect();
        lines.push((head.join(" · "), part));
        if *alert.event != **title {
            lines.push((title.to_string(), Part::Text));
        }
        let areas = alert.areas.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        if !areas.is_empty() {
            lines.push((tr!(lang, "alert-areas", areas = areas), Part::Muted));
        }
        let from = until(state, alert.onset).map(|at| tr!(lang, "alert-from", at = at));
        let to = until(state, alert.ends()).map(|at| tr!(lang, "alert-until", at = at));
        let valid = [from, to, Some(source.to_string())].into_iter().flatten().collect::<Vec<_>>();
        lines.push((valid.join(" · "), Part::Muted));
    }
    (lines, starts)
}

fn event(warning: &Warning, lang: Lang) -> String {
    let AlertRow { alert, title, .. } = &warning.row;
    match (alert.event.is_empty(), title.is_empty()) {
        (false, _) => alert.event.to_string(),
        (true, false) => title.to_string(),
        (true, true) => lang.text("alert-unnamed"),
    }
}

fn until(state: &State, at: Option<Timestamp>) -> Option<String> {
    let date = dates::date(at?.0, state.now.0, &state.prefs.zone);
    Some(words::date(&date, state.lang()))
}

/// Opens the list.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    state.overlay = Some(Overlay::Alerts { selected: 0 });
    vec![Effect::LoadAlerts]
}

/// Shows the entry that carries the selected warning.
pub(super) fn show(state: &mut State, selected: usize) -> Vec<Effect> {
    let Some(entry) = holding(state).get(selected).map(|warning| warning.row.entry) else {
        return Vec::new();
    };
    if state.regions().article.is_none() {
        state.focus = super::layout::Pane::Article;
    }
    state.reader.want(entry)
}

/// Moves in the list.
pub(super) fn step(state: &mut State, by: isize) {
    let last = holding(state).len().saturating_sub(1);
    if let Some(Overlay::Alerts { selected }) = &mut state.overlay {
        *selected = selected.saturating_add_signed(by).min(last);
    }
}
