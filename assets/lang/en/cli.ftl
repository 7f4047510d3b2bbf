# The command line: help, answers, faults.

cli-heading-usage = Usage
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-value-options = [OPTIONS]
cli-value-command = COMMAND

cli-umland = Read your region's news in the terminal
cli-umland-plain = Read without a screen, line by line: for screen readers, braille and plain terminals
cli-umland-more = Without a command, the reader opens. Exit codes: 0 all well; 1 done, with faults of feeds or nothing found; 2 wrong arguments, faulty configuration, or no archive. "umland COMMAND --help" tells more of each command.
cli-any-help = Print this help
cli-any-version = Print the version
cli-any-config = The configuration file (also UMLAND_CONFIG)
cli-any-data-dir = The directory of the archive (also UMLAND_DATA_DIR)

cli-fetch = Refresh the feeds that are due
cli-fetch-more = Every feed has its time: your own interval, what its server asks for, a pause after failures. Entries that have been fetched stay, also when you interrupt.
cli-fetch-feeds = Only these: address, title, or an unmistakable part of either
cli-fetch-now = Ask feeds that are not due too, but none before the time its server has asked for
cli-fetch-json = Print a line of JSON for each feed as it ends, and a summary last
cli-list = List entries, newest first
cli-list-more =
    A query: words and "phrases" are searched for; unread, read, starred, feed:TITLE-OR-ADDRESS, folder:NAME, tag:, kind:, place:, near:15km, author:, title:, text:, since:2d, before:2026-11-20, len:>300, free:yes narrow. OR and parentheses join, NOT excludes.
    Example: umland list unread folder:Krefeld theatre
    Each line: number, N for new, * for a star, age, source, headline.
cli-list-query = Which entries; all without
cli-list-json = Print an object of JSON for each entry
cli-list-limit = Print at most so many
cli-show = Print an entry's article
cli-show-id = The entry's number, as "umland list" prints it
cli-show-format = text (the default), markdown, html, or json
cli-search = Search the archive, best first
cli-search-text = The words to search for; a phrase in double quotes
cli-search-json = Print an object of JSON for each entry
cli-search-limit = Print at most so many (50 without)
cli-status = Print counts, for a status bar
cli-status-format = Print this text with {"{"}unread{"}"}, {"{"}entries{"}"}, {"{"}feeds{"}"}, {"{"}starred{"}"} and {"{"}failing{"}"} filled in
cli-status-feeds = Print the state of each feed instead, those first that need a look, faults with their remedy
cli-status-json = Print an object of JSON
cli-mark = Mark entries, as in the reader; "umland undo" takes it back
cli-mark-mark = read, unread, star, unstar, hide, or unhide
cli-mark-what = Numbers of entries, or a query as in "umland list"
cli-undo = Take the last change back, of entries or of subscriptions
cli-undo-times = Take so many back
cli-undo-list = Only list the last changes
cli-undo-undone = (taken back)
cli-redo = Make the change again that was taken back last
cli-redo-times = Make so many again
cli-add = Subscribe to a feed, or to the feed of a web page
cli-add-url = Address of the feed or of the page
cli-add-folder = Folder for it; "/" leads to folders in folders
cli-add-title = Your own name for it
cli-remove = Unsubscribe from a feed; the archive keeps its entries
cli-remove-feed = Address, title, or an unmistakable part of either
cli-import = Subscribe to the feeds of a list: OPML, or newsboat's urls
cli-import-file = The list; - reads standard input
cli-export = Print the subscriptions for another reader
cli-export-format = opml (the default)
cli-near = List the feeds of the catalogue around a place, nearest first
cli-near-more = A line each: x when "umland init" would subscribe to it, distance, kind, town, name, address.
cli-near-place = A town, district or postcode, such as Krefeld, "Hüls, Krefeld" or 47798; left out: your own place
cli-near-radius = Towns within so many kilometres (25)
cli-near-json = Print a JSON object for each feed
cli-init = Subscribe to the feeds that cover a town
cli-init-more = On a terminal you choose first. Otherwise what "umland near" marks with x is subscribed to. The configuration stays ordinary text that you can edit.
cli-init-place = A town, district or postcode, such as Krefeld, "Hüls, Krefeld" or 47798
cli-init-radius = Towns within so many kilometres (25)
cli-init-dry-run = Only show what would be offered
cli-places = Say where texts play
cli-places-more = Each line of the file is a JSON object with kicker, title, dateline, text, and what is known of the feed: feed_region (such as DE-NW), feed_place, language. The answers are JSON, a line each.
cli-places-text = The text
cli-places-file = A file of JSON objects, one a line; - reads standard input
cli-catalogue = Look after the shipped catalogue of feeds
cli-catalogue-check = Check the catalogue by its rules
cli-catalogue-check-file = Another file in its form
cli-catalogue-check-online = Ask every feed whether it is alive
cli-parse = Print a feed's file as JSON Feed
cli-parse-file = The file; - reads standard input
cli-parse-content-type = Content-Type with which the server sent it
cli-parse-base-url = Address that it came from; makes its addresses absolute
cli-extract = Print the article of a web page's file
cli-extract-more = With --batch, DIR/urls.tsv gives the address of each page: name, tab, address.
cli-extract-file = The page
cli-extract-url = Address that it came from
cli-extract-batch = Do it for every page (*.html) of a directory
cli-extract-out = With --batch: where the articles go
cli-extract-format = text (the default) or json
cli-config = Check the configuration, find it, print it
cli-config-check = Name every fault of the configuration
cli-config-path = Print where the configuration file is
cli-config-dump = Print the configuration in force, every key with its value
cli-config-dump-theme = Print a theme instead, to be changed and saved as themes/NAME.toml beside the configuration: dark, light, high-contrast-dark, high-contrast-light, sixteen, mono
cli-config-dump-defaults = Print the defaults instead, with an explanation of every key
cli-completions = Print completions for a shell
cli-completions-shell = bash, elvish, fish, powershell, or zsh
cli-man = Print the manual page
cli-demo = Open the reader on a built-in edition; needs no network

