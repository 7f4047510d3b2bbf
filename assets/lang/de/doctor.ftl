# umland doctor: was angesehen wurde, was sich fand, was hilft.

doctor-config = Konfiguration
doctor-config-well = { $path }, { $n ->
        [one] 1 Feed
       *[other] { $n } Feeds
    }
doctor-config-remedy = An dieser Stelle berichtigen; „umland config check“ prüft noch einmal.
doctor-config-missing = Es gibt noch keine ({ $path })
doctor-config-empty = { $path } enthält keine Feeds
doctor-config-missing-remedy = „umland init ORT“ abonniert, was es am Ort gibt, „umland add URL“ einen einzelnen Feed.
doctor-tls = Zertifikate
doctor-tls-off = Das Zertifikat von { $url } wird nicht geprüft
doctor-tls-remedy = Wer auf dem Weg sitzt, kann mitlesen und fälschen. danger_trust_any_certificate aus der Konfiguration nehmen, sobald der Server ein gültiges Zertifikat hat.
doctor-permissions = Rechte
doctor-permissions-well = Das Archiv gehört nur dir
doctor-permissions-wide = Andere können lesen: { $files }
doctor-permissions-remedy = Die Rechte wegnehmen: chmod go-rwx
doctor-disk = Platz
doctor-disk-free = { $n } MB frei
doctor-disk-remedy = Platz schaffen. Das Gespeicherte ist sicher, aber Neues lässt sich nicht mehr behalten.
doctor-kept = Beiseitegelegt
doctor-kept-file = { $path } ({ $n } MB), ein beschädigtes Archiv
doctor-kept-remedy = Kann gelöscht werden, wenn nichts fehlt.
doctor-archive = Archiv
doctor-archive-well = unversehrt
doctor-archive-missing = Es gibt noch keines ({ $path })
doctor-archive-missing-remedy = „umland fetch“ legt es an.
doctor-archive-damaged = beschädigt: { $detail }
doctor-archive-damaged-remedy = umland oder „umland fetch“ starten: Die Datei bleibt erhalten, was sich lesen lässt, kommt in ein neues Archiv, und den Rest bringen die Feeds zurück.
doctor-archive-dangling = { $n ->
        [one] 1 Zeile nennt eine andere, die es nicht gibt
       *[other] { $n } Zeilen nennen andere, die es nicht gibt
    }
doctor-counts = Zähler
doctor-counts-well = wie gezählt
doctor-counts-wrong = Gemerktes und Gezähltes weichen ab: { $list }
doctor-counts-remedy = Das ist ein Fehler von umland; bitte melden. Die Beiträge betrifft er nicht.
doctor-index = Suche
doctor-index-well = Alle Beiträge sind erfasst
doctor-index-behind = { $n ->
        [one] 1 Beitrag ist
       *[other] { $n } Beiträge sind
    } noch nicht erfasst
doctor-index-remedy = Das erledigt das nächste „umland fetch“.
doctor-space = Platz im Archiv
doctor-space-empty = { $n } MB der Datei sind leer und werden wieder benutzt
doctor-feeds = Feeds
doctor-feeds-well = { $n ->
        [one] 1 Feed, er läuft
       *[other] { $n } Feeds, alle laufen
    }
doctor-feeds-failing = { $n ->
        [one] 1 Feed ging
       *[other] { $n } Feeds gingen
    } zuletzt nicht: { $list }
doctor-feeds-remedy = Warum, und was hilft, steht im Baum beim Feed, oder „umland fetch --now FEED“ sagt es.
doctor-feeds-moved = { $n ->
        [one] 1 Feed ist
       *[other] { $n } Feeds sind
    } endgültig umgezogen: { $list }
doctor-feeds-moved-remedy = Im Zustand der Quellen (gh) übernimmt a die neue Adresse in die Konfiguration; Beiträge und Zeichen bleiben.
doctor-clock = Uhr
doctor-clock-wrong = Feeds wurden zu einer Zeit abgerufen, die in der Zukunft liegt
doctor-clock-remedy = Die Uhr ging falsch, oder sie tut es noch. umland ruft wie gewohnt ab.
doctor-terminal = Terminal
doctor-terminal-is = { $term }
doctor-not-set = TERM ist nicht gesetzt
doctor-terminal-remedy = TERM auf das setzen, was das Terminal ist, etwa xterm-256color.
doctor-terminal-ascii = Es werden nur ASCII-Zeichen gezeichnet. Mit einer UTF-8-Locale (LANG) alle.
doctor-browser = Browser
doctor-browser-is = { $program }
doctor-browser-none = keiner gefunden
doctor-browser-remedy = BROWSER auf ein Programm setzen, das Webseiten öffnet. Bis dahin werden Links kopiert.
doctor-editor = Editor
doctor-editor-none = Weder VISUAL noch EDITOR ist gesetzt
doctor-editor-remedy = Eines auf den Editor setzen, in dem „E“ die Konfiguration öffnet.
doctor-clipboard = Zwischenablage
doctor-clipboard-is = über das Terminal (OSC 52), auch über SSH; in tmux muss set-clipboard an sein
doctor-network = Netz
doctor-network-well = { $n ->
        [one] 1 Server ist
       *[other] Alle { $n } Server sind
    } erreichbar
doctor-network-proxy = Ein Proxy ist gesetzt ({ $name }), deshalb wurde kein Server unmittelbar angesprochen
doctor-sum = { $faults ->
        [0] Keine Fehler
        [one] 1 Fehler
       *[other] { $faults } Fehler
    }, { $notes ->
        [0] keine Hinweise
        [one] 1 Hinweis
       *[other] { $notes } Hinweise
    }.

cli-doctor = Konfiguration, Archiv, Dateien und Terminal prüfen und sagen, was hilft
cli-doctor-more = Geändert wird nichts. Exit-Code 1: etwas ist nicht in Ordnung; 2: so kann umland nicht arbeiten.
cli-doctor-online = Auch prüfen, ob die Server der Feeds erreichbar sind
cli-doctor-json = Je Befund ein JSON-Objekt ausgeben, am Ende eine Zusammenfassung
cli-backup = Das Archiv in eine Datei kopieren, auch während umland läuft
cli-backup-more = Die Kopie wird geprüft und gehört nur dir (Rechte 0600). Eine vorhandene Datei wird nicht überschrieben. Um eine Kopie zu benutzen, legt man sie im Datenverzeichnis an die Stelle von umland.db, während kein umland läuft.
cli-backup-file = Die neue Datei
cli-backup-exists = { $path } gibt es schon; die Datei wurde nicht überschrieben.
cli-backup-done = { $path }: kopiert und geprüft, { $n } MB.
cli-status-hosts = Jeden Server ausgeben, der heute angesprochen wurde, wie oft und warum
cli-hosts-none = Heute wurde kein Server angesprochen.
purpose-feed = um Feeds abzurufen
purpose-page = um Seiten von Artikeln abzurufen
purpose-picture = um Bilder abzurufen
purpose-discovery = um Feeds zu suchen
purpose-redirect = weil ein anderer Server dorthin verwies
purpose-check = um zu sehen, ob er erreichbar ist
feed-trusts-anybody = GEFAHR: Wer sich für diesen Feed ausgibt, dem wird geglaubt; das Zertifikat wird nicht geprüft.
