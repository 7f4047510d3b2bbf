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
query-hint-near = Gültig ist eine Entfernung, etwa 15km.
query-hint-len = Gültig ist eine Zahl von Wörtern (>300, <300) oder Minuten (>3min).
query-hint-free = Gültig sind ja, nein, metered (begrenzt) und locked (bezahlt).
query-hint-feed = Gültig ist Titel oder Adresse eines Feeds; mit Leerzeichen in Anführungszeichen.
query-hint-words = Der Wert steht direkt hinter dem Doppelpunkt; mit Leerzeichen in Anführungszeichen.
