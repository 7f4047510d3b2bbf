//! The tree of folders and feeds: which rows there are, which is selected, which folders are shut.

use std::collections::{BTreeSet, HashMap};

use crate::domain::{FeedId, FeedRow, Scope};
use crate::text::Clean;

/// A line of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// All entries.
    All {
        /// Unread entries.
        unread: u64,
    },
    /// Starred entries.
    Starred,
    /// A saved view.
    View {
        /// Index into [`Tree::views`].
        index: usize,
    },
    /// A folder.
    Folder {
        /// Its path.
        path: String,
        /// How deep it lies.
        depth: usize,
        /// Unread entries in it and in the folders below.
        unread: u64,
        /// A feed in it has a fault.
        faulty: bool,
        /// Its feeds are not shown.
        shut: bool,
    },
    /// A feed.
    Feed {
        /// Index into [`Tree::feeds`].
        index: usize,
        /// How deep it lies.
        depth: usize,
    },
}

/// The tree.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// The feeds in the configuration's order.
    pub feeds: Vec<FeedRow>,
    /// The saved views, each with its unread entries, when they are known.
    pub views: Vec<(Clean, Option<u64>)>,
    /// The lines.
    pub nodes: Vec<Node>,
    /// Index of the selected line.
    pub selected: usize,
    /// Index of the first visible line.
    pub top: usize,
    /// The feeds have been loaded once.
    pub loaded: bool,
    /// A loading is under way.
    pub asked: bool,
    /// It must be loaded again when the one under way has come.
    pub dirty: bool,
    /// Unread entries of all feeds; one that several feeds list counts once.
    pub unread: u64,
    shut: BTreeSet<String>,
    by_id: HashMap<FeedId, usize>,
}

impl Tree {
    /// Takes the feeds as the store has them now; the selection stays on its line.
    pub fn take(&mut self, feeds: Vec<FeedRow>, unread: u64) {
        self.unread = unread;
        self.by_id = feeds.iter().enumerate().map(|(i, feed)| (feed.id, i)).collect();
        let scope = self.scope();
        self.feeds = feeds;
        self.loaded = true;
        self.rebuild();
        if let Some(scope) = scope {
            self.select(&scope);
        }
    }

    /// The feed of an id.
    pub fn feed(&self, id: FeedId) -> Option<&FeedRow> {
        self.by_id.get(&id).map(|i| &self.feeds[*i])
    }

    /// Changes a feed's unread count at once, before the store has answered.
    pub fn count(&mut self, id: FeedId, by: i64) {
        if let Some(feed) = self.by_id.get(&id).and_then(|i| self.feeds.get_mut(*i)) {
            feed.unread = feed.unread.saturating_add_signed(by);
            self.unread = self.unread.saturating_add_signed(by);
            self.rebuild();
        }
    }

    /// What the selected line stands for.
    pub fn scope(&self) -> Option<Scope> {
        Some(match self.nodes.get(self.selected)? {
            Node::All { .. } => Scope::All,
            Node::Starred => Scope::Starred,
            Node::View { .. } => return None,
            Node::Folder { path, .. } => Scope::Folder(path.clone()),
            Node::Feed { index, .. } => Scope::Feed(self.feeds.get(*index)?.id),
        })
    }

    /// The selected feed, when a feed is selected.
    pub fn current_feed(&self) -> Option<&FeedRow> {
        match self.nodes.get(self.selected)? {
            Node::Feed { index, .. } => self.feeds.get(*index),
            _ => None,
        }
    }

    /// Selects the line of a scope; opens the folders above it.
    pub fn select(&mut self, scope: &Scope) {
        if let Scope::Feed(id) = scope
            && let Some(feed) = self.feed(*id)
        {
            let folder = feed.folder.to_string();
            if self.shut.iter().any(|shut| is_in(&folder, shut)) {
                self.shut.retain(|shut| !is_in(&folder, shut));
                self.rebuild();
            }
        }
        let found = self.nodes.iter().position(|node| match (node, scope) {
            (Node::All { .. }, Scope::All) | (Node::Starred, Scope::Starred) => true,
            (Node::Folder { path, .. }, Scope::Folder(wanted)) => path == wanted,
            (Node::Feed { index, .. }, Scope::Feed(wanted)) => {
                self.feeds.get(*index).is_some_and(|feed| feed.id == *wanted)
            }
            _ => false,
        });
        self.selected = found.unwrap_or(self.selected).min(self.nodes.len().saturating_sub(1));
    }

