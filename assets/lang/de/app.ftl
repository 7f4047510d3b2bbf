# app
count-new = { $n ->
    [one] { $n } neuer Beitrag
   *[other] { $n } neue Beiträge
}

# dates; the parts first
date-month = { $month ->
    [1] Jan
    [2] Feb
    [3] März
    [4] Apr
    [5] Mai
    [6] Juni
    [7] Juli
    [8] Aug
    [9] Sep
    [10] Okt
    [11] Nov
   *[12] Dez
}
date-month-in-text = { $month ->
    [1] Jan.
    [2] Feb.
    [3] März
    [4] Apr.
    [5] Mai
    [6] Juni
    [7] Juli
    [8] Aug.
    [9] Sep.
    [10] Okt.
    [11] Nov.
   *[12] Dez.
}
date-weekday = { $weekday ->
    [1] Mo
    [2] Di
    [3] Mi
    [4] Do
    [5] Fr
    [6] Sa
   *[7] So
}
date-day-digits = { $day ->
    [1] 01
    [2] 02
    [3] 03
    [4] 04
    [5] 05
    [6] 06
    [7] 07
    [8] 08
    [9] 09
   *[other] { $day }
}
date-month-digits = { $month ->
    [1] 01
    [2] 02
    [3] 03
    [4] 04
    [5] 05
    [6] 06
    [7] 07
    [8] 08
    [9] 09
   *[other] { $month }
}
date-today = heute, { $time }
date-yesterday = gestern, { $time }
date-tomorrow = morgen, { $time }
date-this-week = { date-weekday }, { $time }
date-this-year = { date-weekday }, { $day }. { date-month-in-text }
date-other-year = { date-day-digits }.{ date-month-digits }.{ $year }
date-age-now = jetzt
date-age-minutes = { $n } min
date-age-hours = { $n } h
date-age-yesterday = gestern
date-age-days = { date-weekday }
date-age-this-year = { $day }. { date-month }
date-age-other-year = { date-month } { $year }

