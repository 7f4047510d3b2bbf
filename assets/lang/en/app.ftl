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
choose-feed = Several feeds: which one?
feed-counts = { $entries ->
    [one] { $entries } entry, { $unread } unread
   *[other] { $entries } entries, { $unread } unread
}
feed-last-success = Last fetched: { $date }
feed-never-fetched = Never fetched yet
feed-moved = Has moved for good to { $address }
feed-repaired = Repaired while reading:
page-by = By
page-and = and
page-photo = Photo
page-links = Links
page-related = More on this
page-first-seen = first seen { $date }
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
marked-read-one = Marked read: { $title }
marked-read-many = { $n ->
    [one] { $n } entry marked read
   *[other] { $n } entries marked read
}
marked-unread-one = Marked unread: { $title }
marked-unread-many = { $n ->
    [one] { $n } entry marked unread
   *[other] { $n } entries marked unread
}
marked-star-one = Starred: { $title }
marked-star-many = { $n ->
    [one] { $n } entry starred
   *[other] { $n } entries starred
}
marked-unstar-one = Star removed: { $title }
marked-unstar-many = { $n ->
    [one] { $n } star removed
   *[other] { $n } stars removed
}
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
