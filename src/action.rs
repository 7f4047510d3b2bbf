//! THE table of actions: what the reader can mean, under which name, by which keys. Everything that lists actions (help,
//! hints, the key table of the README, the configuration's `[keys]`) is made from it.
//!
//! **Invariant:** names are unique; every action has a description in both languages under `action-<name>`.

/// The groups of the help, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// Moving about.
    Move,
    /// Reading on.
    Read,
    /// Opening.
    Open,
    /// Read, starred, undone.
    State,
    /// Finding.
    Find,
    /// Views.
    View,
    /// Taking something out.
    Out,
    /// Subscriptions.
    Feeds,
    /// The program.
    Program,
}

impl Group {
    /// Every group, in the help's order.
    pub const ALL: &'static [Self] = &[
        Self::Move,
        Self::Read,
        Self::Open,
        Self::State,
        Self::Find,
        Self::View,
        Self::Out,
        Self::Feeds,
        Self::Program,
    ];

    /// The message id of its heading.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Move => "group-move",
            Self::Read => "group-read",
            Self::Open => "group-open",
            Self::State => "group-state",
            Self::Find => "group-find",
            Self::View => "group-view",
            Self::Out => "group-out",
            Self::Feeds => "group-feeds",
            Self::Program => "group-program",
        }
    }
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Spec {
    /// The action.
    pub action: Action,
    /// Its name, as in `[keys]` and on the command line of the reader.
    pub name: &'static str,
    /// Its group.
    pub group: Group,
    /// Default keys, in the notation of `keys`.
    pub keys: &'static [&'static str],
}

macro_rules! actions {
    ($($group:ident: $variant:ident $name:literal [$($key:literal)*];)+) => {
        /// What the reader means by a key.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "each is described in the language files under action-<name>")]
        pub enum Action { $($variant),+ }

        /// The table.
        pub const ACTIONS: &[Spec] = &[
            $(Spec { action: Action::$variant, name: $name, group: Group::$group, keys: &[$($key),*] }),+
        ];
    };
}

