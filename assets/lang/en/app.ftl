# app
count-new = { $n ->
    [one] { $n } new entry
   *[other] { $n } new entries
}

# dates; the parts first
date-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
date-month-in-text = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
date-weekday = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}
date-day-digits = { $day }
date-month-digits = { $month }
date-today = today, { $time }
date-yesterday = yesterday, { $time }
date-tomorrow = tomorrow, { $time }
date-this-week = { date-weekday }, { $time }
date-this-year = { date-weekday }, { $day } { date-month-in-text }
date-other-year = { date-day-digits } { date-month-in-text } { $year }
date-age-now = now
date-age-minutes = { $n } min
date-age-hours = { $n } h
date-age-yesterday = 1 d
date-age-days = { date-weekday }
date-age-this-year = { $day } { date-month }
date-age-other-year = { date-month } { $year }

# the reader's screen
count-unread = { $n ->
    [0] nothing unread
   *[other] { $n } unread
}
count-failed = { $n ->
    [one] { $n } feed failed
   *[other] { $n } feeds failed
}
list-all = All entries
list-starred = Starred
list-unread-of = { $list } (unread)
list-filtered = { $list } · “{ $words }”
list-no-match = Nothing matches. Esc drops the filter.
list-no-stars = No starred entries yet: s sets a star.
list-nothing-yet = Nothing here yet. R fetches all feeds.
list-nothing-here = Nothing here.
refresh-progress = { $done }/{ $feeds } feeds
refresh-done = Refreshed: { $new }
refresh-cancelled = Stopped: { $new } until then
notice-unknown-key = { $key } does nothing here; ? shows the keys
notice-looking = Looking for feeds at { $address } …
notice-subscribed = Subscribed: { $title }
notice-no-unread = Nothing unread here
notice-no-article = Open an article first
notice-no-link = This entry has no link
notice-no-such-link = There is no link { $n } here
notice-layout = Layout: { $name }
layout-auto = by the size of the terminal
layout-three = tree, list and article
layout-two = list beside article
layout-stacked = list above article
layout-one = one pane
notice-config-read = Configuration read
notice-changed = { $what } · u undoes
notice-undone = Undone: { $what } · Ctrl-r redoes
notice-redone = Redone: { $what }
notice-nothing-to-undo = Nothing to undo
notice-nothing-to-redo = Nothing to redo
notice-opened = Opened with { $program }
notice-saved = Saved: { $path }
notice-not-saved = Not saved, { $path }: { $reason }
notice-save-exists = Not saved: { $path } is already there; press S for another name
notice-save-format = Not saved: { $path } must end in .txt, .md, .html or .epub
notice-bookmarked = Bookmarked with { $program }
notice-not-bookmarked = Not bookmarked: { $reason }
notice-no-bookmark = No bookmark command; set bookmark = "…" under [out] in the configuration (E)
notice-piped = { $command } ended with { $status }
notice-not-piped = { $command }: { $reason }
notice-press-enter = [Enter: back to umland]
notice-copied = Copied: { $text }
notice-copied-not-opened = No browser here ({ $reason }); the link is on the clipboard: { $text }
notice-bad-scheme = Not opened: only http, https and mailto links are. { $text }
notice-user-name = Not opened: a user name before the host may hide where the link leads. { $text }
find-count = { $n ->
    [0] no hit
    [one] { $n } line
   *[other] { $n } lines
}
prompt-filter = Filter:
prompt-find = Find:
prompt-subscribe = Town, postcode or address:
prompt-save = Save as (.txt, .md, .html, .epub):
prompt-pipe = Pipe into the command:
choose-feed = Several feeds: which one?
feed-counts = { $entries ->
    [one] { $entries } entry, { $unread } unread
   *[other] { $entries } entries, { $unread } unread
}
feed-last-success = Last fetched: { $date }
feed-never-fetched = Never fetched yet
feed-moved = Has moved for good to { $address }. With { $key } it takes the place of the old one in the configuration; your entries and marks stay.
notice-not-moved = This feed has not moved
feed-repaired = Repaired while reading:
page-by = By
page-and = and
page-photo = Photo
page-links = Links
page-related = More on this
page-first-seen = first seen { $date }
export-original = Original:
page-minutes = { $n } min
hint-open = open
hint-read-on = read on
hint-unread = unread
hint-read = read
hint-star = star
hint-filter = filter
hint-find = find
hint-feeds = feeds
hint-help = help
hint-browser = browser
hint-copy = copy link
hint-back = back
hint-refresh = refresh
hint-fold = fold
hint-add = add a feed
hint-edit = edit file
hint-quit = quit
welcome-title = Your region’s news, in your terminal
welcome-add = { $key }  asks for your town and offers its feeds; an address will do too
welcome-edit = { $key }  edits the configuration file: a [[feeds]] table for each feed
welcome-import = umland import FILE  takes over OPML or newsboat’s urls
welcome-demo = umland demo  shows a made-up edition, without a network
welcome-help = { $help } all keys · { $quit } quit
notice-config-faulty = { $n ->
    [one] The configuration has a fault; the old settings stay. { $first }
   *[other] The configuration has { $n } faults; the old settings stay. { $first }
}
notice-editor-failed = The editor did not work: { $reason }. EDITOR names another.
notice-refresh-runs = A refresh is already running; Esc stops it
notice-no-feed = No feed at { $address }: { $reason }
hint-close = close
hint-choose = choose
hint-down = down
hint-up = up
card-feeds = { $n ->
    [one] { $n } feed
   *[other] { $n } feeds
}{ $faulty ->
    [0] {""}
   *[other] {" · "}{ $faulty } with a fault
}
welcome-init = umland init PLACE  subscribes to what covers your town
hint-fulltext = full text
notice-fetching-page = Fetching the article’s page …
notice-no-page = The article’s page did not come: { $reason }
hint-into = into the article
article-left = { $n } min left
hint-links = links
links-title = Links of this article
notice-no-links = This article has no links
notice-no-links-here = No link on the screen
prompt-link-number = Number of the link:
hints-open = Open a link: type its letter · y copies instead
hints-copy = Copy a link: type its letter · y opens instead
picture-loading = Loading the picture …
picture-failed = No picture: { $reason }
picture-kind = not JPEG, PNG, GIF or WebP
picture-pixels = too large ({ $width } × { $height } pixels)
picture-damaged = the file is damaged
notice-images-on = Pictures are shown in the articles you open
notice-images-off = Pictures are not shown any more
notice-no-picture = This article has no picture
notice-no-enclosure = This entry has no file to play

