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
notice-no-article = Erst einen Artikel öffnen
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
notice-saved = Gespeichert: { $path }
notice-not-saved = Nicht gespeichert, { $path }: { $reason }
notice-save-exists = Nicht gespeichert: { $path } gibt es schon; S fragt nach einem anderen Namen
notice-save-format = Nicht gespeichert: { $path } muss auf .txt, .md, .html oder .epub enden
notice-bookmarked = Lesezeichen gesetzt mit { $program }
notice-not-bookmarked = Kein Lesezeichen gesetzt: { $reason }
notice-no-bookmark = Kein Befehl für Lesezeichen; bookmark = "…" unter [out] in der Konfiguration setzen (E)
notice-piped = { $command } endete mit { $status }
notice-not-piped = { $command }: { $reason }
notice-press-enter = [Enter: zurück zu umland]
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
prompt-save = Speichern als (.txt, .md, .html, .epub):
prompt-pipe = Weitergeben an den Befehl:
choose-feed = Mehrere Feeds: welcher?
feed-counts = { $entries ->
    [one] { $entries } Beitrag, { $unread } ungelesen
   *[other] { $entries } Beiträge, { $unread } ungelesen
}
feed-last-success = Zuletzt abgerufen: { $date }
feed-never-fetched = Noch nie abgerufen
feed-moved = Ist dauerhaft umgezogen nach { $address }. Mit { $key } kommt die neue Adresse in der Konfiguration an die Stelle der alten; Beiträge und Zeichen bleiben.
notice-not-moved = Diese Quelle ist nicht umgezogen
feed-repaired = Beim Lesen repariert:
page-by = Von
page-and = und
page-photo = Foto
page-links = Links
page-related = Mehr zum Thema
page-first-seen = zuerst gesehen { $date }
export-original = Original:
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
article-left = noch { $n } Min.
hint-links = Links
links-title = Links dieses Artikels
notice-no-links = Dieser Artikel hat keine Links
notice-no-links-here = Kein Link auf dem Bildschirm
prompt-link-number = Nummer des Links:
hints-open = Link öffnen: Buchstaben tippen · y kopiert stattdessen
hints-copy = Link kopieren: Buchstaben tippen · y öffnet stattdessen
picture-loading = Lade das Bild …
picture-failed = Kein Bild: { $reason }
picture-kind = weder JPEG noch PNG, GIF oder WebP
picture-pixels = zu groß ({ $width } × { $height } Pixel)
picture-damaged = die Datei ist beschädigt
notice-images-on = Bilder erscheinen in den Artikeln, die du öffnest
notice-images-off = Bilder erscheinen nicht mehr
notice-no-picture = Dieser Artikel hat kein Bild
notice-no-enclosure = Dieser Beitrag hat keine Datei zum Abspielen

