# Was mit einem Feed schiefgehen kann und was zu tun ist. $http ist der Status der Antwort, 0 ohne Antwort.

# Ein Fehler und seine Ursache in den Worten des Servers oder der Bibliothek.
fault-because = { $fault }: { $detail }

fault-dns = Der Rechnername ist unbekannt
fault-dns-remedy = Schreibweise der Adresse und Netzverbindung prüfen. umland versucht es später wieder.
fault-connect = Der Server ist nicht erreichbar
fault-connect-remedy = Der Server ist vielleicht vorübergehend außer Betrieb, oder das Netz sperrt ihn. umland versucht es später wieder.
fault-tls = Die Verbindung ist nicht sicher
fault-tls-remedy = Der Herausgeber muss das Zertifikat in Ordnung bringen. Prüfen, ob die Uhr des Rechners stimmt und die Adresse noch dem Herausgeber gehört.
fault-timeout = Der Server braucht zu lange
fault-timeout-remedy = umland versucht es später wieder. Für einen langsamen Server lässt sich die Frist unter [fetch] in der Konfiguration verlängern.
fault-status = { $http ->
    [401] Der Server verlangt eine Anmeldung (401)
    [402] Der Server verlangt Bezahlung (402)
    [403] Der Server verweigert den Zugriff (403)
    [404] Unter dieser Adresse gibt es nichts (404)
    [407] Der Proxy verlangt eine Anmeldung (407)
    [451] Der Server darf es aus rechtlichen Gründen nicht zeigen (451)
   *[other] Der Server antwortet mit einem Fehler ({ $http })
}
fault-status-remedy = { $http ->
    [401] Die Anmeldung bei diesem Feed unter "headers" in der Konfiguration angeben.
    [402] Der Feed ist nur für Abonnenten. Beim Herausgeber nach einer Adresse mit eigenem Zugang fragen.
    [403] Der Herausgeber sperrt Feedleser aus, oder der Feed verlangt eine Anmeldung. Auf der Website nachsehen, ob er umgezogen ist.
    [404] Der Feed ist wohl umgezogen. Die neue Adresse suchen: umland add mit der Adresse der Website.
    [407] Benutzer und Passwort des Proxys in der Umgebungsvariablen https_proxy angeben.
    [451] Von hier aus ist nichts zu machen.
   *[other] Der Fehler liegt beim Server. umland versucht es später wieder, immer seltener.
}
fault-gone = Der Feed wurde endgültig eingestellt
fault-gone-remedy = umland ruft ihn nicht mehr ab. Den Feed entfernen oder einen Nachfolger suchen: umland add mit der Adresse der Website. Das Archiv bleibt.
fault-throttled = Der Server bittet um Ruhe
fault-throttled-remedy = umland wartet so lange, wie der Server will. Ein größerer Abstand (interval) für diesen Feed in der Konfiguration hilft.
fault-too-large = Der Feed ist größer als erlaubt
fault-too-large-remedy = Soll er wirklich so groß sein, max_bytes unter [fetch] in der Konfiguration erhöhen.
fault-redirect = Der Server leitet ins Leere
fault-redirect-remedy = Auf der Website nach der jetzigen Adresse des Feeds suchen: umland add mit der Adresse der Website.
fault-body = Die Antwort ist beschädigt oder bricht ab
fault-body-remedy = Das ist meist beim nächsten Versuch vorbei. umland versucht es später wieder.
fault-protocol = Der Server antwortet nicht, wie es ein Webserver sollte
fault-protocol-remedy = Adresse und Portnummer prüfen. umland versucht es später wieder.
fault-not-a-feed = Das ist kein Feed
fault-not-a-feed-remedy = Vielleicht ist es eine Webseite: umland add mit ihrer Adresse sucht ihre Feeds. In einem öffentlichen Netz muss man sich vielleicht erst anmelden.
fault-parse = Der Feed ist zu kaputt zum Lesen
fault-parse-remedy = Dem Herausgeber Bescheid geben. umland versucht es später wieder.
fault-hostile = Das Dokument ist gebaut, um Programme lahmzulegen
fault-hostile-remedy = umland öffnet es nicht. Den Feed entfernen, wenn der Herausgeber nicht vertrauenswürdig ist.
fault-wall = Statt des Artikels kommt eine Frage nach der Einwilligung oder eine Prüfung auf Roboter
fault-wall-remedy = Die Seite im Browser öffnen. umland umgeht solche Abfragen nicht und behält sie nicht als Text.
fault-address = Diese Adresse ruft umland nicht ab
fault-address-remedy = Abgerufen werden nur http-, https- und file-Adressen, und Adressen im eigenen Netz nur, wenn die Konfiguration sie nennt. Die Adresse in der Konfiguration berichtigen.
fault-file = Die Datei lässt sich nicht lesen
fault-file-remedy = Prüfen, ob es die Datei gibt und ob sie lesbar ist.
fault-archive = Das Archiv konnte es nicht aufnehmen
fault-archive-remedy = Verloren ging nichts, umland versucht es später wieder. Platz schaffen, oder sehen, was umland doctor sagt.
fault-internal = umland hat einen Fehler gemacht
fault-internal-remedy = Der Feed wurde ausgelassen, verloren ging nichts. Bitte den Fehler mit den Einzelheiten melden.