# what was done
deed-read-one = Marked read: { $title }
deed-read-many = { $n ->
    [one] { $n } entry marked read
   *[other] { $n } entries marked read
}
deed-unread-one = Marked unread: { $title }
deed-unread-many = { $n ->
    [one] { $n } entry marked unread
   *[other] { $n } entries marked unread
}
deed-star-one = Starred: { $title }
deed-star-many = { $n ->
    [one] { $n } entry starred
   *[other] { $n } entries starred
}
deed-unstar-one = Star removed: { $title }
deed-unstar-many = { $n ->
    [one] { $n } star removed
   *[other] { $n } stars removed
}
deed-hide-one = Hidden: { $title }
deed-hide-many = { $n ->
    [one] { $n } entry hidden
   *[other] { $n } entries hidden
}
deed-unhide-one = Shown again: { $title }
deed-unhide-many = { $n ->
    [one] { $n } entry shown again
   *[other] { $n } entries shown again
}
deed-tags-one = Tags { $tags }: { $title }
deed-tags-many = { $n ->
    [one] Tags { $tags }: { $n } entry
   *[other] Tags { $tags }: { $n } entries
}
deed-feed-added-one = Subscribed: { $title }
deed-feed-added-many = { $n ->
    [one] { $n } feed subscribed
   *[other] { $n } feeds subscribed
}
deed-feed-removed-one = Unsubscribed: { $title }
deed-feed-removed-many = { $n ->
    [one] { $n } feed unsubscribed
   *[other] { $n } feeds unsubscribed
}
deed-feed-retitled-one = Renamed: { $title }
deed-feed-retitled-many = { $n ->
    [one] { $n } feed renamed
   *[other] { $n } feeds renamed
}
deed-feed-moved-one = Moved: { $title }
deed-feed-moved-many = { $n ->
    [one] { $n } feed moved
   *[other] { $n } feeds moved
}
deed-feed-readdressed-one = New address: { $title }
deed-feed-readdressed-many = { $n ->
    [one] New address for { $n } feed
   *[other] New addresses for { $n } feeds
}
deed-feed-full-text-one = Full text always: { $title }
deed-feed-full-text-many = { $n ->
    [one] Full text always for { $n } feed
   *[other] Full text always for { $n } feeds
}
deed-feed-no-full-text-one = Full text only on demand: { $title }
deed-feed-no-full-text-many = { $n ->
    [one] Full text only on demand for { $n } feed
   *[other] Full text only on demand for { $n } feeds
}

