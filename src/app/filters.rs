//! Filters: a query over the list as it is typed, saved views, and how they are counted.

use std::sync::Arc;

use super::act;
use super::effect::Effect;
use super::layout::Pane;
use super::overlay::Overlay;
use super::prompt::{Prompt, Purpose};
use super::state::State;
use crate::domain::{Filter, Query};
use crate::query::{self, Context};
use crate::tr;

/// Begins to type a filter; the one in force is changed.
pub(super) fn edit(state: &mut State) -> Vec<Effect> {
    let label = state.list.query.filter.as_ref().map(|filter| filter.label.clone());
    let view = label.as_ref().and_then(|name| state.prefs.views.iter().find(|v| *v.name == **name));
    let text = view.map(|view| view.text.clone()).or(label).unwrap_or_default();
    state.prompt = Some(Prompt::new(Purpose::FilterQuery, &text));
    Vec::new()
}

/// Narrows the list to what has been typed so far; while that is no query, the list stays and the fault is shown.
pub(super) fn typed(state: &mut State, text: &str) -> Vec<Effect> {
    let text = text.trim();
    match query::parse(text) {
        Ok(_) if text.is_empty() => set(state, None),
        Ok(expr) => {
            let filter = query::filter(&expr, text, &context(state));
            set(state, Some(Arc::new(filter)))
        }
        Err(_) => Vec::new(),
    }
}

/// What is wrong with the filter that is being typed, in words.
pub fn fault(state: &State) -> Option<String> {
    let prompt = state.prompt.as_ref().filter(|p| p.purpose == Purpose::FilterQuery)?;
    let text = prompt.text();
    Some(query::parse(text.trim()).err()?.say(state.lang()))
}

/// Takes the filter that was typed; one with a fault stays in the prompt.
pub(super) fn done(state: &mut State) -> Vec<Effect> {
    if fault(state).is_none() {
        state.prompt = None;
        state.focus = Pane::List;
    }
    Vec::new()
}

/// Drops the filter.
pub(super) fn clear(state: &mut State) -> Vec<Effect> {
    set(state, None)
}

/// Offers the saved views.
pub(super) fn pick(state: &mut State) -> Vec<Effect> {
    if state.prefs.views.is_empty() {
        let text = tr!(state.lang(), "notice-no-views");
        state.say(&text);
    } else {
        state.overlay = Some(Overlay::Views { selected: 0 });
    }
    Vec::new()
}

/// Shows a saved view.
pub(super) fn show_view(state: &mut State, index: usize) -> Vec<Effect> {
    let Some(view) = state.prefs.views.get(index) else { return Vec::new() };
    let query = Query { order: state.list.query.order, ..view.query(&context(state)) };
    act::show(state, |shown, _| *shown = query)
}

/// Asks for the unread counts of the views.
pub(super) fn count(state: &State) -> Vec<Effect> {
    if state.prefs.views.is_empty() {
        return Vec::new();
    }
    let context = context(state);
    vec![Effect::CountViews(state.prefs.views.iter().map(|view| view.query(&context)).collect())]
}

/// Takes the unread counts of the views.
pub(super) fn counted(state: &mut State, unread: Vec<Option<u64>>) -> Vec<Effect> {
    let names = state.prefs.views.iter().map(|view| view.name.clone());
    state.tree.take_views(names.zip(unread).collect());
    Vec::new()
}

fn set(state: &mut State, filter: Option<Arc<Filter>>) -> Vec<Effect> {
    act::show(state, |query, _| query.filter = filter)
}

fn context(state: &State) -> Context<'_> {
    Context { read_since: state.now, ..Context::new(state.now, &state.prefs.zone) }
}