actions! {
    Move: Down "down" ["j" "Down"];
    Move: Up "up" ["k" "Up"];
    Move: PaneLeft "pane-left" ["h" "Left"];
    Move: PaneRight "pane-right" ["l" "Right"];
    Move: PaneNext "pane-next" ["Tab"];
    Move: PanePrev "pane-prev" ["Shift-Tab"];
    Move: Top "top" ["gg" "Home"];
    Move: Bottom "bottom" ["G" "End"];
    Move: HalfDown "half-down" ["Ctrl-d"];
    Move: HalfUp "half-up" ["Ctrl-u"];
    Move: PageDown "page-down" ["Ctrl-f" "PageDown"];
    Move: PageUp "page-up" ["Ctrl-b" "PageUp"];
    Move: ViewCentre "view-centre" ["zz"];
    Move: ViewTop "view-top" ["zt"];
    Move: ViewBottom "view-bottom" ["zb"];
    Read: ReadOn "read-on" ["Space"];
    Read: ReadBack "read-back" ["Backspace"];
    Read: ArticleScrollDown "article-scroll-down" ["Ctrl-e"];
    Read: ArticleScrollUp "article-scroll-up" ["Ctrl-y"];
    Read: ArticleNext "article-next" ["J"];
    Read: ArticlePrev "article-prev" ["K"];
    Read: UnreadNext "unread-next" ["n"];
    Read: UnreadPrev "unread-prev" ["p"];
    Read: HitNext "hit-next" [];
    Read: HitPrev "hit-prev" [];
    Read: FeedUnreadNext "feed-unread-next" ["Ctrl-n"];
    Read: FeedUnreadPrev "feed-unread-prev" ["Ctrl-p"];
    Read: FeedNext "feed-next" ["]" "ä"];
    Read: FeedPrev "feed-prev" ["[" "ö"];
    Open: Open "open" ["Enter"];
    Open: Browser "browser" ["o" "gx"];
    Open: BrowserNext "browser-next" ["O"];
    Open: Links "links" ["U"];
    Open: LinkNumber "link-number" ["#"];
    Open: Hints "hints" [";"];
    Open: Enclosure "enclosure" ["e"];
    Open: Image "image" ["i"];
    Open: ImagesToggle "images-toggle" ["I"];
    Open: FullText "fulltext" ["x"];
    Open: FullTextFeed "fulltext-feed" ["X"];
    Open: Diff "diff" ["d"];
    State: ReadToggle "read-toggle" ["m" "N"];
    State: Select "select" ["V"];
    State: ReadAbove "read-above" ["Ma"];
    State: ReadBelow "read-below" ["Mb"];
    State: ReadOlder "read-older" ["Mo"];
    State: ReadFeed "read-feed" ["Mf"];
    State: ReadTown "read-town" ["Mt"];
    State: ReadStory "read-story" ["Ms"];
    State: ReadList "read-list" ["A"];
    State: ReadAll "read-all" ["C"];
    State: Star "star" ["s"];
    State: TagsEdit "tags-edit" ["T"];
    State: Hide "hide" ["D"];
    State: Undo "undo" ["u"];
    State: Redo "redo" ["Ctrl-r"];
    State: Repeat "repeat" ["."];
    State: History "history" [];
    Find: Find "find" ["/" "-"];
    Find: FilterEdit "filter-edit" ["F"];
    Find: FilterPick "filter-pick" ["f"];
    Find: ReadHide "read-hide" ["H"];
    Find: SameSource "same-source" ["*"];
    Find: PlacePick "place-pick" ["t"];
    Find: PlaceClear "place-clear" ["Ctrl-t"];
    Find: MutedShow "muted-show" [];
    Find: MutePlace "mute-place" [];
    Find: MuteKind "mute-kind" [];
    Find: FollowPlace "follow-place" [];
    Find: FollowKind "follow-kind" [];
    Find: Cancel "cancel" ["Esc"];
    View: Layout "layout" ["v"];
    View: FoldToggle "fold-toggle" ["za"];
    View: FoldOpenAll "fold-open-all" ["zR"];
    View: FoldCloseAll "fold-close-all" ["zM"];
    View: ViewUnread "view-unread" ["gu"];
    View: ViewAll "view-all" ["ga"];
    View: ViewStarred "view-starred" ["g*"];
    View: Sort "sort" ["gs"];
    View: SortReverse "sort-reverse" ["gS"];
    View: GotoFeed "goto-feed" ["gf"];
    View: GotoPlace "goto-place" ["gp"];
    View: Why "why" [];
    View: JumpBack "jump-back" ["Ctrl-o" "<"];
    View: JumpForward "jump-forward" [">"];
    View: Health "health" ["gh"];
    View: Warnings "warnings" ["w"];
    View: Coverage "coverage" ["c"];
    View: Follow "follow" ["+"];
    View: Edition "edition" ["gd"];
    View: Events "events" ["ge"];
    View: Map "map" ["gm"];
    Out: CopyLink "copy-link" ["y"];
    Out: CopyCite "copy-cite" ["Y"];
    Out: Save "save" ["S"];
    Out: Bookmark "bookmark" ["B"];
    Out: Pipe "pipe" ["|" "P"];
    Feeds: Refresh "refresh" ["r"];
    Feeds: RefreshAll "refresh-all" ["R"];
    Feeds: Add "add" ["a"];
    Feeds: TakeAddress "take-address" [];
    Feeds: EditSubs "edit-subs" ["E"];
    Program: Command "command" [":"];
    Program: Palette "palette" [];
    Program: Help "help" ["?" "F1"];
    Program: Back "back" ["q"];
    Program: Quit "quit" ["Q" "Ctrl-c" "ZZ"];
    Program: Suspend "suspend" ["Ctrl-z"];
    Program: Redraw "redraw" ["Ctrl-l"];
}

impl Action {
    /// Its row of the table.
    pub fn spec(self) -> &'static Spec {
        &ACTIONS[self as usize]
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        self.spec().name
    }

    /// The action of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        ACTIONS.iter().find(|s| s.name == name).map(|s| s.action)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_enum() {
        for (i, spec) in ACTIONS.iter().enumerate() {
            assert_eq!(spec.action as usize, i, "{}", spec.name);
        }
    }

    #[test]
    fn names_are_unique() {
        let names: BTreeSet<_> = ACTIONS.iter().map(|s| s.name).collect();
        assert_eq!(names.len(), ACTIONS.len());
    }
}
