# Die Befehlszeile: Hilfe, Antworten, Fehler.

cli-heading-usage = Aufruf
cli-heading-commands = Befehle
cli-heading-arguments = Argumente
cli-heading-options = Optionen
cli-value-options = [OPTIONEN]
cli-value-command = BEFEHL

cli-umland = Die Nachrichten der eigenen Region im Terminal lesen
cli-umland-plain = Ohne Bildschirm lesen, Zeile für Zeile: für Sprachausgabe, Braille und einfache Terminals
cli-umland-more = Ohne Befehl öffnet sich der Leser. Rückgabewerte: 0 alles gut; 1 erledigt, aber mit Fehlern von Quellen oder ohne Fund; 2 falsche Argumente, fehlerhafte Konfiguration oder kein Archiv. „umland BEFEHL --help“ sagt mehr zu jedem.
cli-any-help = Diese Hilfe ausgeben
cli-any-version = Die Version ausgeben
cli-any-config = Die Konfigurationsdatei (auch UMLAND_CONFIG)
cli-any-data-dir = Das Verzeichnis des Archivs (auch UMLAND_DATA_DIR)

cli-fetch = Die fälligen Quellen abrufen
cli-fetch-more = Jede Quelle hat ihre Zeit: der eigene Abstand, die Wünsche ihres Servers, eine Pause nach Fehlschlägen. Was abgerufen ist, bleibt, auch nach einem Abbruch.
cli-fetch-feeds = Nur diese: Adresse, Titel oder ein eindeutiger Teil davon
cli-fetch-now = Auch abrufen, was nicht fällig ist, aber nichts vor der Zeit, um die sein Server gebeten hat
cli-fetch-json = Für jede Quelle eine Zeile JSON ausgeben, sobald sie fertig ist, und zuletzt eine Zusammenfassung
cli-list = Beiträge auflisten, die neuesten zuerst
cli-list-more =
    Eine Abfrage: Nach Wörtern und "Wortfolgen" wird gesucht; unread, read, starred, feed:TITEL-ODER-ADRESSE, folder:ORDNER, tag:, kind:, place:, near:15km, author:, title:, text:, since:2d, before:2026-11-20, len:>300, free:ja schränken ein. OR (ODER) und Klammern verbinden, NOT (NICHT) schließt aus.
    Beispiel: umland list unread folder:Krefeld Theater
    Jede Zeile: Nummer, N für neu, * für einen Stern, Alter, Quelle, Schlagzeile.