cli-man-keys-heading = KEYS
cli-man-files-heading = FILES
cli-man-files =
    ~/.config/umland/config.toml — The configuration; "umland config dump --defaults" explains every key.
    ~/.local/share/umland/umland.db — The archive: entries, marks, and how each feed has been doing.
cli-man-environment-heading = ENVIRONMENT
cli-man-environment =
    UMLAND_CONFIG, UMLAND_DATA_DIR — Like --config and --data-dir.
    UMLAND_LOG — What to write to umland.log in the directory of the archive: error, warn, info, debug, trace, or umland::fetch=debug and the like.
    LC_ALL, LC_MESSAGES, LANG — The language, when the configuration names none.
    NO_COLOR — No colours.
    BROWSER, VISUAL, EDITOR — The programs to open links and the configuration with.
cli-man-exit-heading = EXIT STATUS
cli-man-exit =
    0 — All well.
    1 — Done, with faults of feeds, or nothing was found.
    2 — Wrong arguments, a faulty configuration, or an archive that cannot be used.

cli-usage-command = There is no command "{ $command }".
cli-usage-unknown = There is no option "{ $argument }".
cli-usage-missing = Missing: { $argument }.
cli-usage-conflict = { $argument } and { $other } cannot be combined.
cli-usage-no-value = { $argument } needs a value.
cli-usage-value = "{ $value }" does not fit { $argument }.
cli-usage-no-command = A command is missing.
cli-usage-other = The arguments cannot be understood.
cli-usage-choices = Possible: { $choices }.
cli-usage-meant = Did you mean "{ $word }"?
cli-usage-help = See: umland --help

