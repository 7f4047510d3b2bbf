//! Files and pictures of an entry: Media RSS (groups, thumbnails, credits), enclosures, `itunes:image`, and the `image`
//! elements that some publishers invent.

use super::{Doc, MAX_NAME, text};
use crate::domain::Enclosure;
use crate::parse::draft::{Best, Markup};
use crate::parse::names::Ns;
use crate::parse::read::entry::{MAX_MANY, add_category};
use crate::parse::tree::NodeId;
use crate::text::Clean;

#[derive(Default)]
pub(crate) struct Media<'a> {
    /// Files in order, each address once.
    pub(crate) files: Vec<Enclosure>,
    pub(crate) image: Best<String>,
    /// The page where a video plays.
    pub(crate) player: Option<String>,
    pub(crate) title: Option<Markup<'a>>,
    pub(crate) description: Option<Markup<'a>>,
    pub(crate) caption: Option<Markup<'a>>,
    pub(crate) credit: Option<Markup<'a>>,
    pub(crate) categories: Vec<String>,
}

impl<'a> Media<'a> {
    /// Reads an element of Media RSS (specification 1.5.1) and what it holds.
    pub(crate) fn read(&mut self, doc: &Doc<'a>, id: NodeId, name: &str) {
        match name {
            "group" | "content" => {
                if name == "content" {
                    self.content(doc, id);
                }
                for child in doc.tree.children(id) {
                    let mut buffer = [0; MAX_NAME];
                    let (ns, name) = doc.name(child, &mut buffer);
                    if ns == Ns::Media {
                        self.read(doc, child, name);
                    }
                }
            }
            "thumbnail" => self.image.offer(0, || doc.address(id, &doc.tree.attr(id, "url")?)),
            "player" => {
                set(&mut self.player, || doc.address(id, &doc.tree.attr(id, "url")?));
            }
            "title" => set(&mut self.title, || text::guess(doc, id)),
            "description" => {
                set(&mut self.description, || text::guess(doc, id));
                set(&mut self.caption, || text::guess(doc, id));
            }
            "credit" => set(&mut self.credit, || text::guess(doc, id)),
            "category" => {
                if let Some(text) = doc.tree.attr(id, "label").or_else(|| doc.text(id)) {
                    add_category(&mut self.categories, &text);
                }
            }
            "keywords" => {
                if let Some(text) = doc.text(id) {
                    text.split(',').for_each(|word| add_category(&mut self.categories, word));
                }
            }
            _ => {}
        }
    }

    fn content(&mut self, doc: &Doc<'a>, id: NodeId) {
        let attr = |name| doc.tree.attr(id, name).map(|v| v.trim().to_owned()).unwrap_or_default();
        let Some(url) = doc.address(id, &attr("url")) else { return };
        let mime = attr("type");
        if mime.starts_with("image/")
            || attr("medium") == "image"
            || mime.is_empty() && is_picture(&url)
        {
            self.image.offer(1, || Some(url.clone()));
        }
        let bytes = attr("fileSize").parse().ok();
        self.push(Enclosure { url, mime, bytes, title: Clean::empty() });
    }

    /// Takes an enclosure in.
    pub(crate) fn add_file(&mut self, file: Enclosure) {
        if file.mime.starts_with("image/") || file.mime.is_empty() && is_picture(&file.url) {
            self.image.offer(4, || Some(file.url.clone()));
        }
        self.push(file);
    }

    fn push(&mut self, file: Enclosure) {
        if self.files.len() >= MAX_MANY {
            return;
        }
        if let Some(same) = self.files.iter_mut().find(|f| f.url == file.url) {
            if same.mime.is_empty() {
                same.mime = file.mime;
            }
            same.bytes = same.bytes.or(file.bytes);
        } else {
            self.files.push(file);
        }
    }

    pub(crate) fn itunes_image(&mut self, doc: &Doc<'a>, id: NodeId) {
        let address = doc.tree.attr(id, "href").or_else(|| doc.tree.attr(id, "url"));
        self.image.offer(2, || doc.address(id, &address.or_else(|| doc.text(id))?));
    }

    /// An `image` element without a namespace: an address in `url`, in `href` or as its text.
    pub(crate) fn core_image(&mut self, doc: &Doc<'a>, id: NodeId) {
        self.image.offer(3, || image_address(doc, id));
    }
}

/// The address in an RSS `image`.
pub(crate) fn image_address(doc: &Doc<'_>, id: NodeId) -> Option<String> {
    let child = doc.tree.children(id).find(|c| doc.tree.node(*c).name.eq_ignore_ascii_case("url"));
    let raw = child
        .and_then(|c| doc.text(c))
        .or_else(|| {
            ["url", "href", "src", "rdf:resource"].iter().find_map(|name| doc.tree.attr(id, name))
        })
        .or_else(|| doc.text(id))?;
    doc.address(id, &raw)
}

fn set<T>(slot: &mut Option<T>, make: impl FnOnce() -> Option<T>) {
    if slot.is_none() {
        *slot = make();
    }
}

/// Whether an address ends like a picture's.
fn is_picture(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let extension = path.rsplit('.').next().unwrap_or_default();
    ["jpg", "jpeg", "png", "gif", "webp", "avif"].iter().any(|e| extension.eq_ignore_ascii_case(e))
}
