//! Serves an edition over HTTP/1.1 on the loopback interface, in this process.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::{CancellationToken, DropGuard};

use super::document::Answer;
use super::edition::Edition;

/// Why an edition cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The address cannot be had.
    #[error(
        "cannot listen on {address}: {cause}; is the port in use, or the loopback interface down?"
    )]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system says.
        cause: io::Error,
    },
}

/// A running server; it stops when it is dropped.
#[derive(Debug)]
pub struct Server {
    /// Where it is reached, without a closing slash: `http://127.0.0.1:PORT`.
    pub base_url: String,
    shutdown: DropGuard,
}

impl Server {
    /// Stops the server; connections that are open end with their answer.
    pub fn shutdown(self) {
        drop(self.shutdown);
    }
}

/// Serves an edition on a free port of 127.0.0.1.
pub async fn serve(edition: Edition) -> Result<Server, DemoError> {
    serve_at(edition, SocketAddr::from(([127, 0, 0, 1], 0))).await
}

/// Serves an edition at an address.
pub async fn serve_at(edition: Edition, address: SocketAddr) -> Result<Server, DemoError> {
    let fault = |cause| DemoError::Listen { address, cause };
    let listener = TcpListener::bind(address).await.map_err(fault)?;
    let base_url = format!("http://{}", listener.local_addr().map_err(fault)?);
    let stop = CancellationToken::new();
    tokio::spawn(accept(listener, Arc::new(edition), stop.clone()));
    Ok(Server { base_url, shutdown: stop.drop_guard() })
}

async fn accept(listener: TcpListener, edition: Arc<Edition>, stop: CancellationToken) {
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            accepted = listener.accept() => {
                // A connection that could not be accepted concerns its client alone.
                if let Ok((stream, _)) = accepted {
                    tokio::spawn(converse(stream, Arc::clone(&edition), stop.clone()));
                }
            }
        }
    }
}

async fn converse(stream: TcpStream, edition: Arc<Edition>, stop: CancellationToken) {
    let service = service_fn(move |request: Request<Incoming>| {
        let edition = Arc::clone(&edition);
        async move { Ok::<_, Infallible>(respond(&edition, &request).await) }
    });
    let mut connection =
        std::pin::pin!(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    tokio::select! {
        // How a conversation ends is the client's affair.
        _ = connection.as_mut() => return,
        () = stop.cancelled() => connection.as_mut().graceful_shutdown(),
    }
    let _ = connection.await;
}

async fn respond(edition: &Edition, request: &Request<Incoming>) -> Response<Full<Bytes>> {
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return response(Answer::short(405, "only GET and HEAD\n"));
    }
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    let answer = edition.answer(path, request.headers());
    if !answer.delay.is_zero() {
        tokio::time::sleep(answer.delay).await;
    }
    response(answer)
}

fn response(answer: Answer) -> Response<Full<Bytes>> {
    let mut builder = Response::builder().status(answer.status);
    for (name, value) in &answer.headers {
        builder = builder.header(*name, value);
    }
    builder.body(Full::new(answer.body)).unwrap_or_default()
}
