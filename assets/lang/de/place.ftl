# Orte: Arten von Herausgebern, wie Quellen einen Ort abdecken, und was für den Ort eines Beitrags spricht.

catalogue-kind-newspaper = Zeitung
catalogue-kind-broadcaster = Sender
catalogue-kind-police = Polizei
catalogue-kind-fire = Feuerwehr
catalogue-kind-city = Rathaus
catalogue-kind-weather = Wetter
catalogue-kind-magazine = Magazin
catalogue-level-town = der Ort
catalogue-level-county = der Kreis
catalogue-level-neighbour = Umgebung
catalogue-level-region = das Land
catalogue-level-country = landesweit
catalogue-trust-seen = gesehen
catalogue-trust-doubtful = zweifelhaft
catalogue-trust-unverified = ungeprüft

place-field-dateline = in der Ortsmarke
place-field-head = vorn in der Schlagzeile
place-field-kicker = in der Dachzeile
place-field-tag = in einer Rubrik
place-field-title = in der Schlagzeile
place-field-lead = in den ersten Sätzen
place-field-body = im Text
place-field-byline = beim Namen des Autors
place-field-feed = der Ort der Quelle
place-cue-alone = allein
place-cue-named = als Ort benannt
place-cue-in = in
place-cue-near = bei
place-cue-bare = erwähnt
place-cue-adjective = als Eigenschaftswort
place-cue-way = nach oder von dort
place-cue-from = von dort stammend
place-cue-service = Polizei, Feuerwehr oder dergleichen
place-cue-seat = Gericht oder Behörde mit Sitz dort
place-cue-club = Verein von dort
