//! What went wrong on the wire, in words: the whole chain of causes is read, and the telling one is kept.
//!
//! **Invariant:** no detail holds the address of the request, for it may carry a password.

use std::error::Error;
use std::io;

use rustls::{CertificateError, Error as TlsError};

use crate::domain::{Fault, FaultKind};
use crate::fetch::address::{PrivateAddress, Unresolved};

/// What a system without certificate authorities is told.
pub(super) const NO_ROOTS: &str =
    "this system has no certificate authorities; install the package ca-certificates";

/// The fault that a failed exchange is.
pub(super) fn of_exchange(error: &reqwest::Error) -> Fault {
    let links = chain(error);
    if let Some(fault) = links.iter().find_map(|link| known(*link)) {
        return fault;
    }
    // The first link names the address; the deepest names the cause.
    let cause = match links.as_slice() {
        [_] | [] => String::new(),
        [_, .., last] => last.to_string(),
    };
    let kind = if error.is_timeout() {
        let detail = if error.is_connect() { "while connecting" } else { "while waiting for data" };
        return Fault::new(FaultKind::Timeout, detail);
    } else if let Some(kind) = links.iter().find_map(|link| of_io(*link)) {
        // A connection that breaks in the middle of a body is a broken body.
        if error.is_body() || error.is_decode() { FaultKind::Body } else { kind }
    } else if error.is_body() || error.is_decode() {
        FaultKind::Body
    } else if error.is_connect() {
        FaultKind::Connect
    } else if error.is_builder() {
        FaultKind::Address
    } else {
        FaultKind::Protocol
    };
    Fault::new(kind, &cause)
}

/// Every cause, outermost first, also those that `io::Error` hides from `source`.
fn chain<'a>(error: &'a (dyn Error + 'static)) -> Vec<&'a (dyn Error + 'static)> {
    let mut links = vec![error];
    let mut link = error;
    while links.len() < 20 {
        let inner = link.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        let next = match inner {
            Some(inner) => Some(inner as &(dyn Error + 'static)),
            None => link.source(),
        };
        let Some(next) = next else { break };
        links.push(next);
        link = next;
    }
    links
}

/// The fault of a cause whose type is known.
fn known(link: &(dyn Error + 'static)) -> Option<Fault> {
    if let Some(private) = link.downcast_ref::<PrivateAddress>() {
        return Some(Fault::new(FaultKind::Address, &private.to_string()));
    }
    if let Some(unresolved) = link.downcast_ref::<Unresolved>() {
        return Some(Fault::new(FaultKind::Dns, &unresolved.to_string()));
    }
    link.downcast_ref::<TlsError>().map(|e| Fault::new(FaultKind::Tls, &tls_words(e)))
}

fn of_io(link: &(dyn Error + 'static)) -> Option<FaultKind> {
    use io::ErrorKind as K;
    match link.downcast_ref::<io::Error>()?.kind() {
        K::ConnectionRefused
        | K::ConnectionReset
        | K::ConnectionAborted
        | K::HostUnreachable
        | K::NetworkUnreachable
        | K::NetworkDown
        | K::AddrNotAvailable
        | K::BrokenPipe
        | K::PermissionDenied => Some(FaultKind::Connect),
        K::TimedOut => Some(FaultKind::Timeout),
        _ => None,
    }
}

/// A TLS error in a reader's words.
fn tls_words(error: &TlsError) -> String {
    let TlsError::InvalidCertificate(reason) = error else {
        return match error {
            TlsError::InvalidMessage(_) => "the server does not speak TLS on this port".to_owned(),
            TlsError::AlertReceived(alert) => {
                format!("the server refused the handshake ({alert:?})")
            }
            other => other.to_string(),
        };
    };
    match reason {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            "the certificate has expired".to_owned()
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "the certificate is not valid yet; is the clock right?".to_owned()
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "the certificate belongs to another host".to_owned()
        }
        CertificateError::UnknownIssuer => {
            "the certificate was not issued by a known authority (or its chain is incomplete)"
                .to_owned()
        }
        CertificateError::Revoked => "the certificate was revoked".to_owned(),
        other => format!("the certificate is not valid: {other}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("outer")]
    struct Outer(#[source] io::Error);

    #[test]
    fn causes_hidden_in_io_errors_are_found() {
        let tls = TlsError::InvalidCertificate(CertificateError::Expired);
        let outer = Outer(io::Error::new(io::ErrorKind::InvalidData, tls));
        let fault = chain(&outer).into_iter().find_map(known).expect("a TLS fault");
        assert_eq!(fault.kind, FaultKind::Tls);
        assert_eq!(fault.detail, "the certificate has expired");
    }

    #[test]
    fn every_broken_certificate_has_its_words() {
        let words = [
            (CertificateError::NotValidYet, "not valid yet"),
            (CertificateError::NotValidForName, "another host"),
            (CertificateError::UnknownIssuer, "known authority"),
            (CertificateError::Revoked, "revoked"),
            (CertificateError::BadSignature, "not valid"),
        ];
        for (reason, want) in words {
            let text = tls_words(&TlsError::InvalidCertificate(reason));
            assert!(text.contains(want), "{text}");
        }
    }

    #[test]
    fn connections_fail_by_their_kind() {
        let refused = Outer(io::ErrorKind::ConnectionRefused.into());
        assert_eq!(chain(&refused).into_iter().find_map(of_io), Some(FaultKind::Connect));
        let slow = Outer(io::ErrorKind::TimedOut.into());
        assert_eq!(chain(&slow).into_iter().find_map(of_io), Some(FaultKind::Timeout));
    }
}
