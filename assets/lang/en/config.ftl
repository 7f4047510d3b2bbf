# Faults of the configuration.

config-unreadable = the file cannot be read ({ $cause }); check its permissions
config-not-utf8 = this is not UTF-8; save the file in UTF-8
config-syntax = not TOML: { $message }
config-unknown-key = unknown key "{ $key }"
config-unknown-action = there is no action "{ $name }"; press ? in umland for all of them
config-type = "{ $key }" must be { $want }; this is { $found }
config-range = "{ $key }" must lie between { $min } and { $max }
config-choice = "{ $key }" cannot be "{ $value }"; it is one of { $choices }
config-no-theme = there is no theme "{ $name }"; there are { $known }; your own belong into the folder "themes" beside the configuration
config-no-colour = "{ $key }": "{ $value }" is no colour; write 0 to 255, "#rrggbb", "red", "bright-blue" or a name from [colours]
config-duration = "{ $value }" is no duration; write 30m, 2h or 1d
config-no-url = this feed has no address; add url = "https://…"
config-url = "{ $url }" is no address of a feed; write it in full, with https://
config-scheme = addresses that begin with "{ $scheme }:" are not fetched; use https, http or file
config-duplicate = { $url } is already subscribed in line { $line }; remove one of the two
config-header = "{ $name }" or its value cannot be sent as an HTTP header
config-no-query = this has no query; add query = "…"
config-query = this is no query. { $fault }
config-idle-rule = this rule does nothing; add read, star, hide or notify = true, or tag
config-half-point = lat and lon belong together; give both or neither
config-key-empty = no key is written here; an empty list [] unbinds
config-key-unknown = "{ $key }" is no key; write keys as j, gg, Ctrl-d, Shift-Tab, Space, F1
config-key-alias = terminals send { $key } as { $other }; choose another key
config-key-digit = "{ $key }" begins with a digit, and leading digits are counts; choose another key
config-clash = the key { $key } cannot be both "{ $action }" and "{ $other }"; choose another, or give "{ $other }" another one here
config-clash-begins = the keys { $key } ("{ $action }") and { $other_key } ("{ $other }") begin alike, so one of them could never be pressed; choose another, or give "{ $other }" another one here
config-meant = did you mean "{ $word }"?

config-want-text = a text in quotes
config-want-texts = a list of texts, such as ["one", "two"]
config-want-switch = true or false
config-want-number = a whole number
config-want-fraction = a number
config-want-duration = a duration in quotes, such as "30m"
config-want-colour = a colour, as a number or in quotes
config-want-table = a table
config-want-tables = a list of tables, such as [[feeds]]
config-want-headers = a table of texts, such as {"{"} Name = "value" {"}"}
config-want-actions = the name of an action, or a list of them such as ["star", "3 down"]
config-want-keys = a key in quotes, or a list of keys

config-found-string = a text
config-found-integer = a whole number
config-found-float = a number with a fraction
config-found-boolean = true or false
config-found-datetime = a date
config-found-array = a list
config-found-inline-table = a table
config-found-table = a table
config-found-array-of-tables = a list of tables
config-found-none = nothing
config-idle-opening = something is missing here: command = ["PROGRAM"], and host or endings with it