cli-list-query = Welche Beiträge; ohne Angabe alle
cli-list-json = Für jeden Beitrag ein JSON-Objekt ausgeben
cli-list-limit = Höchstens so viele ausgeben
cli-show = Den Artikel eines Beitrags ausgeben
cli-show-id = Die Nummer des Beitrags, wie „umland list“ sie ausgibt
cli-show-format = text (ohne Angabe), markdown, html oder json
cli-search = Das Archiv durchsuchen, das Beste zuerst
cli-search-text = Die gesuchten Wörter; ein Satzteil in Anführungszeichen
cli-search-json = Für jeden Beitrag ein JSON-Objekt ausgeben
cli-search-limit = Höchstens so viele ausgeben (ohne Angabe 50)
cli-status = Zahlen ausgeben, für eine Statusleiste
cli-status-format = Diesen Text ausgeben, darin ersetzt: {"{"}unread{"}"}, {"{"}entries{"}"}, {"{"}feeds{"}"}, {"{"}starred{"}"} und {"{"}failing{"}"}
cli-status-feeds = Stattdessen den Zustand jeder Quelle ausgeben, zuerst die, nach denen man sehen sollte, Fehler mit Abhilfe
cli-status-json = Ein JSON-Objekt ausgeben
cli-mark = Beiträge markieren, wie im Leser; „umland undo“ nimmt es zurück
cli-mark-mark = read (gelesen), unread (ungelesen), star (Stern), unstar (kein Stern), hide (ausblenden) oder unhide (einblenden)
cli-mark-what = Nummern von Beiträgen oder eine Abfrage wie bei „umland list“
cli-undo = Die letzte Änderung zurücknehmen, an Beiträgen oder Abonnements
cli-undo-times = So viele zurücknehmen
cli-undo-list = Nur die letzten Änderungen auflisten
cli-undo-undone = (zurückgenommen)
cli-redo = Die zuletzt zurückgenommene Änderung wiederherstellen
cli-redo-times = So viele wiederherstellen
cli-add = Einen Feed abonnieren oder den Feed einer Webseite
cli-add-url = Adresse des Feeds oder der Seite
cli-add-folder = Ordner dafür; „/“ führt in Ordner in Ordnern
cli-add-title = Der eigene Name dafür
cli-remove = Eine Quelle abbestellen; das Archiv behält ihre Beiträge
cli-remove-feed = Adresse, Titel oder ein eindeutiger Teil davon
cli-import = Die Feeds einer Liste abonnieren: OPML oder urls von newsboat
cli-import-file = Die Liste; - liest die Standardeingabe
cli-export = Die abonnierten Quellen für ein anderes Programm ausgeben
cli-export-format = opml (ohne Angabe)
cli-near = Die Feeds des Verzeichnisses rund um einen Ort auflisten, die nächsten zuerst
cli-near-more = Jede Zeile: x, wenn „umland init“ den Feed abonnieren würde, Entfernung, Art, Ort, Name, Adresse.
cli-near-place = Ein Ort, Ortsteil oder eine Postleitzahl, etwa Krefeld, „Hüls, Krefeld“ oder 47798; ohne Angabe der eigene Ort
cli-near-radius = Orte bis zu so vielen Kilometern (25)
cli-near-json = Für jeden Feed ein JSON-Objekt ausgeben
cli-init = Die Feeds abonnieren, die einen Ort abdecken
cli-init-more = Im Terminal wird vorher ausgewählt. Sonst wird abonniert, was „umland near“ mit x bezeichnet. Die Konfiguration bleibt gewöhnlicher Text, der sich bearbeiten lässt.
cli-init-place = Ein Ort, Ortsteil oder eine Postleitzahl, etwa Krefeld, „Hüls, Krefeld“ oder 47798
cli-init-radius = Orte bis zu so vielen Kilometern (25)
cli-init-dry-run = Nur zeigen, was angeboten würde
cli-places = Sagen, wo Texte spielen
cli-places-more = Jede Zeile der Datei ist ein JSON-Objekt mit kicker, title, dateline, text und dem, was von der Quelle bekannt ist: feed_region (etwa DE-NW), feed_place, language. Die Antworten sind JSON, je eine Zeile.
cli-places-text = Der Text
cli-places-file = Eine Datei mit JSON-Objekten, eines je Zeile; - liest die Standardeingabe
cli-catalogue = Das mitgelieferte Verzeichnis der Feeds pflegen
cli-catalogue-check = Das Verzeichnis nach seinen Regeln prüfen
cli-catalogue-check-file = Eine andere Datei in seiner Form
cli-catalogue-check-online = Jeden Feed fragen, ob er noch da ist
cli-parse = Die Datei eines Feeds als JSON Feed ausgeben
cli-parse-file = Die Datei; - liest die Standardeingabe
cli-parse-content-type = Content-Type, mit dem der Server sie gesendet hat
cli-parse-base-url = Adresse, von der sie stammt; macht ihre Adressen vollständig
cli-extract = Den Artikel aus der Datei einer Webseite ausgeben
cli-extract-more = Mit --batch nennt VERZEICHNIS/urls.tsv die Adresse jeder Seite: Name, Tabulator, Adresse.
cli-extract-file = Die Seite
cli-extract-url = Adresse, von der sie stammt
cli-extract-batch = Für jede Seite (*.html) eines Verzeichnisses
cli-extract-out = Mit --batch: wohin die Artikel kommen
cli-extract-format = text (ohne Angabe) oder json
cli-config = Die Konfiguration prüfen, finden, ausgeben
cli-config-check = Alle Fehler der Konfiguration nennen
cli-config-path = Ausgeben, wo die Konfigurationsdatei liegt
cli-config-dump = Die geltende Konfiguration ausgeben, jeden Schlüssel mit seinem Wert
cli-config-dump-theme = Stattdessen ein Farbschema ausgeben, zum Ändern und Ablegen als themes/NAME.toml neben der Konfiguration: dark, light, high-contrast-dark, high-contrast-light, sixteen, mono
cli-config-dump-defaults = Stattdessen die Vorgaben ausgeben, jeder Schlüssel erklärt (auf Englisch)
cli-completions = Vervollständigungen für eine Shell ausgeben
cli-completions-shell = bash, elvish, fish, powershell oder zsh
cli-man = Die Handbuchseite ausgeben
cli-demo = Den Leser mit einer eingebauten Ausgabe öffnen; braucht kein Netz

