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
place-field-point = in den Koordinaten des Beitrags
place-field-address = in der Adresse der Seite
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

# Orte in der Oberfläche
list-picked = { $list } · { $pick }
list-hidden = { $n } verborgen
pick-title = Ort oder Stichwort
prompt-pick = Ort oder Stichwort:
towns-title = Welcher Ort? Davor steht, wie viele Quellen es im Umkreis gibt.
offers-title = { $n } angekreuzt: Quellen um { $town }
hint-tick = ankreuzen
hint-subscribe = abonnieren
notice-no-picks = Von keinem Beitrag hier ist der Ort bekannt, und keine Quelle hat ein Stichwort.
notice-no-place = Wo dieser Beitrag spielt, ist nicht bekannt.
notice-nothing-ticked = Nichts ist angekreuzt.
notice-nothing-around = Im Verzeichnis steht nichts um { $place }.
notice-subscribing = Wird abonniert: { $n ->
    [one] eine Quelle
   *[other] { $n } Quellen
}
notice-subscribed-many = { $n ->
    [one] eine Quelle
   *[other] { $n } Quellen
}
why-title = Warum steht hier „{ $title }“?
why-place = Ort: { $place }, zu { $sure } % sicher. Dafür spricht:
why-evidence = – { $field }: „{ $words }“ ({ $cue }), Gewicht { $weight }{ $means }
why-no-place = Ort: keiner erkannt.
why-not-looked = Ort: noch nicht gesucht. umland locate holt es nach.
why-distance = Entfernung vom nächsten Zuhause: { $distance }.
why-no-home = Ohne [home] in der Konfiguration gibt es keine Entfernungen.
why-access = Zugang: { $access }. { $because }
access-free = frei
access-metered = einige Beiträge sind frei
access-locked = nur mit Abo
access-unknown = unbekannt
access-by-content-tier = { access-by-json-ld }
access-by-feed = Das sagt der Feed.
access-by-json-ld = Das steht in den Daten der Seite.
access-by-paywall = Die Seite bietet statt des Textes ein Abo an.
access-by-scrambled = Die Seite hat den Text verwürfelt; umland zeigt ihn nicht.
why-order-newest = Die Liste steht nach dem Datum, die neuesten Beiträge zuerst.
why-order-oldest = Die Liste steht nach dem Datum, die ältesten Beiträge zuerst.
why-order-nearest = Die Liste steht nach ganzen Kilometern, bei gleichen die neuesten zuerst, Unbekanntes zuletzt.
why-order-near-and-new = Die Liste steht nach Alter plus Entfernung: jede Verdoppelung zählt 12 Stunden. Dieser Beitrag zählt als { $hours } Stunden älter.
why-order-by = Die Liste steht nach: { $by }.
why-order-reversed = Die Reihenfolge ist umgekehrt.
why-hidden = Verborgen sind in dieser Liste { $n } Beiträge, wegen [hide] in der Konfiguration.
map-title = Karte
map-sum = { $n ->
    [one] ein Beitrag
   *[other] { $n } Beiträge
} an { $places ->
    [one] einem Ort
   *[other] { $places } Orten
}
map-no-home = ohne Zuhause: rund um den häufigsten Ort
map-none = Von keinem dieser Beiträge ist bekannt, wo er spielt.
map-here = zu Hause
map-keys = + − näher, weiter
map-count = { $n ->
    [one] ein Beitrag
   *[other] { $n } Beiträge
}
map-unread = { $n } ungelesen
wind-n = N
wind-ne = NO
wind-e = O
wind-se = SO
wind-s = S
wind-sw = SW
wind-w = W
wind-nw = NW
hint-narrow = Beiträge zeigen
hint-table = Bild oder Tabelle
notice-no-kind = Welcher Art diese Quelle ist, sagt niemand; ein Stichwort sagt es: police, fire, city …
headings-place-unknown = Ort unbekannt