# changes of several entries, order, history
notice-nothing-to-repeat = Nothing to repeat yet
notice-no-jump = No further place
notice-no-age = “{ $text }” is no age; write 3 (days), 12h or 2w
prompt-tags = Tags (Tab completes, - takes away):
prompt-older = Mark read what is older than (3 days, 12h, 2w):
choose-sort = Sort by
sort-date = date, newest first
sort-feed = feed
sort-title = headline
sort-unread = unread first
sort-nearest = distance, nearest first
sort-near-and-new = near and new
history = What was done
history-undone = (undone)
hint-undo = undo
hint-redo = redo
list-sorted = { $list } · by { $by }
list-sorted-reversed = { $list } · by { $by }, reversed
sort-short-date = date
sort-short-feed = feed
sort-short-title = headline
sort-short-unread = unread
sort-short-nearest = distance
sort-short-near-and-new = nearness and age
date-day-today = Today
date-day-yesterday = Yesterday
date-day-tomorrow = Tomorrow
list-new-above = new since last time, down to here
list-new-below = new since last time, from here on
notice-not-changed = The publisher has not changed this article since it was first seen
diff-since = Compared with earlier version { $back } of { $of }, replaced { $date }
diff-sum = { $removed ->
    [one] { $removed } word removed
   *[other] { $removed } words removed
}, { $added } added
diff-nothing = The words are the same; something else was changed: the link, the authors or a file
page-changed = { $date } ± changed
health-title = State of the feeds
health-well = in order
health-repaired = { $n ->
    [one] in order, { $n } repair
   *[other] in order, { $n } repairs
}
health-moved = has moved
health-silent = silent since { $date }
health-empty = without entries
health-sum = { $faulty ->
    [0] none faulty
   *[other] { $faulty } faulty
}, { $silent } silent
pace-day = { $n } a day
pace-week = { $n } a week
pace-month = { $n } a month
health-pace = New entries: { $pace }
health-newest = Newest entry: { $date }
health-last-attempt = Last attempt: { $date }
health-wait = Not before { $date }
health-failures = { $n ->
    [one] { $n } failure
   *[other] { $n } failures in a row
}
hint-refresh-now = fetch now
hint-warnings = repairs
hint-website = web site
hint-take-address = take new address over
notice-fetching-feed = Fetching { $title } …
hint-details = details
health-column-feed = Feed
health-column-state = State
health-column-pace = New
health-column-newest = Newest
health-column-fetched = Fetched
hint-earlier = earlier version
hint-article = article
hint-changes = changes

alert-title = Official warnings
alert-no-substitute = From the feeds you subscribe to, as late as they are fetched: no substitute for warning apps, sirens and radio.
alert-none = No warning is in force.
alert-unnamed = Official warning
alert-here = concerns your home
alert-areas = For { $areas }
alert-from = from { $at }
alert-until = until { $at }
alert-banner = { $what } until { $until } (w)
alert-severity-Unknown = { "" }
alert-severity-Minor = minor
alert-severity-Moderate = moderate
alert-severity-Severe = severe
alert-severity-Extreme = extreme

# stories: versions, edition, dates
board-loading = being put together …
coverage-title = This story in every paper
coverage-sum = { $n ->
    [one] { $n } version
   *[other] { $n } versions
}
coverage-this = this one
coverage-text = same text
coverage-story = same story
edition-title = Today’s edition
edition-sum = { $read } of { $n } read · since { $since }
edition-none = Nothing was published since yesterday evening.
edition-end = That was today’s edition.
edition-read = That was today’s edition. All read.
events-title = Dates
events-sum = { $n ->
    [one] { $n } date in the texts of the last two weeks
   *[other] { $n } dates in the texts of the last two weeks
}
events-none = The texts of the last two weeks name no date ahead.
notice-only-here = Only here: there is no other version of “{ $title }”.
notice-board-left = { $key } leads back to the list.
hint-story = story read

# following, sharing, copying, programs
deed-view-added-one = Following: { $title } (it stands among the views, f)
deed-view-added-many = { $n ->
    [one] { $n } view saved
   *[other] { $n } views saved
}
notice-followed-already = Followed already: { $name }
notice-not-followed = Too few words to follow this story; F filters by words of your own
notice-shared = Handed to { $name }
notice-not-shared = Not handed to { $name }: { $reason }
notice-no-share = No program to hand articles to; set share = {"{"} NAME = ["PROGRAM", "%u"] {"}"} under [out] in the configuration (E)
notice-not-copied = Not copied to the clipboard: { $reason }
notice-hook-failed = after_refresh under [hooks]: { $reason }
desktop-scheme = only http, https and mailto links are opened
desktop-user-name = links with a user name are not opened
desktop-no-browser = no $BROWSER and no graphical session
desktop-not-found = there is no program { $program } here
desktop-start = { $program }: { $cause }
desktop-failed = { $program } ended with error { $code }
desktop-killed = { $program } was killed
