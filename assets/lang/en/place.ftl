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
place-field-feed = the feed's own town
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
