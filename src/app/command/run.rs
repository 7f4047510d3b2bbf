//! What each command does. What a line names is looked up before anything is done, so a faulty line does nothing.

use super::complete::{argument_id, places};
use super::{Argument, Fault, Order, Verb, What};
use crate::app::effect::Effect;
use crate::app::help::Help;
use crate::app::layout::Pane;
use crate::app::overlay::Overlay;
use crate::app::settings::{self, SETTINGS, Setting, THEME};
use crate::app::state::State;
use crate::app::{act, out, source, themes, towns};
use crate::domain::{Scope, Which};
use crate::text::fold::fold;
use crate::text::nearest;
use crate::tr;

/// Carries an order out.
pub(super) fn run(state: &mut State, order: Order) -> Result<Vec<Effect>, Fault> {
    match order {
        Order::Act(action, count) => Ok(act::act(state, action, count)),
        Order::Do(verb, argument) => do_it(state, verb, &argument),
    }
}

fn do_it(state: &mut State, verb: Verb, argument: &Argument) -> Result<Vec<Effect>, Fault> {
    let text = argument.text.as_str();
    match verb {
        Verb::Set | Verb::SetAndWrite => set(state, argument, verb == Verb::SetAndWrite),
        Verb::Theme | Verb::ThemeAndWrite if text.is_empty() => Ok(themes::choose(state)),
        Verb::Theme | Verb::ThemeAndWrite => {
            set_to(state, &THEME, argument, verb == Verb::ThemeAndWrite)
        }
        Verb::Goto => {
            let scope = place(state, verb, argument)?;
            state.focus = Pane::List;
            Ok(act::show(state, |query, _| {
                query.scope = scope;
                query.text.clear();
            }))
        }
        Verb::Refresh => Ok(vec![Effect::Refresh(match place(state, verb, argument)? {
            Scope::Feed(id) => Which::Feed(id),
            Scope::Folder(path) => Which::Folder(path),
            Scope::All | Scope::Starred => Which::All,
        })]),
        Verb::Random => Ok(vec![Effect::FindRandom(state.list.query.clone())]),
        Verb::Source => Ok(source::ask(state)),
        Verb::Filter => {
            state.focus = Pane::List;
            Ok(act::filter(state, text))
        }
        Verb::Add => Ok(towns::subscribe(state, text, None)),
        Verb::Save => Ok(out::save(state, text)),
        Verb::Pipe => Ok(out::pipe(state, text)),
        Verb::Copy => {
            let part = out::PARTS.iter().find(|(name, _)| *name == text);
            match part {
                Some((_, part)) => Ok(out::copy(state, *part)),
                None => Err(of_these(argument, out::PARTS.iter().map(|(name, _)| *name))),
            }
        }
        Verb::Share => {
            let shares = &state.prefs.shares;
            let name =
                if text.is_empty() && shares.len() == 1 { &shares[0] } else { &argument.text };
            if shares.contains(name) {
                let name = name.clone();
                return Ok(out::share(state, name));
            }
            if shares.is_empty() {
                return Ok(out::no_share(state));
            }
            Err(of_these(argument, shares.iter().map(String::as_str)))
        }
        Verb::Help => {
            state.overlay = Some(Overlay::Help(Help { scroll: 0, words: text.to_owned() }));
            Ok(Vec::new())
        }
    }
}

/// What may stand here instead.
fn of_these<'a>(argument: &Argument, words: impl Iterator<Item = &'a str>) -> Fault {
    let words = words.collect::<Vec<_>>().join(", ");
    let what = if argument.text.is_empty() { What::Missing } else { What::Value };
    Fault::new(argument.at, what, &argument.text).near(Some(&words))
}

/// `KEY VALUE` changes a setting, `KEY` says it, nothing lists all.
fn set(state: &mut State, argument: &Argument, write: bool) -> Result<Vec<Effect>, Fault> {
    if argument.text.is_empty() {
        state.overlay = Some(Overlay::Settings { scroll: 0 });
        return Ok(Vec::new());
    }
    // `KEY=VALUE` is how vim has it.
    let is_gap = |c: char| c == '=' || c.is_whitespace();
    let (key, value) = argument.text.split_once(is_gap).unwrap_or((&argument.text, ""));
    let Some(setting) = Setting::from_name(key) else {
        let near = nearest(key, SETTINGS.iter().map(|setting| setting.name));
        return Err(Fault::new(argument.at, What::Setting, key).near(near));
    };
    let value = value.trim_start_matches(is_gap);
    let at = argument.at + argument.text.chars().count() - value.chars().count();
    if value.is_empty() {
        let value = setting.value(&state.prefs);
        let said = tr!(state.lang(), "notice-setting", key = setting.name, value = value);
        state.say(&said);
        return Ok(Vec::new());
    }
    set_to(state, setting, &Argument { text: value.to_owned(), at }, write)
}

fn set_to(
    state: &mut State,
    setting: &Setting,
    value: &Argument,
    write: bool,
) -> Result<Vec<Effect>, Fault> {
    let word = match value.text.as_str() {
        "on" | "yes" | "ja" if setting.is_switch() => "true",
        "off" | "no" | "nein" if setting.is_switch() => "false",
        word => word,
    };
    if setting.is_theme() {
        themes::named(state, word, value.at)?;
    }
    if !setting.can_be(word, state) {
        let words = setting.words(state).join(", ");
        return Err(Fault::new(value.at, What::Value, word).near(Some(&words)));
    }
    let effects = settings::set(state, setting, word, write);
    if !write {
        let said = tr!(state.lang(), "notice-set", key = setting.name, value = word);
        state.say(&said);
    }
    Ok(effects)
}

/// The feed or folder of a name: as it is written, else the only one that has the words in it.
fn place(state: &State, verb: Verb, argument: &Argument) -> Result<Scope, Fault> {
    let wanted = fold(&argument.text);
    if wanted.is_empty() {
        let id = argument_id(verb).unwrap_or_default();
        let missing = state.lang().text(&id);
        return Err(Fault::new(argument.at, What::Missing, "").near(Some(&missing)));
    }
    let all: Vec<(String, Scope)> = scopes(state).collect();
    let exact = |(name, _): &&(String, Scope)| {
        let name = fold(name);
        name == wanted || name.strip_suffix('/') == Some(wanted.as_str())
    };
    if let Some((_, scope)) = all.iter().find(exact) {
        return Ok(scope.clone());
    }
    let inside: Vec<_> = all.iter().filter(|(name, _)| fold(name).contains(&wanted)).collect();
    let fault = |what| Fault::new(argument.at, what, &argument.text);
    match inside[..] {
        [(_, scope)] => Ok(scope.clone()),
        [] => {
            let names: Vec<String> = places(state).collect();
            let names = names.iter().map(|name| name.trim_end_matches('/'));
            Err(fault(What::Place).near(nearest(&argument.text, names)))
        }
        _ => {
            let names: Vec<_> = inside.iter().map(|(name, _)| name.as_str()).collect();
            Err(fault(What::Places).near(Some(&names.join(", "))))
        }
    }
}

/// Names and what they stand for, in the order of [`places`].
fn scopes(state: &State) -> impl Iterator<Item = (String, Scope)> {
    let folders = state.tree.folders().into_iter().map(Scope::Folder);
    let feeds = state.tree.feeds.iter().map(|feed| Scope::Feed(feed.id));
    places(state).zip(folders.chain(feeds))
}
