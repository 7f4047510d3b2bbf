# umland doctor: what was looked at, what was found, what to do.

doctor-config = Configuration
doctor-config-well = { $path }, { $n ->
        [one] 1 feed
       *[other] { $n } feeds
    }
doctor-config-remedy = Correct it at this place; "umland config check" looks again.
doctor-config-missing = there is none yet ({ $path })
doctor-config-empty = { $path } has no feeds
doctor-config-missing-remedy = "umland init TOWN" subscribes to what your town has; "umland add URL" to any feed.
doctor-tls = Certificates
doctor-tls-off = the certificate of { $url } is not checked
doctor-tls-remedy = Anybody on the way can read and change what you get. Take danger_trust_any_certificate out of the configuration if the server has a certificate by now.
doctor-permissions = Permissions
doctor-permissions-well = the archive is yours alone
doctor-permissions-wide = others can read { $files }
doctor-permissions-remedy = Take their rights away: chmod go-rwx
doctor-disk = Disk
doctor-disk-free = { $n } MB free
doctor-disk-remedy = Free some space. What is stored is safe, but nothing new can be kept.
doctor-kept = Set aside
doctor-kept-file = { $path } ({ $n } MB), a damaged archive
doctor-kept-remedy = Delete it when you miss nothing.
doctor-archive = Archive
doctor-archive-well = whole
doctor-archive-missing = there is none yet ({ $path })
doctor-archive-missing-remedy = "umland fetch" makes it.
doctor-archive-damaged = damaged: { $detail }
doctor-archive-damaged-remedy = Start umland or "umland fetch": the file is kept, what can be read of it is saved into a new archive, and the feeds bring back the rest.
doctor-archive-dangling = { $n ->
        [one] 1 row that names another which is not there
       *[other] { $n } rows that name others which are not there
    }
doctor-counts = Counts
doctor-counts-well = as counted
doctor-counts-wrong = kept and counted differ: { $list }
doctor-counts-remedy = This is a fault of umland; please report it. Your entries are not touched by it.
doctor-index = Search
doctor-index-well = all entries are indexed
doctor-index-behind = { $n ->
        [one] 1 entry is
       *[other] { $n } entries are
    } not indexed yet
doctor-index-remedy = The next "umland fetch" does it.
doctor-space = Room in the archive
doctor-space-empty = { $n } MB of the file are empty and will be used again
doctor-feeds = Feeds
doctor-feeds-well = { $n ->
        [one] 1 feed, doing well
       *[other] { $n } feeds, all doing well
    }
doctor-feeds-failing = { $n ->
        [one] 1 feed failed
       *[other] { $n } feeds failed
    } the last time: { $list }
doctor-feeds-remedy = The feed’s card in the tree, or "umland fetch --now FEED", says why and what helps.
doctor-feeds-moved = { $n ->
        [one] 1 feed has
       *[other] { $n } feeds have
    } moved for good: { $list }
doctor-feeds-moved-remedy = In the state of the feeds (gh), a takes the new address over into the configuration; entries and marks stay.
doctor-clock = Clock
doctor-clock-wrong = feeds were fetched at a time that lies in the future
doctor-clock-remedy = The clock was wrong, or is. umland asks again as usual.
doctor-terminal = Terminal
doctor-terminal-is = { $term }
doctor-not-set = TERM is not set
doctor-terminal-remedy = Set TERM to what your terminal is, such as xterm-256color.
doctor-terminal-ascii = Only ASCII signs are drawn. With a UTF-8 locale (LANG) all are.
doctor-browser = Browser
doctor-browser-is = { $program }
doctor-browser-none = none found
doctor-browser-remedy = Set BROWSER to a program that opens web pages. Until then, links are copied.
doctor-editor = Editor
doctor-editor-none = neither VISUAL nor EDITOR is set
doctor-editor-remedy = Set one to the editor that "E" opens the configuration in.
doctor-clipboard = Clipboard
doctor-clipboard-is = by the terminal (OSC 52), over SSH too; in tmux, set-clipboard must be on
doctor-network = Network
doctor-network-well = { $n ->
        [one] 1 host
       *[other] all { $n } hosts
    } can be reached
doctor-network-proxy = a proxy is set ({ $name }), so hosts were not tried directly
doctor-sum = { $faults ->
        [0] No faults
        [one] 1 fault
       *[other] { $faults } faults
    }, { $notes ->
        [0] no remarks
        [one] 1 remark
       *[other] { $notes } remarks
    }.

cli-doctor = Check configuration, archive, files and terminal, and say what helps
cli-doctor-more = Nothing is changed. Exit code 1: something is at fault; 2: umland cannot work like this.
cli-doctor-online = Try whether the hosts of your feeds can be reached, too
cli-doctor-json = Print an object of JSON for each finding, and a summary last
cli-backup = Copy the archive to a file, also while umland runs
cli-backup-more = The copy is verified and yours alone (mode 0600). A file that exists is not overwritten. To use a copy, put it in the place of umland.db in the data directory while no umland runs.
cli-backup-file = The new file
cli-backup-exists = { $path } exists already; it was not overwritten.
cli-backup-done = { $path }: copied and verified, { $n } MB.
cli-status-hosts = Print every host that was contacted today, how often, and why
cli-hosts-none = No host was contacted today.
purpose-feed = to fetch feeds
purpose-page = to fetch articles' pages
purpose-picture = to fetch pictures
purpose-discovery = to look for feeds
purpose-redirect = because another host led there
purpose-check = to see whether it can be reached
feed-trusts-anybody = DANGER: whoever answers for this feed is believed; its certificate is not checked.
