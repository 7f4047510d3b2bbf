//! Namespaces by their address or, when a feed declares none, by their customary prefix.

/// The vocabularies that umland reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Ns {
    /// RSS of every version, and whatever has no namespace.
    Core,
    Atom,
    /// The Common Alerting Protocol.
    Cap,
    Content,
    Dc,
    DcTerms,
    Geo,
    Georss,
    Gml,
    Itunes,
    Media,
    Podcast,
    Rdf,
    Syndication,
    Xhtml,
    Xml,
    /// Everything else.
    Other,
}

/// Addresses in the form that [`normal`] gives them. Sources: the specifications themselves, and the spellings that
/// feeds in the wild show (wrong scheme, missing slash, other host).
const ADDRESSES: &[(&str, Ns)] = &[
    ("www.w3.org/2005/atom", Ns::Atom),
    ("purl.org/atom/ns", Ns::Atom),
    ("example.com/necho", Ns::Atom),
    ("urn:oasis:names:tc:emergency:cap:1.1", Ns::Cap),
    ("urn:oasis:names:tc:emergency:cap:1.2", Ns::Cap),
    ("purl.org/rss/1.0/modules/content", Ns::Content),
    ("purl.org/rss/1.0/modules/syndication", Ns::Syndication),
    ("purl.org/dc/elements/1.1", Ns::Dc),
    ("purl.org/dc/elements/1.0", Ns::Dc),
    ("purl.org/dc/terms", Ns::DcTerms),
    ("search.yahoo.com/mrss", Ns::Media),
    ("search.yahoo.com/rss", Ns::Media),
    ("tools.search.yahoo.com/mrss", Ns::Media),
    ("www.rssboard.org/media-rss", Ns::Media),
    ("video.search.yahoo.com/mrss", Ns::Media),
    ("www.itunes.com/dtds/podcast-1.0.dtd", Ns::Itunes),
    ("www.itunes.com/dtds/podcast-1.0", Ns::Itunes),
    ("itunes.com/dtds/podcast-1.0.dtd", Ns::Itunes),
    ("example.com/dtds/podcast-1.0.dtd", Ns::Itunes),
    ("podcastindex.org/namespace/1.0", Ns::Podcast),
    ("github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md", Ns::Podcast),
    ("www.georss.org/georss", Ns::Georss),
    ("www.georss.org/georss/10", Ns::Georss),
    ("www.opengis.net/gml", Ns::Gml),
    ("www.w3.org/2003/01/geo/wgs84_pos", Ns::Geo),
    ("www.w3.org/1999/02/22-rdf-syntax-ns", Ns::Rdf),
    ("www.w3.org/1999/xhtml", Ns::Xhtml),
    ("www.w3.org/xml/1998/namespace", Ns::Xml),
    ("purl.org/rss/1.0", Ns::Core),
    ("purl.org/net/rss1.1", Ns::Core),
    ("purl.org/rss/0.9", Ns::Core),
    ("my.netscape.com/rdf/simple/0.9", Ns::Core),
    ("channel.netscape.com/rdf/simple/0.9", Ns::Core),
    ("my.netscape.com/publish/formats/rss-0.91.dtd", Ns::Core),
];

/// What a prefix means that is not declared, or declared with an unknown address.
const PREFIXES: &[(&str, Ns)] = &[
    ("atom", Ns::Atom),
    ("atom10", Ns::Atom),
    ("a10", Ns::Atom),
    ("cap", Ns::Cap),
    ("content", Ns::Content),
    ("dc", Ns::Dc),
    ("dcterms", Ns::DcTerms),
    ("geo", Ns::Geo),
    ("georss", Ns::Georss),
    ("gml", Ns::Gml),
    ("itunes", Ns::Itunes),
    ("media", Ns::Media),
    ("podcast", Ns::Podcast),
    ("rdf", Ns::Rdf),
    ("sy", Ns::Syndication),
    ("xhtml", Ns::Xhtml),
    ("xml", Ns::Xml),
];

/// The vocabulary of a namespace address; none for an unknown one.
pub(crate) fn by_address(address: &str) -> Option<Ns> {
    let normal = normal(address);
    if normal.is_empty()
        || normal.starts_with("backend.userland.com/rss")
        || normal.starts_with("blogs.law.harvard.edu/tech/rss")
        || normal.starts_with("cyber.law.harvard.edu/rss")
    {
        return Some(Ns::Core);
    }
    ADDRESSES.iter().find(|(known, _)| *known == normal).map(|(_, ns)| *ns)
}

/// The vocabulary that a prefix customarily means.
pub(crate) fn by_prefix(prefix: &str) -> Ns {
    PREFIXES
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(prefix))
        .map_or(Ns::Other, |(_, ns)| *ns)
}

/// The address in lower case without scheme, final slashes and fragment.
fn normal(address: &str) -> String {
    let lower = address.trim().to_ascii_lowercase();
    let rest = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
    rest.split('#').next().unwrap_or_default().trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_address_mean_the_same() {
        for (address, want) in [
            ("http://www.w3.org/2005/Atom", Ns::Atom),
            ("https://www.w3.org/2005/Atom/", Ns::Atom),
            ("http://purl.org/atom/ns#", Ns::Atom),
            ("http://search.yahoo.com/mrss", Ns::Media),
            ("http://search.yahoo.com/mrss/", Ns::Media),
            ("https://purl.org/rss/1.0/modules/content/", Ns::Content),
            ("http://backend.userland.com/rss2", Ns::Core),
            ("", Ns::Core),
        ] {
            assert_eq!(by_address(address), Some(want), "{address}");
        }
        assert_eq!(by_address("urn:x"), None);
    }
}
