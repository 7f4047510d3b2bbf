//! Pictures: from the disk or the network, decoded and made ready away from the task that draws.

use std::sync::Arc;

use super::Shared;
use crate::app::Event;
use crate::domain::{Fault, FeedUrl, Graphics, Mosaic, PictureKey};
use crate::images::{self, Cache, PictureFault};
use crate::lang::Lang;
use crate::runtime::{Clock, Tell};
use crate::text::Clean;
use crate::{tr, words};

/// Why a picture is not shown.
enum NoPicture {
    /// It did not come.
    Fetch(Fault),
    /// It cannot be decoded.
    Decode(PictureFault),
    /// The program is ending.
    Ending,
}

/// Loads a picture and tells when it can be drawn, or why it cannot.
pub(super) fn load(shared: Arc<Shared>, key: PictureKey, graphics: Graphics, tell: Tell) {
    tokio::spawn(async move {
        let loaded = match ready(&shared, &key, graphics).await {
            Ok(mosaic) => Ok(Arc::new(mosaic)),
            Err(NoPicture::Ending) => return,
            Err(why) => Err(say(&why, shared.lang())),
        };
        tell.tell(Event::PictureLoaded(key, loaded));
    });
}

async fn ready(
    shared: &Arc<Shared>,
    key: &PictureKey,
    graphics: Graphics,
) -> Result<Mosaic, NoPicture> {
    let bytes = bytes(shared, &key.src).await?;
    let _turn = shared.decoders.acquire().await.map_err(|_| NoPicture::Ending)?;
    let (shelf, key) = (shared.shelf.clone(), key.clone());
    let making = tokio::task::spawn_blocking(move || {
        let image = images::decode(&bytes)?;
        Ok(shelf.prepare(&key, &image, graphics))
    });
    making.await.map_err(|_| NoPicture::Ending)?.map_err(NoPicture::Decode)
}

/// The picture as its server sent it: from the disk, else from there.
async fn bytes(shared: &Arc<Shared>, src: &str) -> Result<Vec<u8>, NoPicture> {
    let config = shared.config();
    let cache = Cache::new(shared.cache.join("pictures"), config.images.cache_bytes);
    let (kept, address, now) = (cache.clone(), src.to_owned(), shared.clock.now());
    let looking = tokio::task::spawn_blocking(move || kept.get(&address, now));
    if let Some(bytes) = looking.await.map_err(|_| NoPicture::Ending)? {
        return Ok(bytes);
    }
    // The reader named the feed's host, so its pictures may lie in the same private network.
    let host = FeedUrl::parse(src).ok();
    let named = host.is_some_and(|url| config.feeds.iter().any(|f| f.url.host() == url.host()));
    let most = usize::try_from(config.images.max_bytes).unwrap_or(usize::MAX);
    let bytes = shared.client().image(src, named, most).await.map_err(NoPicture::Fetch)?;
    let (kept, address) = (bytes.clone(), src.to_owned());
    let keeping = tokio::task::spawn_blocking(move || cache.put(&address, &kept, now));
    if let Ok(Err(fault)) = keeping.await {
        tracing::warn!(%fault, "a picture could not be kept");
    }
    Ok(bytes)
}

fn say(why: &NoPicture, lang: Lang) -> Clean {
    let reason = match why {
        NoPicture::Fetch(fault) => words::fault(fault, lang),
        NoPicture::Decode(PictureFault::Kind) => lang.text("picture-kind"),
        NoPicture::Decode(PictureFault::Pixels { width, height }) => {
            tr!(lang, "picture-pixels", width = *width, height = *height)
        }
        NoPicture::Decode(PictureFault::Damaged(_)) => lang.text("picture-damaged"),
        NoPicture::Ending => String::new(),
    };
    Clean::line(&tr!(lang, "picture-failed", reason = reason))
}
