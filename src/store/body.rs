//! The words of an entry as one compressed blob: everything of a [`ParsedEntry`] but its identifier. Pure.

use crate::domain::{Access, Enclosure, GeoPoint, ParsedEntry, Timestamp};
use crate::store::codec::{self, Reader, Writer};

/// First byte of a blob; a later form gets the next number, so that old blobs stay readable.
const FORM: u64 = 1;

/// Packs an entry.
pub(super) fn pack(entry: &ParsedEntry) -> Vec<u8> {
    let mut w = Writer::with_capacity(entry.content_html.len() + entry.text.len() + 512);
    w.number(FORM);
    w.text(&entry.title);
    w.text(&entry.summary);
    w.option(entry.url.as_deref(), Writer::text);
    w.texts(&entry.authors);
    w.option(entry.published.map(|t| t.0), Writer::signed);
    w.option(entry.updated.map(|t| t.0), Writer::signed);
    w.texts(&entry.categories);
    w.list(&entry.enclosures, |w, e| {
        w.text(&e.url);
        w.text(&e.mime);
        w.option(e.bytes, Writer::number);
        w.text(&e.title);
    });
    w.option(entry.image.as_deref(), Writer::text);
    w.text(&entry.image_caption);
    w.text(&entry.image_credit);
    w.option(entry.language.as_deref(), Writer::text);
    w.text(entry.access.name());
    w.option(entry.point, |w, p| {
        w.signed(p.lat_e6.into());
        w.signed(p.lon_e6.into());
    });
    w.text(&entry.source);
    w.text(&entry.content_html);
    w.text(&entry.text);
    w.compressed()
}

/// Unpacks an entry; its identifier is empty. `None` when the bytes are damaged.
pub(super) fn unpack(bytes: &[u8]) -> Option<ParsedEntry> {
    let bytes = codec::decompressed(bytes)?;
    let mut r = Reader::new(&bytes);
    if r.number()? != FORM {
        return None;
    }
    Some(ParsedEntry {
        guid: String::new(),
        title: r.clean()?,
        summary: r.clean()?,
        url: r.option(Reader::string)?,
        authors: r.cleans()?,
        author_urls: Vec::new(), // only `umland parse` tells them
        published: r.option(Reader::signed)?.map(Timestamp),
        updated: r.option(Reader::signed)?.map(Timestamp),
        categories: r.cleans()?,
        enclosures: r.list(|r| {
            Some(Enclosure {
                url: r.string()?,
                mime: r.string()?,
                bytes: r.option(Reader::number)?,
                title: r.clean()?,
            })
        })?,
        image: r.option(Reader::string)?,
        image_caption: r.clean()?,
        image_credit: r.clean()?,
        language: r.option(Reader::string)?,
        access: Access::from_name(r.text()?),
        point: r.option(|r| {
            Some(GeoPoint {
                lat_e6: i32::try_from(r.signed()?).ok()?,
                lon_e6: i32::try_from(r.signed()?).ok()?,
            })
        })?,
        alert: None, // kept apart, see alerts.rs
        source: r.clean()?,
        content_html: r.string()?,
        text: r.string()?,
    })
}

/// The words of an entry that are searched, borrowed from its unpacked bytes.
pub(super) struct Searchable<'a> {
    pub(super) title: &'a str,
    pub(super) summary: &'a str,
    pub(super) authors: Vec<&'a str>,
    pub(super) text: &'a str,
}

impl Searchable<'_> {
    /// About how many bytes are searched.
    pub(super) fn bytes(&self) -> usize {
        self.title.len() + self.summary.len() + self.text.len() + 64
    }
}

/// Reads what is searched of an entry from the bytes that [`codec::decompressed`] gives. Nothing of it may be printed.
pub(super) fn searchable(bytes: &[u8]) -> Option<Searchable<'_>> {
    let mut r = Reader::new(bytes);
    if r.number()? != FORM {
        return None;
    }
    let (title, summary) = (r.text()?, r.text()?);
    r.option(Reader::skip)?;
    let authors = r.list(Reader::text)?;
    r.option(Reader::signed)?;
    r.option(Reader::signed)?;
    r.list(Reader::skip)?;
    r.list(|r| {
        r.skip()?;
        r.skip()?;
        r.option(Reader::number)?;
        r.skip()
    })?;
    r.option(Reader::skip)?;
    r.skip()?;
    r.skip()?;
    r.option(Reader::skip)?;
    r.skip()?;
    r.option(|r| r.signed().and(r.signed()))?;
    r.skip()?;
    r.skip()?;
    Some(Searchable { title, summary, authors, text: r.text()? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Clean;

    #[test]
    fn an_entry_survives_packing() {
        let entry = ParsedEntry {
            guid: String::new(),
            url: Some("https://zeitung.example/a-1".to_owned()),
            title: Clean::line("Brand in Lagerhalle"),
            summary: Clean::text("Zwei Zeilen\nund Schluss"),
            content_html: "<p>Rauch über Linn</p>".repeat(50),
            text: "Rauch über Linn ".repeat(50),
            authors: vec![Clean::line("Käthe Müller")],
            author_urls: Vec::new(),
            published: Some(Timestamp(-5)),
            updated: Some(Timestamp(1_800_000_000)),
            categories: vec![Clean::line("Krefeld"), Clean::line("Feuerwehr")],
            enclosures: vec![Enclosure {
                url: "https://zeitung.example/a.mp3".to_owned(),
                mime: "audio/mpeg".to_owned(),
                bytes: Some(77),
                title: Clean::line("Ton"),
            }],
            image: Some("https://zeitung.example/a.jpg".to_owned()),
            image_caption: Clean::line("Die Halle"),
            image_credit: Clean::line("Feuerwehr"),
            language: Some("de".to_owned()),
            access: Access::Metered,
            point: Some(GeoPoint { lat_e6: 51_330_000, lon_e6: 6_640_000 }),
            alert: None,
            source: Clean::line("Bezirksblatt"),
        };
        let packed = pack(&entry);
        assert!(packed.len() < 600, "{} bytes are not compressed", packed.len());
        let bytes = codec::decompressed(&packed).expect("own bytes");
        let searched = searchable(&bytes).expect("own bytes");
        assert_eq!((searched.title, searched.text), (&*entry.title, entry.text.as_str()));
        assert_eq!((searched.summary, searched.authors), (&*entry.summary, vec!["Käthe Müller"]));
        assert_eq!(unpack(&packed), Some(entry));
        assert_eq!(unpack(&packed[..packed.len() / 2]), None);
    }
}
