//! What commands need that go to the network: a runtime, a client, the manners.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use super::exit::Result;
use super::world::{self, World};
use crate::config::Config;
use crate::fetch::Client;
use crate::refresh::{Refresh, Tell};
use crate::runtime;
use crate::store::Store;
use crate::text::dates::Zone;

/// Nobody who quits waits longer for what still runs in the background.
const PARTING: Duration = Duration::from_millis(100);

/// Runs an asynchronous task to its end.
pub(super) fn block_on<T>(task: impl Future<Output = T>) -> Result<T> {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let done = runtime.block_on(task);
    // What holds the archive lets go of it, so that it is closed in order: a log that is left behind would have to be gone
    // through at the next start. What takes longer (a name being looked up) is not waited for.
    runtime.shutdown_timeout(PARTING);
    Ok(done)
}

/// A client with the limits and manners of the configuration.
pub(super) fn client(config: &Config) -> Client {
    Client::new(&runtime::fetch_settings(config))
}

/// A refresh by the configuration.
pub(super) fn refresh(world: &World, store: &Store, tell: Tell) -> Result<Refresh> {
    let config = world.config()?;
    Ok(Refresh {
        store: store.clone(),
        client: Arc::new(client(config)),
        policy: runtime::policy(config),
        subscriptions: config.feeds.clone().into(),
        rules: config.rules.clone().into(),
        zone: Zone::system().iana_name().map(str::to_owned),
        clock: Arc::new(world::now),
        tell,
    })
}

#[cfg(test)]
mod tests {
    use crate::config::MIN_INTERVAL;
    use crate::schedule::Policy;

    #[test]
    fn no_interval_can_be_configured_that_the_schedule_does_not_keep() {
        assert_eq!(MIN_INTERVAL, Policy::default().floor);
    }
}