cli-no-home = There is no home directory: set HOME, or name --config and --data-dir
cli-config-faults = { $n ->
    [one] The configuration has a fault. "umland config dump --defaults" explains every key.
   *[other] The configuration has { $n } faults. "umland config dump --defaults" explains every key.
}
cli-config-well = { $path }: no faults, { $n ->
    [one] one feed
   *[other] { $n } feeds
}
cli-config-missing = { $path }: not there yet, so the defaults apply. "umland add URL" makes it.
cli-not-edited = It was not changed: mend it first.
cli-edit-exists = Already subscribed: { $url }
cli-edit-unknown = Not subscribed: { $url }
cli-edit-form = The configuration was not changed: its feeds are not written as [[feeds]] tables. Please edit it by hand.
cli-edit-busy = { $path }: another program keeps changing it; nothing was written. Please try again.
cli-edit-io = { $path }: { $cause }; nothing was changed. Check its permissions, or choose another with --config.

cli-nothing-yet = The archive is still empty: "umland add URL" subscribes, "umland fetch" gets entries.
cli-nothing-found = Nothing found.
cli-no-such-feed = No feed is called "{ $feed }".
cli-several-feeds = { $n } feeds are called "{ $feed }"; please be more precise:
cli-no-such-entry = There is no entry { $id }; "umland list" prints the numbers.
cli-status-line = { $unread } unread of { $entries } · { $feeds ->
    [one] one feed
   *[other] { $feeds } feeds
}{ $starred ->
    [0] {""}
   *[other] {" · "}{ $starred } starred
}{ $failing ->
    [0] {""}
   *[other] {" · "}{ $failing } failing
}
cli-status-placeholder = "{ $name }" cannot be filled in; there are {"{"}unread{"}"}, {"{"}entries{"}"}, {"{"}feeds{"}"}, {"{"}starred{"}"} and {"{"}failing{"}"}.
cli-undone = Taken back: { $what }
cli-redone = Made again: { $what }
cli-nothing-to-undo = There is nothing to take back.
cli-nothing-to-redo = There is nothing to make again.
cli-removed = Unsubscribed from { $title } ({ $url }). The archive keeps { $n ->
    [one] its entry
   *[other] its { $n } entries
}.
cli-imported = { $n ->
    [0] Nothing new
    [one] Subscribed to one feed
   *[other] Subscribed to { $n } feeds
}{ $skipped ->
    [0] {""}
   *[other] {"; "}{ $skipped } left out, see above
}.
cli-export-title = Subscriptions in umland
cli-unreadable = { $path }: cannot be read ({ $cause })

skipped-no-address = "{ $what }" has no address of a feed
skipped-address = "{ $what }" is no address that can be fetched
skipped-duplicate = { $what } stands further up already
skipped-query = "{ $what }" is a saved search of newsboat, not a feed
skipped-exec = "{ $what }" is the output of a program; umland runs none
skipped-filter = "{ $what }" goes through a program; umland runs none
skipped-broken = the list is broken here ({ $what }); what follows may be missing

store-read-only = { $path }: the archive cannot be written. Check its owner and permissions, or choose another with --data-dir.
store-full = { $path }: the disk is full. What was stored before is safe; free some space and try again.
store-corrupt = { $path }: the archive is damaged or no archive ({ $detail }). Start umland again: it keeps this file, and saves what can be read of it into a new archive.
store-foreign = { $path }: this database belongs to another program. Choose another directory with --data-dir.
store-newer = { $path }: the archive was written by a newer umland. It was not touched; please update umland.
store-outdated = { $path }: the archive is of an older umland. "umland fetch" brings it up to date.
store-missing = { $path }: there is no archive yet. "umland fetch" makes it.
store-busy = { $path }: another program is writing to the archive. Please try again in a moment.
store-io = { $path }: { $detail }. Check the disk and the permissions, or choose another directory with --data-dir.
store-internal = { $path }: { $detail }. This is a fault of umland; please report it.

