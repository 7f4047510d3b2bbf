## Die Abfragesprache: Fehler und Hinweise.

query-fault = Zeichen { $column }: { $reason }
query-unknown-key = „{ $key }:“ gibt es nicht.
query-meant = Ist „{ $word }:“ gemeint?
query-keys = Als Text gesucht steht es in Anführungszeichen: "{ $key }:…"
query-no-value = Hinter „{ $key }:“ fehlt ein Wert.
query-value = „{ $value }“ passt nicht zu „{ $key }:“.
query-no-letters = „{ $word }“ hat keine Buchstaben, nach denen sich suchen ließe.
query-open-quote = Das Anführungszeichen ist nicht geschlossen.
query-open-parenthesis = Die Klammer ist nicht geschlossen.
query-stray-parenthesis = Diese Klammer wurde nie geöffnet.
query-no-term = Hier fehlt, wonach gesucht werden soll.
query-too-much = Die Abfrage ist zu lang oder zu tief geschachtelt.
query-hint-when = Gültig sind ein Tag (2026-11-20, 20.11., heute, gestern) oder ein Alter (3h, 2d, 1w).
query-hint-near = Gültig ist eine Entfernung, etwa 15km, oder „zuhause“.
query-hint-len = Gültig ist eine Zahl von Wörtern (>300, <300) oder Minuten (>3min).
query-hint-free = Gültig sind ja, nein, metered (begrenzt) und locked (bezahlt).
query-hint-feed = Gültig ist Titel oder Adresse eines Feeds; mit Leerzeichen in Anführungszeichen.
query-hint-words = Der Wert steht direkt hinter dem Doppelpunkt; mit Leerzeichen in Anführungszeichen.
cli-search-plain = { $fault } Gesucht wird nach den bloßen Wörtern.
count-noteworthy = { $n ->
    [one] einer, der gemeldet werden soll
   *[other] { $n }, die gemeldet werden sollen
}
notice-not-notified = Die Meldung konnte nicht angezeigt werden: { $reason }
notice-noteworthy = umland: { $n ->
    [one] ein neuer Beitrag, der gemeldet werden soll
   *[other] { $n } neue Beiträge, die gemeldet werden sollen
}
prompt-filter-query = Filtern mit einer Abfrage:
choose-view = Gespeicherte Filter
notice-no-views = Noch ist kein Filter gespeichert: [[views]] in der Konfiguration (E) speichert welche.
find-place = { $at } von { $n }: „{ $words }“ · n und p gehen weiter, Esc beendet
find-nothing = „{ $words }“ steht nicht in diesem Artikel · Esc beendet
cli-rules = Sagen, worauf die Regeln passen, ohne etwas zu ändern
cli-rules-apply = Sie auf das ganze Archiv anwenden
cli-rules-json = Für jede Regel ein JSON-Objekt ausgeben
cli-rules-none = Die Konfiguration hat keine [[rules]].
cli-rules-fits = { $n ->
    [0] kein Beitrag
    [one] ein Beitrag
   *[other] { $n } Beiträge
}
