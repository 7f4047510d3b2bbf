# the command line; what each command does
command-set = Change a setting until you quit; “set!” writes it into the configuration too. Without a value: say it
command-theme = Another theme until you quit; “theme!” writes it. Without a name: choose with a preview
command-goto = Show a feed or folder
command-refresh = Refresh a feed or folder
command-random = An unread entry by chance
command-source = The entry as the feed gives it
command-filter = Filter the list by words
command-add = Add a feed by its address or its web page
command-save = Save the article; the ending says how: .txt, .md, .html, .epub
command-pipe = Pipe the article into a command
command-help = Look something up in this help
group-commands = Command line

# what they take
argument-setting = KEY [VALUE]
argument-theme = [NAME]
argument-place = FEED or FOLDER
argument-topic = WORDS
argument-filter = WORDS
argument-add = ADDRESS
argument-save = FILE
argument-pipe = COMMAND

# what may be wrong
command-fault-at = At character { $at }:
command-fault-command = there is no command “{ $word }”
command-fault-several = “{ $word }” may be { $near }
command-fault-count = “{ $word }” is no count
command-fault-superfluous = “{ $word }” is too much here
command-fault-missing = here is missing: { $near }
command-fault-setting = there is no setting “{ $word }”
command-fault-value = “{ $word }” does not go here; possible: { $near }
command-fault-theme = there is no theme “{ $word }”
command-fault-faulty-theme = “{ $word }” is faulty: { $near }
command-fault-place = there is no feed or folder “{ $word }”
command-fault-places = “{ $word }” may be { $near }
command-fault-near = ; did you mean “{ $near }”?

# settings
notice-setting = { $key } = { $value }
notice-set = { $key } = { $value } until you quit; :set! { $key } { $value } writes it
settings-title = Settings that can change while umland runs
setting-theme = Colours: auto follows the terminal’s background
setting-theme-dark = With theme = auto, on a dark background
setting-theme-light = With theme = auto, on a light background
setting-language = Language of the interface
setting-layout = How the panes share the screen
setting-measure = Widest line of an article, in columns
setting-hide-read = Show unread entries only
setting-mark-read-on-open = Opening an article marks it read
setting-headings = Headings in the list
setting-ascii = Only ASCII signs
setting-hyperlinks = Tell the terminal where links lead
setting-images = Pictures in the articles
deed-setting-one = Configuration: { $title }
deed-setting-many = { $n ->
    [one] { $n } setting changed
   *[other] { $n } settings changed
}

# the palette, the theme chooser, the source, the search in the help
prompt-command = :
prompt-palette = Go to or do:
prompt-help = Search in the help:
palette-action = Action
palette-command = Command
palette-feed = Feed
palette-folder = Folder
palette-view = View
palette-town = Place
palette-theme = Theme
palette-count = { $found } of { $all }
palette-nothing = Nothing matches
themes-title = Theme
theme-auto = auto (by the background)
theme-faulty = { $name }: { $reason }
source-title = As the feed gives it
help-here = Here
help-nothing = Nothing in the help matches “{ $words }”
help-filtered = Help: “{ $words }”
hint-search = search
hint-preview = preview
hint-keep = keep
command-copy = Copy of the article: link, cite (headline, source, date, link), text, or quote (the first paragraph)
command-share = Hand the article to a program of yours, see share under [out]
argument-part = PART
argument-program = NAME
