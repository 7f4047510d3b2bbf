//! An article as a book: EPUB 3.3 (<https://www.w3.org/TR/epub-33/>), the container as its section 4 says.

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{Sheet, page};
use crate::article::escape;
use crate::text::dates::rfc3339;

/// Why a book cannot be put together.
#[derive(Debug, thiserror::Error)]
#[error("the book cannot be packed: {0}")]
pub struct EpubError(#[from] zip::result::ZipError);

const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n\
<rootfiles><rootfile full-path=\"package.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles>\n</container>\n";

/// The book. The same article gives the same bytes.
pub(super) fn book(sheet: &Sheet<'_>) -> Result<Vec<u8>, EpubError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The media type comes first and is not compressed (section 4.3.2); nor is the rest: it is a few kilobytes.
    let files = [
        ("mimetype", "application/epub+zip".to_owned()),
        ("META-INF/container.xml", CONTAINER.to_owned()),
        ("package.opf", package(sheet)),
        ("nav.xhtml", navigation(sheet)),
        ("article.xhtml", page::in_book(sheet)),
    ];
    for (name, text) in files {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::default());
        zip.start_file(name, options)?;
        zip.write_all(text.as_bytes()).map_err(zip::result::ZipError::from)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn package(sheet: &Sheet<'_>) -> String {
    let address = sheet.address();
    let identifier = match address {
        "" => format!("urn:umland:entry:{}", sheet.row.id.0),
        address => address.to_owned(),
    };
    let mut creators = String::new();
    for author in &sheet.article.authors {
        let _ = writeln!(creators, "<dc:creator>{}</dc:creator>", escape(author));
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\" xml:lang=\"{language}\">\n\
         <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n\
         <dc:identifier id=\"id\">{identifier}</dc:identifier>\n<dc:title>{title}</dc:title>\n\
         <dc:language>{language}</dc:language>\n{creators}<dc:publisher>{publisher}</dc:publisher>\n\
         <dc:date>{date}</dc:date>\n<meta property=\"dcterms:modified\">{date}</meta>\n</metadata>\n\
         <manifest>\n<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n\
         <item id=\"article\" href=\"article.xhtml\" media-type=\"application/xhtml+xml\"/>\n</manifest>\n\
         <spine><itemref idref=\"article\"/></spine>\n</package>\n",
        language = escape(sheet.language()),
        identifier = escape(&identifier),
        title = escape(sheet.headline()),
        publisher = escape(&sheet.source()),
        date = rfc3339(sheet.row.published.0),
    )
}

fn navigation(sheet: &Sheet<'_>) -> String {
    let (language, title) = (escape(sheet.language()), escape(sheet.headline()));
    format!(
        "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" \
         lang=\"{language}\" xml:lang=\"{language}\">\n<head><title>{title}</title></head>\n\
         <body><nav epub:type=\"toc\"><ol><li><a href=\"article.xhtml\">{title}</a></li></ol></nav></body>\n</html>\n"
    )
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;
    use crate::export::tests::{article, row, sheet};

    #[test]
    fn a_book_is_a_container_whose_parts_are_well_formed_and_load_nothing() {
        let (article, row) = (article(), row());
        let bytes = book(&sheet(&row, &article)).expect("a book");
        assert_eq!(&bytes[30..58], b"mimetypeapplication/epub+zip");
        let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).expect("a container");
        for at in 1..zip.len() {
            let mut file = zip.by_index(at).expect("a file");
            let mut text = String::new();
            file.read_to_string(&mut text).expect("text");
            assert!(!text.contains("<img"), "{text}");
            let mut reader = quick_xml::Reader::from_str(&text);
            while !matches!(reader.read_event().expect(&text), quick_xml::events::Event::Eof) {}
        }
        assert_eq!(bytes, book(&sheet(&row, &article)).expect("a book"), "the same again");
    }
}
