//! Reading a body: piece by piece, decoded as it comes, within the limit.

use reqwest::Response;
use reqwest::header::{CONTENT_ENCODING, HeaderMap};

use crate::domain::{Fault, FaultKind};
use crate::fetch::coding::Decoder;
use crate::fetch::fault;

/// Returns the decoded body, at most `limit` bytes of it or a fault.
pub(super) async fn read(mut response: Response, limit: usize) -> Result<Vec<u8>, Fault> {
    let status = response.status().as_u16();
    read_inner(&mut response, limit).await.map_err(|fault| fault.with_http(status))
}

async fn read_inner(response: &mut Response, limit: usize) -> Result<Vec<u8>, Fault> {
    if let Some(length) = response.content_length().filter(|l| *l > limit as u64) {
        return Err(Fault::new(FaultKind::TooLarge, &format!("{length} bytes")));
    }
    let mut decoder = Decoder::new(&joined(response.headers(), CONTENT_ENCODING.as_str()), limit)?;
    while let Some(chunk) = response.chunk().await.map_err(|e| fault::of_exchange(&e))? {
        decoder.write(&chunk)?;
    }
    decoder.finish()
}

/// All values of a header, joined by commas, as text.
pub(super) fn joined(headers: &HeaderMap, name: &str) -> String {
    let values: Vec<_> =
        headers.get_all(name).iter().map(|v| String::from_utf8_lossy(v.as_bytes())).collect();
    values.join(", ")
}