cli-man-keys-heading = TASTEN
cli-man-files-heading = DATEIEN
cli-man-files =
    ~/.config/umland/config.toml — Die Konfiguration; „umland config dump --defaults“ erklärt jeden Schlüssel.
    ~/.local/share/umland/umland.db — Das Archiv: Beiträge, Markierungen und wie es jeder Quelle ergangen ist.
cli-man-environment-heading = UMGEBUNG
cli-man-environment =
    UMLAND_CONFIG, UMLAND_DATA_DIR — Wie --config und --data-dir.
    UMLAND_LOG — Was in umland.log im Verzeichnis des Archivs geschrieben wird: error, warn, info, debug, trace oder etwa umland::fetch=debug.
    LC_ALL, LC_MESSAGES, LANG — Die Sprache, wenn die Konfiguration keine nennt.
    NO_COLOR — Keine Farben.
    BROWSER, VISUAL, EDITOR — Die Programme für Links und für die Konfiguration.
cli-man-exit-heading = RÜCKGABEWERT
cli-man-exit =
    0 — Alles gut.
    1 — Erledigt, aber mit Fehlern von Quellen, oder nichts gefunden.
    2 — Falsche Argumente, fehlerhafte Konfiguration oder unbrauchbares Archiv.

cli-usage-command = Den Befehl „{ $command }“ gibt es nicht.
cli-usage-unknown = Die Option „{ $argument }“ gibt es nicht.
cli-usage-missing = Es fehlt: { $argument }.
cli-usage-conflict = { $argument } und { $other } gehen nicht zusammen.
cli-usage-no-value = { $argument } braucht einen Wert.
cli-usage-value = „{ $value }“ passt nicht zu { $argument }.
cli-usage-no-command = Es fehlt ein Befehl.
cli-usage-other = Die Argumente sind nicht zu verstehen.
cli-usage-choices = Möglich: { $choices }.
cli-usage-meant = Ist „{ $word }“ gemeint?
cli-usage-help = Siehe: umland --help

cli-no-home = Es gibt kein Heimverzeichnis: HOME setzen oder --config und --data-dir angeben
cli-config-faults = { $n ->
    [one] Die Konfiguration hat einen Fehler. „umland config dump --defaults“ erklärt jeden Schlüssel.
   *[other] Die Konfiguration hat { $n } Fehler. „umland config dump --defaults“ erklärt jeden Schlüssel.
}
cli-config-well = { $path }: keine Fehler, { $n ->
    [one] eine Quelle
   *[other] { $n } Quellen
}
cli-config-missing = { $path }: noch nicht da, also gelten die Vorgaben. „umland add URL“ legt sie an.
cli-not-edited = Sie wurde nicht geändert: bitte erst in Ordnung bringen.
cli-edit-exists = Schon abonniert: { $url }
cli-edit-unknown = Nicht abonniert: { $url }
cli-edit-form = Die Konfiguration wurde nicht geändert: Ihre Quellen sind nicht als Tabellen [[feeds]] geschrieben. Bitte von Hand bearbeiten.
cli-edit-busy = { $path }: Ein anderes Programm ändert die Datei immer wieder; nichts wurde geschrieben. Bitte noch einmal versuchen.
cli-edit-io = { $path }: { $cause }; nichts wurde geändert. Bitte die Rechte prüfen oder mit --config eine andere wählen.

cli-nothing-yet = Das Archiv ist noch leer: „umland add URL“ abonniert, „umland fetch“ holt Beiträge.
cli-nothing-found = Nichts gefunden.
cli-no-such-feed = Keine Quelle heißt „{ $feed }“.
cli-several-feeds = { $n } Quellen heißen „{ $feed }“; bitte genauer:
cli-no-such-entry = Den Beitrag { $id } gibt es nicht; „umland list“ gibt die Nummern aus.
cli-status-line = { $unread } ungelesen von { $entries } · { $feeds ->
    [one] eine Quelle
   *[other] { $feeds } Quellen
}{ $starred ->
    [0] {""}
   *[other] {" · "}{ $starred } mit Stern
}{ $failing ->
    [0] {""}
   *[other] {" · "}{ $failing } gestört
}
cli-status-placeholder = „{ $name }“ lässt sich nicht ersetzen; es gibt {"{"}unread{"}"}, {"{"}entries{"}"}, {"{"}feeds{"}"}, {"{"}starred{"}"} und {"{"}failing{"}"}.
cli-undone = Zurückgenommen: { $what }
cli-redone = Wiederhergestellt: { $what }
cli-nothing-to-undo = Es gibt nichts zurückzunehmen.
cli-nothing-to-redo = Es gibt nichts wiederherzustellen.
cli-removed = Abbestellt: { $title } ({ $url }). Das Archiv behält { $n ->
    [one] den Beitrag
   *[other] die { $n } Beiträge
}.
cli-imported = { $n ->
    [0] Nichts Neues
    [one] Eine Quelle abonniert
   *[other] { $n } Quellen abonniert
}{ $skipped ->
    [0] {""}
   *[other] {"; "}{ $skipped } ausgelassen, siehe oben
}.
cli-export-title = Quellen in umland
cli-unreadable = { $path }: nicht lesbar ({ $cause })

