# Fehler der Konfiguration.

config-unreadable = Die Datei lässt sich nicht lesen ({ $cause }); bitte ihre Rechte prüfen
config-not-utf8 = Das ist kein UTF-8; bitte die Datei als UTF-8 speichern
config-syntax = Kein gültiges TOML: { $message }
config-unknown-key = Unbekannter Schlüssel „{ $key }“
config-unknown-action = Es gibt keine Aktion „{ $name }“; die Taste ? zeigt in umland alle
config-type = „{ $key }“ muss { $want } sein; hier steht { $found }
config-range = „{ $key }“ muss zwischen { $min } und { $max } liegen
config-choice = „{ $key }“ kann nicht „{ $value }“ sein, sondern eines von { $choices }
config-no-theme = Es gibt kein Farbschema „{ $name }“; es gibt { $known }; eigene gehören in den Ordner „themes“ neben der Konfiguration
config-no-colour = „{ $key }“: „{ $value }“ ist keine Farbe; möglich sind 0 bis 255, "#rrggbb", "red", "bright-blue" oder ein Name aus [colours]
config-duration = „{ $value }“ ist keine Dauer; richtig sind 30m, 2h oder 1d
config-no-url = Dieser Quelle fehlt die Adresse; bitte url = "https://…" ergänzen
config-url = „{ $url }“ ist keine Adresse eines Feeds; bitte vollständig schreiben, mit https://
config-scheme = Adressen, die mit „{ $scheme }:“ beginnen, ruft umland nicht ab; möglich sind https, http und file
config-duplicate = { $url } steht schon in Zeile { $line }; bitte eine der beiden entfernen
config-header = „{ $name }“ oder sein Wert lässt sich nicht als HTTP-Kopfzeile senden
config-no-query = hier fehlt die Abfrage; query = "…" ergänzen
config-query = das ist keine Abfrage. { $fault }
config-idle-rule = diese Regel bewirkt nichts; read, star, hide oder notify = true oder tag ergänzen
config-half-point = lat und lon gehören zusammen; bitte beide angeben oder keine
config-key-empty = Hier steht keine Taste; eine leere Liste [] hebt die Belegung auf
config-key-unknown = „{ $key }“ ist keine Taste; Tasten schreibt man j, gg, Ctrl-d, Shift-Tab, Space, F1
config-key-alias = Terminals senden { $key } als { $other }; bitte eine andere Taste wählen
config-key-digit = „{ $key }“ beginnt mit einer Ziffer, und Ziffern am Anfang sind Wiederholungszahlen; bitte eine andere Taste wählen
config-clash = Die Taste { $key } kann nicht zugleich „{ $action }“ und „{ $other }“ sein; bitte eine andere wählen oder „{ $other }“ hier anders belegen
config-clash-begins = Die Tasten { $key } („{ $action }“) und { $other_key } („{ $other }“) beginnen gleich, eine davon wäre nie zu erreichen; bitte eine andere wählen oder „{ $other }“ hier anders belegen
config-meant = gemeint ist wohl „{ $word }“

config-want-text = ein Text in Anführungszeichen
config-want-texts = eine Liste von Texten wie ["eins", "zwei"]
config-want-switch = true oder false
config-want-number = eine ganze Zahl
config-want-fraction = eine Zahl
config-want-duration = eine Dauer in Anführungszeichen wie "30m"
config-want-colour = eine Farbe, als Zahl oder in Anführungszeichen
config-want-table = eine Tabelle
config-want-tables = eine Liste von Tabellen, etwa [[feeds]]
config-want-headers = eine Tabelle von Texten wie {"{"} Name = "Wert" {"}"}
config-want-actions = der Name einer Aktion oder eine Liste wie ["star", "3 down"]
config-want-keys = eine Taste in Anführungszeichen oder eine Liste von Tasten

config-found-string = ein Text
config-found-integer = eine ganze Zahl
config-found-float = eine Zahl mit Nachkommastellen
config-found-boolean = true oder false
config-found-datetime = ein Datum
config-found-array = eine Liste
config-found-inline-table = eine Tabelle
config-found-table = eine Tabelle
config-found-array-of-tables = eine Liste von Tabellen
config-found-none = nichts
config-idle-opening = hier fehlt etwas: command = ["PROGRAMM"], und dazu host oder endings