# the reader's screen
count-unread = { $n ->
    [0] nichts ungelesen
   *[other] { $n } ungelesen
}
count-failed = { $n ->
    [one] { $n } Quelle mit Fehler
   *[other] { $n } Quellen mit Fehler
}
list-all = Alle Beiträge
list-starred = Mit Stern
list-unread-of = { $list } (ungelesen)
list-filtered = { $list } · „{ $words }“
list-no-match = Nichts passt dazu. Esc hebt den Filter auf.
list-no-stars = Noch keine Beiträge mit Stern: s setzt einen.
list-nothing-yet = Noch nichts da. R ruft alle Quellen ab.
list-nothing-here = Hier ist nichts.
refresh-progress = { $done }/{ $feeds } Quellen
refresh-done = Abgerufen: { $new }
refresh-cancelled = Abgebrochen: { $new } bis dahin
notice-unknown-key = { $key } bewirkt hier nichts; ? zeigt die Tasten
notice-looking = Suche Feeds unter { $address } …
notice-subscribed = Abonniert: { $title }
notice-no-unread = Hier ist nichts ungelesen
notice-no-link = Dieser Beitrag hat keinen Link
notice-no-such-link = Einen Link { $n } gibt es hier nicht
notice-layout = Aufteilung: { $name }
layout-auto = nach Größe des Terminals
layout-three = Quellen, Liste und Artikel
layout-two = Liste neben Artikel
layout-stacked = Liste über Artikel
layout-one = ein Fenster
notice-config-read = Konfiguration gelesen
notice-changed = { $what } · u nimmt es zurück
notice-undone = Zurückgenommen: { $what } · Ctrl-r stellt es wieder her
notice-redone = Wiederhergestellt: { $what }
notice-nothing-to-undo = Nichts zurückzunehmen
notice-nothing-to-redo = Nichts wiederherzustellen
notice-opened = Geöffnet mit { $program }
notice-copied = Kopiert: { $text }
notice-copied-not-opened = Hier kein Browser ({ $reason }); der Link liegt in der Zwischenablage: { $text }
notice-bad-scheme = Nicht geöffnet: nur http-, https- und mailto-Links. { $text }
notice-user-name = Nicht geöffnet: Ein Benutzername vor dem Rechnernamen kann verbergen, wohin der Link führt. { $text }
find-count = { $n ->
    [0] kein Treffer
    [one] { $n } Zeile
   *[other] { $n } Zeilen
}
prompt-filter = Filter:
prompt-find = Suchen:
prompt-subscribe = Ort, Postleitzahl oder Adresse:
choose-feed = Mehrere Feeds: welcher?
feed-counts = { $entries ->
    [one] { $entries } Beitrag, { $unread } ungelesen
   *[other] { $entries } Beiträge, { $unread } ungelesen
}
feed-last-success = Zuletzt abgerufen: { $date }
feed-never-fetched = Noch nie abgerufen
feed-moved = Ist dauerhaft umgezogen nach { $address }
feed-repaired = Beim Lesen repariert:
page-by = Von
page-and = und
page-photo = Foto
page-links = Links
page-related = Mehr zum Thema
page-first-seen = zuerst gesehen { $date }
page-minutes = { $n } Min.
hint-open = öffnen
hint-read-on = weiterlesen
hint-unread = ungelesen
hint-read = gelesen
hint-star = Stern
hint-filter = filtern
hint-find = suchen
hint-feeds = Quellen
hint-help = Hilfe
hint-browser = Browser
hint-copy = Link kopieren
hint-back = zurück
hint-refresh = abrufen
hint-fold = falten
hint-add = Quelle hinzufügen
hint-edit = Datei bearbeiten
hint-quit = beenden
welcome-title = Nachrichten aus deiner Region, im Terminal
welcome-add = { $key }  fragt nach deinem Ort und schlägt Quellen vor; auch eine Adresse geht
welcome-edit = { $key }  bearbeitet die Konfigurationsdatei: je Quelle ein [[feeds]]
welcome-import = umland import DATEI  übernimmt OPML oder newsboats urls
welcome-demo = umland demo  zeigt eine erfundene Ausgabe, ohne Netz
welcome-help = { $help } alle Tasten · { $quit } beenden
marked-read-one = Gelesen: { $title }
marked-read-many = { $n ->
    [one] { $n } Beitrag als gelesen markiert
   *[other] { $n } Beiträge als gelesen markiert
}
marked-unread-one = Ungelesen: { $title }
marked-unread-many = { $n ->
    [one] { $n } Beitrag als ungelesen markiert
   *[other] { $n } Beiträge als ungelesen markiert
}
marked-star-one = Mit Stern: { $title }
marked-star-many = { $n ->
    [one] { $n } Beitrag mit Stern versehen
   *[other] { $n } Beiträge mit Stern versehen
}
marked-unstar-one = Stern entfernt: { $title }
marked-unstar-many = { $n ->
    [one] { $n } Stern entfernt
   *[other] { $n } Sterne entfernt
}
notice-config-faulty = { $n ->
    [one] Die Konfiguration hat einen Fehler; die alten Einstellungen bleiben. { $first }
   *[other] Die Konfiguration hat { $n } Fehler; die alten Einstellungen bleiben. { $first }
}
notice-editor-failed = Der Editor ging nicht: { $reason }. EDITOR nennt einen anderen.
notice-refresh-runs = Es wird schon abgerufen; Esc bricht ab
notice-no-feed = Kein Feed unter { $address }: { $reason }
hint-close = schließen
hint-choose = wählen
hint-down = weiter
hint-up = zurück
card-feeds = { $n ->
    [one] { $n } Quelle
   *[other] { $n } Quellen
}{ $faulty ->
    [0] {""}
   *[other] {" · "}{ $faulty } mit Fehler
}
welcome-init = umland init ORT  abonniert, was über deine Stadt berichtet
hint-fulltext = Volltext
notice-fetching-page = Hole die Seite des Artikels …
notice-no-page = Die Seite des Artikels kam nicht: { $reason }
hint-into = in den Artikel