skipped-no-address = „{ $what }“ hat keine Adresse eines Feeds
skipped-address = „{ $what }“ ist keine Adresse, die umland abrufen kann
skipped-duplicate = { $what } steht schon weiter oben
skipped-query = „{ $what }“ ist eine gespeicherte Suche von newsboat, kein Feed
skipped-exec = „{ $what }“ ist die Ausgabe eines Programms; umland führt keine aus
skipped-filter = „{ $what }“ geht durch ein Programm; umland führt keine aus
skipped-broken = die Liste ist hier kaputt ({ $what }); was folgt, fehlt vielleicht

store-read-only = { $path }: Das Archiv lässt sich nicht beschreiben. Bitte Besitzer und Rechte prüfen oder mit --data-dir ein anderes Verzeichnis wählen.
store-full = { $path }: Der Datenträger ist voll. Was vorher gespeichert war, ist sicher; bitte Platz schaffen und noch einmal versuchen.
store-corrupt = { $path }: Das Archiv ist beschädigt oder keines ({ $detail }). umland noch einmal starten: Es behält diese Datei und rettet, was sich lesen lässt, in ein neues Archiv.
store-foreign = { $path }: Diese Datenbank gehört einem anderen Programm. Bitte mit --data-dir ein anderes Verzeichnis wählen.
store-newer = { $path }: Das Archiv stammt von einem neueren umland. Es wurde nicht angerührt; bitte umland aktualisieren.
store-outdated = { $path }: Das Archiv stammt von einem älteren umland. „umland fetch“ bringt es auf den Stand.
store-missing = { $path }: Es gibt noch kein Archiv. „umland fetch“ legt es an.
store-busy = { $path }: Ein anderes Programm schreibt gerade ins Archiv. Bitte gleich noch einmal versuchen.
store-io = { $path }: { $detail }. Bitte Datenträger und Rechte prüfen oder mit --data-dir ein anderes Verzeichnis wählen.
store-internal = { $path }: { $detail }. Das ist ein Fehler von umland; bitte melden.

cli-no-feeds = Noch ist keine Quelle abonniert: „umland add URL“ oder „umland import DATEI“ abonniert.
cli-fetch-done = { $new ->
    [0] Nichts Neues
    [one] Ein neuer Beitrag
   *[other] { $new } neue Beiträge
}{ $changed ->
    [0] {""}
   *[other] {", "}{ $changed } geändert
} aus { $feeds ->
    [one] einer Quelle
   *[other] { $feeds } Quellen
}{ $failed ->
    [0] {""}
   *[other] {"; "}{ $failed } gestört
}{ $notdue ->
    [0] {""}
   *[other] {"; "}{ $notdue } noch nicht fällig („umland fetch --now“ ruft auch sie ab)
}.
cli-fetch-cancelled = Abgebrochen. { $new ->
    [0] Nichts Neues
    [one] Ein neuer Beitrag
   *[other] { $new } neue Beiträge
}, { $changed } geändert; { $failed } von { $feeds } Quellen gestört, { $notdue } waren nicht fällig. Was gekommen ist, bleibt.
cli-added = Abonniert: { $title } ({ $url }). „umland fetch“ holt die Beiträge.
cli-no-feed-there = { $url }: Hier ist kein Feed, und die Seite nennt keinen. Auf der Website nach „RSS“ oder „Feed“ suchen, oder eine andere Seite versuchen.
cli-choose-feed = Die Seite hat mehrere Feeds. Welcher soll es sein?
cli-other-feeds = Die Seite hat weitere Feeds:
cli-no-article = { $path }: kein Artikel gefunden
cli-extracted = { $n ->
    [one] Eine Seite
   *[other] { $n } Seiten
} ausgewertet{ $failed ->
    [0] {""}
   *[other] {", "}{ $failed } gestört
}.
cli-no-terminal = umland braucht zum Lesen ein Terminal; umland list und umland show nicht
cli-terminal-failed = Das Terminal ist nicht zu gebrauchen: { $cause }
cli-not-added = { $url }: { $fault }. Nichts wurde abonniert; bitte die Adresse prüfen oder es später noch einmal versuchen.

