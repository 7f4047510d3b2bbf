# the command line; what each command does
command-set = Einstellung ändern, bis du umland beendest; „set!“ schreibt sie auch in die Konfiguration. Ohne Wert: sagen
command-theme = Anderes Farbschema, bis du umland beendest; „theme!“ schreibt es. Ohne Namen: mit Vorschau wählen
command-goto = Feed oder Ordner zeigen
command-refresh = Feed oder Ordner abrufen
command-random = Ein zufälliger ungelesener Beitrag
command-source = Der Beitrag, wie ihn der Feed liefert
command-filter = Liste nach Wörtern filtern
command-add = Feed über seine Adresse oder Webseite hinzufügen
command-save = Artikel speichern; die Endung sagt, wie: .txt, .md, .html, .epub
command-pipe = Artikel in einen Befehl leiten
command-help = In dieser Hilfe nachschlagen
group-commands = Befehlszeile

# what they take
argument-setting = SCHLÜSSEL [WERT]
argument-theme = [NAME]
argument-place = FEED oder ORDNER
argument-topic = WÖRTER
argument-filter = WÖRTER
argument-add = ADRESSE
argument-save = DATEI
argument-pipe = BEFEHL

# what may be wrong
command-fault-at = Bei Zeichen { $at }:
command-fault-command = Einen Befehl „{ $word }“ gibt es nicht
command-fault-several = „{ $word }“ kann heißen: { $near }
command-fault-count = „{ $word }“ ist keine Anzahl
command-fault-superfluous = „{ $word }“ ist hier zu viel
command-fault-missing = Hier fehlt: { $near }
command-fault-setting = Eine Einstellung „{ $word }“ gibt es nicht
command-fault-value = „{ $word }“ geht hier nicht; möglich: { $near }
command-fault-theme = Ein Farbschema „{ $word }“ gibt es nicht
command-fault-faulty-theme = „{ $word }“ ist fehlerhaft: { $near }
command-fault-place = Einen Feed oder Ordner „{ $word }“ gibt es nicht
command-fault-places = „{ $word }“ kann heißen: { $near }
command-fault-near = {" "}– „{ $near }“?

# settings
notice-setting = { $key } = { $value }
notice-set = { $key } = { $value }, bis du umland beendest; :set! { $key } { $value } schreibt es
settings-title = Einstellungen, die sich im Betrieb ändern lassen
setting-theme = Farben: auto richtet sich nach dem Hintergrund
setting-theme-dark = Bei theme = auto auf dunklem Hintergrund
setting-theme-light = Bei theme = auto auf hellem Hintergrund
setting-language = Sprache der Oberfläche
setting-layout = Aufteilung des Bildschirms
setting-measure = Breiteste Zeile eines Artikels, in Spalten
setting-hide-read = Nur Ungelesenes zeigen
setting-mark-read-on-open = Öffnen markiert einen Artikel als gelesen
setting-headings = Überschriften in der Liste
setting-ascii = Nur ASCII-Zeichen
setting-hyperlinks = Dem Terminal sagen, wohin Links führen
setting-images = Bilder in den Artikeln
deed-setting-one = Konfiguration: { $title }
deed-setting-many = { $n ->
    [one] { $n } Einstellung geändert
   *[other] { $n } Einstellungen geändert
}

# the palette, the theme chooser, the source, the search in the help
prompt-command = :
prompt-palette = Hin zu oder tun:
prompt-help = In der Hilfe suchen:
palette-action = Aktion
palette-command = Befehl
palette-feed = Feed
palette-folder = Ordner
palette-view = Ansicht
palette-town = Ort
palette-theme = Farben
palette-count = { $found } von { $all }
palette-nothing = Nichts passt
themes-title = Farbschema
theme-auto = auto (nach dem Hintergrund)
theme-faulty = { $name }: { $reason }
source-title = Wie der Feed ihn liefert
help-here = Hier
help-nothing = In der Hilfe passt nichts zu „{ $words }“
help-filtered = Hilfe: „{ $words }“
hint-search = suchen
hint-preview = Vorschau
hint-keep = behalten
command-copy = Vom Artikel kopieren: link, cite (Überschrift, Quelle, Datum, Link), text oder quote (erster Absatz als Zitat)
command-share = Artikel an ein eigenes Programm weitergeben, siehe share unter [out]
argument-part = TEIL
argument-program = NAME