    /// Opens or shuts the selected folder, or the one that the selected feed lies in.
    pub fn fold_toggle(&mut self) {
        let path = match self.nodes.get(self.selected) {
            Some(Node::Folder { path, .. }) => path.clone(),
            Some(Node::Feed { index, .. }) if !self.feeds[*index].folder.is_empty() => {
                self.feeds[*index].folder.to_string()
            }
            _ => return,
        };
        if !self.shut.remove(&path) {
            self.shut.insert(path.clone());
        }
        self.rebuild();
        self.select(&Scope::Folder(path));
    }

    /// Opens or shuts every folder.
    pub fn fold_all(&mut self, shut: bool) {
        let scope = self.scope();
        self.shut.clear();
        if shut {
            self.shut = self.feeds.iter().flat_map(|feed| ancestors(&feed.folder)).collect();
        }
        self.rebuild();
        if let Some(scope) = scope {
            self.select(&scope);
        }
    }

    /// Moves the selection.
    pub fn move_by(&mut self, lines: isize, height: usize) {
        let last = self.nodes.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(lines).min(last);
        self.settle(height);
    }

    /// Brings the selection onto the screen.
    pub fn settle(&mut self, height: usize) {
        self.selected = self.selected.min(self.nodes.len().saturating_sub(1));
        let lowest_top = (self.selected + 1).saturating_sub(height.max(1));
        let last_top = self.nodes.len().saturating_sub(height);
        self.top = self.top.clamp(lowest_top, self.selected).min(last_top.max(lowest_top));
    }

    /// The next feed (with unread entries, if wanted) after or before the given one, in the tree's order, going round.
    pub fn next_feed(&self, from: Option<FeedId>, forward: bool, unread: bool) -> Option<FeedId> {
        let order = self.feeds_in_order();
        let n = order.len();
        let start = from.and_then(|id| order.iter().position(|i| self.feeds[*i].id == id));
        let mut candidates: Vec<usize> = match start {
            Some(at) => (1..=n).map(|step| order[(at + step) % n]).collect(),
            None => order,
        };
        if !forward {
            candidates.reverse();
            if start.is_some() {
                candidates.rotate_left(1);
            }
        }
        candidates
            .into_iter()
            .map(|i| &self.feeds[i])
            .find(|f| !unread || f.unread > 0)
            .map(|f| f.id)
    }

    /// Indexes of the feeds as the tree lists them with every folder open.
    fn feeds_in_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = Vec::with_capacity(self.feeds.len());
        for folder in self.folders_in_order() {
            order.extend((0..self.feeds.len()).filter(|i| *self.feeds[*i].folder == *folder));
        }
        order
    }

    /// Every folder's path, in the order of the tree.
    pub fn folders(&self) -> Vec<String> {
        self.folders_in_order().into_iter().filter(|path| !path.is_empty()).collect()
    }

    /// Folder paths in the order of their first feed, parents before children; the top level comes first.
    fn folders_in_order(&self) -> Vec<String> {
        let mut seen: Vec<String> = vec![String::new()];
        for feed in &self.feeds {
            for path in ancestors(&feed.folder) {
                if !seen.contains(&path) {
                    let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
                    let after = seen.iter().rposition(|p| !parent.is_empty() && is_in(p, parent));
                    seen.insert(after.map_or(seen.len(), |i| i + 1), path);
                }
            }
        }
        seen
    }

    pub(super) fn rebuild(&mut self) {
        let mut members: HashMap<&str, Vec<usize>> = HashMap::new();
        let mut sums: HashMap<String, (u64, bool)> = HashMap::new();
        for (i, feed) in self.feeds.iter().enumerate() {
            members.entry(&*feed.folder).or_default().push(i);
            for path in ancestors(&feed.folder) {
                let sum = sums.entry(path).or_default();
                sum.0 += feed.unread;
                sum.1 |= feed.health.fault.is_some();
            }
        }
        let mut nodes = vec![Node::All { unread: self.unread }, Node::Starred];
        nodes.extend((0..self.views.len()).map(|index| Node::View { index }));
        for path in self.folders_in_order() {
            let depth = path.matches('/').count();
            if ancestors(&path).iter().any(|above| *above != path && self.shut.contains(above)) {
                continue;
            }
            let shut = self.shut.contains(&path);
            if !path.is_empty() {
                let (unread, faulty) = sums.get(&path).copied().unwrap_or_default();
                nodes.push(Node::Folder { path: path.clone(), depth, unread, faulty, shut });
            }
            if !shut {
                let depth = if path.is_empty() { 0 } else { depth + 1 };
                let feeds = members.get(path.as_str()).into_iter().flatten();
                nodes.extend(feeds.map(|index| Node::Feed { index: *index, depth }));
            }
        }
        self.nodes = nodes;
    }
}