cli-no-such-place = Kein Ort heißt „{ $place }“. Vielleicht anders geschrieben, oder die Gemeinde oder eine Postleitzahl angeben.
cli-no-place = Bitte einen Ort nennen: umland near ORT. Oder den eigenen in die Konfiguration schreiben, unter [home].
cli-doubles = Genommen wird { $place }. So heißen auch diese; mit Stadt oder Land dazu ist einer von ihnen gemeint:
cli-near-place-is = Rund um { $place }:
cli-near-no-own = { $place } hat im Verzeichnis keinen eigenen Feed; dies sind die nächsten.
cli-init-choose = Nummern wählen an und ab (etwa 3 5-7). Enter abonniert alle mit x, q bricht ab.
cli-init-left = Nichts wurde abonniert.
cli-init-done = { $n ->
    [0] Nichts Neues zu abonnieren: { $path }
    [one] Ein Feed abonniert: { $path }
   *[other] { $n } Feeds abonniert: { $path }
}
cli-places-line = { $path }:{ $line }: kein JSON-Objekt; ausgelassen
cli-catalogue-checked = { $n } Feeds, { $faults } gegen die Regeln, { $dead } nicht erreichbar
cli-locate = Die Orte aller Beiträge im Archiv neu suchen
cli-located = { $n } Beiträge angesehen, bei { $placed } ist der Ort bekannt
cli-edit-lost = Die Konfiguration wurde dort von Hand geändert, wo diese Änderung stand; bitte von Hand ändern: { $path }
store-recovered =
    Das Archiv war beschädigt ({ $detail }). Es liegt jetzt unter { $kept }. Gerettet: { $entries ->
        [one] 1 Beitrag
       *[other] { $entries } Beiträge
    }, davon { $read } gelesen, { $starred } mit Stern. Was die Feeds noch haben, bringt der nächste Abruf zurück.

# Der Leser ohne Bildschirm.

plain-heading = { $unread } ungelesen. Überschriften ab Nummer { $first }:
plain-nothing = Hier ist nichts.
plain-no-feeds = Noch keine Quellen: mit q beenden, dann „umland init ORT“ oder „umland add ADRESSE“.
plain-no-unread = Nichts weiter ungelesen.
plain-end = Das war das Ende der Liste.
plain-unknown = Das verstehe ich nicht. ? nennt die Befehle.
plain-no-such-number = Diese Nummer gibt es hier nicht.
plain-not-opened = Nicht geöffnet ({ $reason }): { $text }
plain-unread = ungelesen
plain-starred = mit Stern
plain-changed = geändert
plain-feed = { $number }. { $title }, { $unread } ungelesen.
plain-feeds = f und eine Nummer zeigt eine davon, a zeigt wieder alle.
plain-places = g und eine Nummer zeigt, was dort spielt; a wieder alles.
plain-prompt-list = Nummer, Enter für mehr, ? für Hilfe:
plain-prompt-article = Enter für den nächsten ungelesenen, l für die Liste, ? für Hilfe:
plain-help =
    Eine Nummer liest den Artikel mit dieser Nummer.
    Enter: die nächsten Überschriften; nach einem Artikel der nächste ungelesene.
    n: nächster ungelesener Artikel. l: die Überschriften noch einmal. b: die Seite davor.
    m: gelesen oder ungelesen. s: Stern oder keiner. o: im Browser öffnen. y: den Link nennen. Alle auch mit Nummer: m 3.
    A: die ganze Liste als gelesen markieren. u: zurücknehmen.
    / und Wörter: nur was sie enthält; / allein: alles. H: nur Ungelesenes oder alles.
    f: die Quellen. f und eine Nummer: nur diese Quelle. a: alle Quellen.
    g: die Orte ringsum, nach der Richtung. g und eine Nummer: nur was dort spielt.
    r: Neues abrufen. q: beenden.
cli-edit-views-form = Die Konfiguration wurde nicht geändert: Ihre Ansichten sind nicht als Tabellen [[views]] geschrieben. Bitte von Hand bearbeiten.
