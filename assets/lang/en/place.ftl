# Places: kinds of publishers, how feeds cover a town, and what speaks for a story's place.

catalogue-kind-newspaper = paper
catalogue-kind-broadcaster = station
catalogue-kind-police = police
catalogue-kind-fire = fire
catalogue-kind-city = town hall
catalogue-kind-weather = weather
catalogue-kind-magazine = magazine
catalogue-level-town = the town
catalogue-level-county = the county
catalogue-level-neighbour = nearby
catalogue-level-region = the region
catalogue-level-country = the country
catalogue-trust-seen = seen alive
catalogue-trust-doubtful = doubtful
catalogue-trust-unverified = unverified

place-field-dateline = in the dateline
place-field-head = at the head of the headline
place-field-kicker = above the headline
place-field-tag = in a category
place-field-title = in the headline
place-field-lead = in the first sentences
place-field-body = in the text
place-field-byline = with the author
place-field-point = in the entry’s coordinates
place-field-address = in the address of its page
place-field-feed = the feed’s own town
place-cue-alone = alone
place-cue-named = named as a place
place-cue-in = in
place-cue-near = near
place-cue-bare = mentioned
place-cue-adjective = as an adjective
place-cue-way = to or from
place-cue-from = coming from there
place-cue-service = police, fire brigade or the like
place-cue-seat = a court or office that sits there
place-cue-club = a team from there

# Places in the interface
list-picked = { $list } · { $pick }
list-hidden = { $n } hidden
pick-title = Town or tag
prompt-pick = Town or tag:
towns-title = Which place? The number counts the feeds around it.
offers-title = { $n } ticked: feeds around { $town }
hint-tick = tick
hint-subscribe = subscribe
notice-no-picks = No entry here has a known place, and no feed has a tag.
notice-no-place = Where this entry plays is not known.
notice-nothing-ticked = Nothing is ticked.
notice-nothing-around = The catalogue has nothing around { $place }.
notice-subscribing = Subscribing to { $n ->
    [one] one feed
   *[other] { $n } feeds
}
notice-subscribed-many = { $n ->
    [one] one feed
   *[other] { $n } feeds
}
why-title = Why does “{ $title }” stand here?
why-place = Place: { $place }, { $sure } % sure. What speaks for it:
why-evidence = – { $field }: “{ $words }” ({ $cue }), weight { $weight }{ $means }
why-no-place = Place: none found.
why-not-looked = Place: not looked for yet. umland locate does it.
why-distance = Distance from the nearest home: { $distance }.
why-no-home = Without a [home] in the configuration there are no distances.
why-access = Access: { $access }. { $because }
access-free = free
access-metered = some articles are free
access-locked = subscribers only
access-unknown = unknown
access-by-content-tier = { access-by-json-ld }
access-by-feed = The feed says so.
access-by-json-ld = The page says so in its data.
access-by-paywall = The page offers a subscription in place of the text.
access-by-scrambled = The page has scrambled its text; umland does not show it.
why-order-newest = The list is sorted by date, newest first.
why-order-oldest = The list is sorted by date, oldest first.
why-order-nearest = The list is sorted by whole kilometres, among equals the newest first; unknown places come last.
why-order-near-and-new = The list is sorted by age plus distance: every doubling counts 12 hours. This entry counts as { $hours } hours older.
why-order-by = The list is sorted by { $by }.
why-order-reversed = The order is reversed.
why-hidden = { $n } entries are hidden from this list, because of [hide] in the configuration.
map-title = Map
map-sum = { $n ->
    [one] one entry
   *[other] { $n } entries
} in { $places ->
    [one] one place
   *[other] { $places } places
}
map-no-home = no home is set: around the place with the most
map-none = Of none of these entries is it known where it plays.
map-here = at home
map-keys = + − closer, farther
map-count = { $n ->
    [one] one entry
   *[other] { $n } entries
}
map-unread = { $n } unread
wind-n = N
wind-ne = NE
wind-e = E
wind-se = SE
wind-s = S
wind-sw = SW
wind-w = W
wind-nw = NW
hint-narrow = show its entries
hint-table = picture or table
notice-no-kind = Nobody says what kind of feed this is; tag it with one: police, fire, city …
headings-place-unknown = Place unknown
