//! Serves the built-in edition on a fixed port, for developers: `cargo run --example fixture_server [PORT]`.
#![allow(clippy::print_stdout)]

use std::net::SocketAddr;

use umland::demo::{Edition, config_toml, serve_at};
use umland::domain::Timestamp;

const PORT: u16 = 8_047;

#[tokio::main(flavor = "current_thread")]
#[expect(clippy::disallowed_methods, reason = "a program of its own: it may read the clock")]
async fn main() -> anyhow::Result<()> {
    let port = std::env::args().nth(1).map_or(Ok(PORT), |port| port.parse())?;
    let edition = Edition::new(Timestamp(jiff::Timestamp::now().as_second()));
    let base_url = format!("http://127.0.0.1:{port}");
    let config = config_toml(&edition, &base_url);
    let _server = serve_at(edition, SocketAddr::from(([127, 0, 0, 1], port))).await?;
    println!("{config}");
    tokio::signal::ctrl_c().await?;
    Ok(())
}
