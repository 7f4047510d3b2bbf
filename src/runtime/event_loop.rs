//! The loop itself.

use std::time::Duration;

use futures_util::{Stream, StreamExt};

use super::tell::Jobs;
use super::{Clock, RuntimeError, Screen, World};
use crate::app::{Effect, Event, State, start, update};

/// Between two pictures of something that moves.
const TICK: Duration = Duration::from_millis(200);
/// Between two looks at the clock, for ages and for feeds that are due.
const MINUTE: Duration = Duration::from_secs(60);
/// At most so many facts are taken in before a picture is drawn, so that a flood does not starve the screen.
const BATCH: usize = 256;
/// The first picture waits at most so long for the archive.
const FIRST: Duration = Duration::from_millis(10);
/// Keys wait at most so long for it.
const PATIENCE: Duration = Duration::from_secs(1);

/// What the loop runs over.
#[derive(Debug)]
pub struct Ports<S, W, C> {
    /// What is drawn on.
    pub screen: S,
    /// Where effects are carried out.
    pub world: W,
    /// Where the time comes from.
    pub clock: C,
}

/// Runs until the reader quits, or until the input has ended and nothing is under way. `open_input` is called again
/// after the terminal was given away for a while.
///
/// # Errors
/// When the screen cannot be drawn on.
pub async fn run<S, W, C, I>(
    state: &mut State,
    ports: &mut Ports<S, W, C>,
    mut open_input: impl FnMut() -> I,
) -> Result<(), RuntimeError>
where
    S: Screen,
    W: World,
    C: Clock,
    I: Stream<Item = Event> + Unpin,
{
    let mut jobs = Jobs::new();
    let (first, rest): (Vec<_>, Vec<_>) = start(state).into_iter().partition(is_of_first_picture);
    perform(first, state, ports, &mut jobs)?;
    // The first picture shows the archive: what the start has asked of it is a matter of a few milliseconds.
    if tokio::time::timeout(FIRST, first_answers(state, ports, &mut jobs)).await.is_err() {
        ports.screen.draw(state)?;
        // What is typed ahead waits for the list that it is meant for.
        let _ = tokio::time::timeout(PATIENCE, first_answers(state, ports, &mut jobs)).await;
    }
    ports.screen.draw(state)?;
    perform(rest, state, ports, &mut jobs)?;
    let mut input = Some(open_input());
    let mut minute = tokio::time::interval(MINUTE);
    minute.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Skip);
    loop {
        let effects = drain(state, &mut jobs);
        let settled = effects.is_empty();
        let mut done = away(effects, state, ports, &mut jobs, &mut input, &mut open_input)?;
        if settled {
            ports.screen.draw(state)?;
            if input.is_none() && jobs.idle() {
                return Ok(());
            }
            let effects = next(state, &mut jobs, &mut input, &mut minute, &ports.clock).await;
            done = away(effects, state, ports, &mut jobs, &mut input, &mut open_input)?;
        }
        if done.ends() {
            return Ok(());
        }
    }
}

/// Carries effects out; nothing else reads the terminal while one of them needs it for itself.
fn away<S: Screen, W: World, C, I>(
    effects: Vec<Effect>,
    state: &mut State,
    ports: &mut Ports<S, W, C>,
    jobs: &mut Jobs,
    input: &mut Option<I>,
    open_input: &mut impl FnMut() -> I,
) -> Result<Done, RuntimeError> {
    let needs_terminal = |e: &Effect| {
        matches!(
            e,
            Effect::Suspend | Effect::EditConfig | Effect::Pipe { .. } | Effect::AskGraphics
        )
    };
    if !effects.iter().any(needs_terminal) || input.is_none() {
        return perform(effects, state, ports, jobs);
    }
    drop(input.take());
    let done = perform(effects, state, ports, jobs)?;
    *input = Some(open_input());
    Ok(done)
}

/// Whether the loop goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Done {
    GoOn,
    End,
}

impl Done {
    fn ends(self) -> bool {
        self == Self::End
    }
}

/// Carries effects out, by the screen's owner or by the world.
fn perform<S: Screen, W: World, C>(
    effects: Vec<Effect>,
    state: &mut State,
    ports: &mut Ports<S, W, C>,
    jobs: &mut Jobs,
) -> Result<Done, RuntimeError> {
    for effect in effects {
        match effect {
            Effect::Quit => return Ok(Done::End),
            Effect::Suspend
            | Effect::EditConfig
            | Effect::Pipe { .. }
            | Effect::Redraw
            | Effect::AskGraphics
            | Effect::NotifyTerminal { .. }
            | Effect::Bell => {
                for event in ports.screen.perform(effect, state)? {
                    jobs.begin().tell(event);
                }
            }
            Effect::Copy(_) => {
                // The terminal may have no clipboard to offer: a program of the reader's gets it too.
                let _ = ports.screen.perform(effect.clone(), state)?;
                ports.world.perform(effect, jobs.begin());
            }
            effect => ports.world.perform(effect, jobs.begin()),
        }
    }
    Ok(Done::GoOn)
}

/// Whether an effect is for the first picture, or watches whether that stays true; all others wait for it.
fn is_of_first_picture(effect: &Effect) -> bool {
    matches!(effect, Effect::LoadEntries { .. } | Effect::LoadTree | Effect::Watch)
}

/// Takes facts in until the list and the tree are there.
async fn first_answers<S: Screen, W: World, C>(
    state: &mut State,
    ports: &mut Ports<S, W, C>,
    jobs: &mut Jobs,
) -> Result<(), RuntimeError> {
    while !(state.list.loaded && state.tree.loaded) {
        if let Some(event) = jobs.next().await {
            let effects = update(state, event);
            perform(effects, state, ports, jobs)?;
        }
    }
    Ok(())
}

/// Waits for something to happen and takes it in.
async fn next<I: Stream<Item = Event> + Unpin>(
    state: &mut State,
    jobs: &mut Jobs,
    input: &mut Option<I>,
    minute: &mut tokio::time::Interval,
    clock: &impl Clock,
) -> Vec<Effect> {
    let moving = state.is_moving();
    let listening = input.is_some();
    let typed = async {
        match input {
            Some(stream) => stream.next().await,
            None => std::future::pending().await,
        }
    };
    let event = tokio::select! {
        biased;
        typed = typed => {
            if typed.is_none() {
                *input = None;
            }
            typed
        }
        told = jobs.next() => told,
        () = tokio::time::sleep(TICK), if moving => Some(Event::Tick),
        _ = minute.tick(), if listening => Some(Event::Clock(clock.now())),
    };
    let Some(event) = event else { return Vec::new() };
    state.now = clock.now();
    update(state, event)
}

/// Takes in what is already there.
fn drain(state: &mut State, jobs: &mut Jobs) -> Vec<Effect> {
    let mut effects = Vec::new();
    for _ in 0..BATCH {
        let Some(event) = jobs.try_next() else { break };
        effects.extend(update(state, event));
    }
    effects
}