# was getan wurde
deed-read-one = Als gelesen markiert: { $title }
deed-read-many = { $n ->
    [one] { $n } Beitrag als gelesen markiert
   *[other] { $n } Beiträge als gelesen markiert
}
deed-unread-one = Als ungelesen markiert: { $title }
deed-unread-many = { $n ->
    [one] { $n } Beitrag als ungelesen markiert
   *[other] { $n } Beiträge als ungelesen markiert
}
deed-star-one = Mit Stern: { $title }
deed-star-many = { $n ->
    [one] { $n } Beitrag mit Stern versehen
   *[other] { $n } Beiträge mit Stern versehen
}
deed-unstar-one = Stern entfernt: { $title }
deed-unstar-many = { $n ->
    [one] { $n } Stern entfernt
   *[other] { $n } Sterne entfernt
}
deed-hide-one = Ausgeblendet: { $title }
deed-hide-many = { $n ->
    [one] { $n } Beitrag ausgeblendet
   *[other] { $n } Beiträge ausgeblendet
}
deed-unhide-one = Wieder eingeblendet: { $title }
deed-unhide-many = { $n ->
    [one] { $n } Beitrag wieder eingeblendet
   *[other] { $n } Beiträge wieder eingeblendet
}
deed-tags-one = Schlagwörter { $tags }: { $title }
deed-tags-many = { $n ->
    [one] Schlagwörter { $tags }: { $n } Beitrag
   *[other] Schlagwörter { $tags }: { $n } Beiträge
}
deed-feed-added-one = Abonniert: { $title }
deed-feed-added-many = { $n ->
    [one] { $n } Quelle abonniert
   *[other] { $n } Quellen abonniert
}
deed-feed-removed-one = Abbestellt: { $title }
deed-feed-removed-many = { $n ->
    [one] { $n } Quelle abbestellt
   *[other] { $n } Quellen abbestellt
}
deed-feed-retitled-one = Umbenannt: { $title }
deed-feed-retitled-many = { $n ->
    [one] { $n } Quelle umbenannt
   *[other] { $n } Quellen umbenannt
}
deed-feed-moved-one = Verschoben: { $title }
deed-feed-moved-many = { $n ->
    [one] { $n } Quelle verschoben
   *[other] { $n } Quellen verschoben
}
deed-feed-readdressed-one = Neue Adresse: { $title }
deed-feed-readdressed-many = { $n ->
    [one] Neue Adresse für { $n } Quelle
   *[other] Neue Adressen für { $n } Quellen
}
deed-feed-full-text-one = Immer mit Volltext: { $title }
deed-feed-full-text-many = { $n ->
    [one] Immer mit Volltext: { $n } Quelle
   *[other] Immer mit Volltext: { $n } Quellen
}
deed-feed-no-full-text-one = Volltext nur auf Wunsch: { $title }
deed-feed-no-full-text-many = { $n ->
    [one] Volltext nur auf Wunsch: { $n } Quelle
   *[other] Volltext nur auf Wunsch: { $n } Quellen
}

# Änderungen mehrerer Beiträge, Reihenfolge, Verlauf
notice-nothing-to-repeat = Noch nichts zu wiederholen
notice-no-jump = Keine weitere Stelle
notice-no-age = „{ $text }“ ist kein Alter; etwa 3 (Tage), 12h oder 2w
prompt-tags = Schlagwörter (Tab ergänzt, - nimmt weg):
prompt-older = Gelesen, was älter ist als (3 Tage, 12h, 2w):
choose-sort = Sortieren nach
sort-date = Datum, Neuestes zuerst
sort-feed = Quelle
sort-title = Überschrift
sort-unread = Ungelesenes zuerst
sort-nearest = Entfernung, Nächstes zuerst
sort-near-and-new = nah und neu
history = Was getan wurde
history-undone = (zurückgenommen)
hint-undo = zurücknehmen
hint-redo = wiederherstellen
list-sorted = { $list } · nach { $by }
list-sorted-reversed = { $list } · nach { $by }, umgekehrt
sort-short-date = Datum
sort-short-feed = Quelle
sort-short-title = Überschrift
sort-short-unread = ungelesen
sort-short-nearest = Entfernung
sort-short-near-and-new = Nähe und Alter
date-day-today = heute
date-day-yesterday = gestern
date-day-tomorrow = morgen
list-new-above = bis hier neu seit dem letzten Mal
list-new-below = ab hier neu seit dem letzten Mal
notice-not-changed = Der Herausgeber hat diesen Artikel nicht geändert, seit er hier bekannt ist
diff-since = Verglichen mit früherer Fassung { $back } von { $of }, ersetzt { $date }
diff-sum = { $removed ->
    [one] { $removed } Wort entfernt
   *[other] { $removed } Wörter entfernt
}, { $added } hinzugefügt
diff-nothing = Der Wortlaut ist derselbe; geändert wurde anderes: Link, Verfasser oder eine Datei
page-changed = { $date } ± geändert
health-title = Zustand der Quellen
health-well = in Ordnung
health-repaired = in Ordnung, { $n } repariert
health-moved = ist umgezogen
health-silent = still seit { $date }
health-empty = ohne Beiträge
health-sum = { $faulty ->
    [0] keine fehlerhaft
   *[other] { $faulty } fehlerhaft
}, { $silent } still
pace-day = { $n } am Tag
pace-week = { $n } pro Woche
pace-month = { $n } im Monat
health-pace = Neue Beiträge: { $pace }
health-newest = Neuester Beitrag: { $date }
health-last-attempt = Letzter Versuch: { $date }
health-wait = Nicht vor { $date }
health-failures = { $n ->
    [one] { $n } Fehlschlag
   *[other] { $n } Fehlschläge nacheinander
}
hint-refresh-now = jetzt abrufen
hint-warnings = Reparaturen
hint-website = Website
hint-take-address = neue Adresse übernehmen
notice-fetching-feed = Hole { $title } …
hint-details = Einzelheiten
health-column-feed = Quelle
health-column-state = Zustand
health-column-pace = Neues
health-column-newest = Neuester
health-column-fetched = Abgerufen
hint-earlier = frühere Fassung
hint-article = Artikel
hint-changes = Änderungen