/// A folder's path and the paths of those above it, outermost first; nothing for the top level.
fn ancestors(path: &str) -> Vec<String> {
    if path.is_empty() {
        return Vec::new();
    }
    let ends = path.match_indices('/').map(|(i, _)| i).chain([path.len()]);
    ends.map(|end| path[..end].to_owned()).collect()
}

/// Whether a path is the folder or lies in it.
pub fn is_in(path: &str, folder: &str) -> bool {
    path == folder || path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{FeedHealth, FeedUrl};
    use crate::text::Clean;

    fn feed(id: i64, folder: &str, unread: u64) -> FeedRow {
        FeedRow {
            id: FeedId(id),
            url: FeedUrl::parse(&format!("https://example.org/{id}")).expect("a fixed address"),
            title: Clean::line(&format!("Feed {id}")),
            folder: Clean::line(folder),
            tags: Vec::new(),
            site_url: None,
            entries: unread,
            unread,
            trusts_anybody: false,
            health: FeedHealth::default(),
        }
    }

    fn tree() -> Tree {
        let mut tree = Tree::default();
        tree.take(
            vec![
                feed(1, "Zeitungen", 3),
                feed(2, "Blaulicht", 0),
                feed(3, "Zeitungen/Umland", 4),
                feed(4, "", 1),
                feed(5, "Zeitungen", 0),
            ],
            7,
        );
        tree
    }

    fn lines(tree: &Tree) -> Vec<String> {
        tree.nodes
            .iter()
            .map(|node| match node {
                Node::All { unread } => format!("all {unread}"),
                Node::Starred => "starred".to_owned(),
                Node::View { index } => format!("view {}", tree.views[*index].0),
                Node::Folder { path, depth, unread, shut, .. } => {
                    format!(
                        "{}{path} {unread}{}",
                        "  ".repeat(*depth),
                        if *shut { " shut" } else { "" }
                    )
                }
                Node::Feed { index, depth } => {
                    format!("{}{}", "  ".repeat(*depth), tree.feeds[*index].id)
                }
            })
            .collect()
    }

    #[test]
    fn folders_hold_their_feeds_and_sum_them_up() {
        assert_eq!(
            lines(&tree()),
            [
                "all 7",
                "starred",
                "4",
                "Zeitungen 7",
                "  1",
                "  5",
                "  Zeitungen/Umland 4",
                "    3",
                "Blaulicht 0",
                "  2"
            ]
        );
    }

    #[test]
    fn a_shut_folder_hides_what_is_in_it() {
        let mut tree = tree();
        tree.select(&Scope::Folder("Zeitungen".to_owned()));
        tree.fold_toggle();
        assert_eq!(
            lines(&tree),
            ["all 7", "starred", "4", "Zeitungen 7 shut", "Blaulicht 0", "  2"]
        );
        tree.select(&Scope::Feed(FeedId(3)));
        assert_eq!(tree.current_feed().map(|f| f.id), Some(FeedId(3)), "going there opens it");
    }

    #[test]
    fn the_next_unread_feed_goes_round_in_the_order_of_the_tree() {
        let tree = tree();
        assert_eq!(tree.next_feed(None, true, false), Some(FeedId(4)));
        assert_eq!(tree.next_feed(Some(FeedId(1)), true, true), Some(FeedId(3)));
        assert_eq!(tree.next_feed(Some(FeedId(3)), true, true), Some(FeedId(4)));
        assert_eq!(tree.next_feed(Some(FeedId(4)), false, true), Some(FeedId(3)));
        assert_eq!(tree.next_feed(Some(FeedId(5)), false, false), Some(FeedId(1)));
    }

    #[test]
    fn the_selection_survives_new_feeds() {
        let mut tree = tree();
        tree.select(&Scope::Feed(FeedId(2)));
        let mut feeds = tree.feeds.clone();
        feeds.insert(0, feed(9, "Rathaus", 2));
        tree.take(feeds, 9);
        assert_eq!(tree.current_feed().map(|f| f.id), Some(FeedId(2)));
    }
}