cli-no-feeds = No feeds are subscribed yet: "umland add URL" or "umland import FILE" subscribes.
cli-fetch-done = { $new ->
    [0] Nothing new
    [one] One new entry
   *[other] { $new } new entries
}{ $changed ->
    [0] {""}
   *[other] {", "}{ $changed } changed
} from { $feeds ->
    [one] one feed
   *[other] { $feeds } feeds
}{ $failed ->
    [0] {""}
   *[other] {"; "}{ $failed } failed
}{ $notdue ->
    [0] {""}
   *[other] {"; "}{ $notdue } not due yet ("umland fetch --now" asks them too)
}.
cli-fetch-cancelled = Interrupted. { $new ->
    [0] Nothing new
    [one] One new entry
   *[other] { $new } new entries
}, { $changed } changed; { $failed } of { $feeds } feeds failed, { $notdue } were not due. What has come stays.
cli-added = Subscribed: { $title } ({ $url }). "umland fetch" gets its entries.
cli-no-feed-there = { $url }: no feed there, and none is named on the page. Look on the website for "RSS" or "feed", or try another page of it.
cli-choose-feed = The page has several feeds. Which one?
cli-other-feeds = The page has further feeds:
cli-no-article = { $path }: no article found
cli-extracted = { $n ->
    [one] One page
   *[other] { $n } pages
} extracted{ $failed ->
    [0] {""}
   *[other] {", "}{ $failed } failed
}.
cli-no-terminal = umland’s reader needs a terminal; umland list and umland show do not
cli-terminal-failed = The terminal cannot be used: { $cause }
cli-not-added = { $url }: { $fault }. Nothing was subscribed; check the address, or try again later.

cli-no-such-place = No place is called "{ $place }". Try another spelling, the municipality or a postcode.
cli-no-place = Say which place: umland near PLACE. Or put your own into the configuration, under [home].
cli-doubles = { $place } is taken. The name stands for these too; add the town or region to mean one of them:
cli-near-place-is = Around { $place }:
cli-near-no-own = { $place } has no feed of its own in the catalogue; these are the next.
cli-init-choose = Numbers tick and untick (such as 3 5-7). Enter subscribes to those with x, q leaves.
cli-init-left = Nothing was subscribed to.
cli-init-done = { $n ->
    [0] Nothing new to subscribe to: { $path }
    [one] Subscribed to one feed: { $path }
   *[other] Subscribed to { $n } feeds: { $path }
}
cli-places-line = { $path }:{ $line }: not a JSON object; left out
cli-catalogue-checked = { $n } feeds, { $faults } against the rules, { $dead } not alive
cli-locate = Look for the places of all entries in the archive again
cli-located = { $n } entries looked at, the place of { $placed } is known
cli-edit-lost = The configuration was changed by hand where this change stood; edit it by hand: { $path }
store-recovered =
    The archive was damaged ({ $detail }). It is kept as { $kept }. Saved from it: { $entries ->
        [one] 1 entry
       *[other] { $entries } entries
    }, { $read } of them read, { $starred } starred. The next refresh brings back what the feeds still have.

# The reader without a screen.

plain-heading = { $unread } unread. Headlines from number { $first } on:
plain-nothing = Nothing here.
plain-no-feeds = No feeds yet: leave with q, then "umland init PLACE" or "umland add ADDRESS".
plain-no-unread = Nothing more unread.
plain-end = That was the end of the list.
plain-unknown = I do not understand that. ? lists the commands.
plain-no-such-number = There is no such number here.
plain-not-opened = Not opened ({ $reason }): { $text }
plain-unread = unread
plain-starred = starred
plain-changed = changed
plain-feed = { $number }. { $title }, { $unread } unread.
plain-feeds = f and a number shows one of them, a shows all again.
plain-places = g and a number shows what plays there, a shows all again.
plain-prompt-list = Number, Enter for more, ? for help:
plain-prompt-article = Enter for the next unread, l for the list, ? for help:
plain-help =
    A number reads the article with this number.
    Enter: the next page of headlines; after an article, the next unread one.
    n: next unread article. l: the headlines again. b: the page before.
    m: read or unread. s: star or no star. o: open in the browser. y: say the link. Each also with a number: m 3.
    A: mark the whole list read. u: undo.
    / and words: only what holds them; / alone: everything. H: only unread, or all.
    f: the feeds. f and a number: only this feed. a: all feeds.
    g: the places around, by bearing. g and a number: only what plays there.
    r: fetch what is new. q: quit.
cli-edit-views-form = The configuration was not changed: its views are not written as [[views]] tables. Please edit it by hand.