alert-title = Amtliche Warnungen
alert-no-substitute = Aus den abonnierten Quellen, so spät wie sie abgerufen werden: kein Ersatz für Warn-Apps, Sirenen und Radio.
alert-none = Es gilt keine Warnung.
alert-unnamed = Amtliche Warnung
alert-here = betrifft den Wohnort
alert-areas = Für { $areas }
alert-from = ab { $at }
alert-until = bis { $at }
alert-banner = { $what } bis { $until } (w)
alert-severity-Unknown = { "" }
alert-severity-Minor = gering
alert-severity-Moderate = mäßig
alert-severity-Severe = schwer
alert-severity-Extreme = extrem

# Meldungen: Fassungen, Ausgabe, Termine
board-loading = wird zusammengestellt …
coverage-title = Diese Meldung in allen Blättern
coverage-sum = { $n ->
    [one] { $n } Fassung
   *[other] { $n } Fassungen
}
coverage-this = diese
coverage-text = gleicher Text
coverage-story = gleiche Meldung
edition-title = Die Ausgabe von heute
edition-sum = { $read } von { $n } gelesen · seit { $since }
edition-none = Seit gestern Abend ist nichts erschienen.
edition-end = Das war die Ausgabe von heute.
edition-read = Das war die Ausgabe von heute. Alles gelesen.
events-title = Termine
events-sum = { $n ->
    [one] { $n } Termin in den Texten der letzten zwei Wochen
   *[other] { $n } Termine in den Texten der letzten zwei Wochen
}
events-none = In den Texten der letzten zwei Wochen steht kein Termin, der noch kommt.
notice-only-here = Nur hier: Von „{ $title }“ ist keine andere Fassung da.
notice-board-left = { $key } führt zur Liste zurück.
hint-story = Meldung gelesen

# Verfolgen, Teilen, Kopieren, Programme
deed-view-added-one = Verfolgt: { $title } (steht bei den Ansichten, f)
deed-view-added-many = { $n ->
    [one] { $n } Ansicht gespeichert
   *[other] { $n } Ansichten gespeichert
}
notice-followed-already = Wird schon verfolgt: { $name }
notice-not-followed = Zu wenig Text, um diese Meldung zu verfolgen; F filtert nach eigenen Wörtern
notice-shared = Weitergegeben an { $name }
notice-not-shared = Nicht an { $name } weitergegeben: { $reason }
notice-no-share = Kein Programm zum Weitergeben; share = {"{"} NAME = ["PROGRAMM", "%u"] {"}"} unter [out] in der Konfiguration setzen (E)
notice-not-copied = Nicht in die Zwischenablage kopiert: { $reason }
notice-hook-failed = after_refresh unter [hooks]: { $reason }
desktop-scheme = Nur Links mit http, https und mailto werden geöffnet
desktop-user-name = Links mit einem Benutzernamen werden nicht geöffnet
desktop-no-browser = kein $BROWSER und keine grafische Sitzung
desktop-not-found = Das Programm { $program } gibt es hier nicht
desktop-start = { $program }: { $cause }
desktop-failed = { $program } endete mit dem Fehler { $code }
desktop-killed = { $program } wurde abgebrochen
