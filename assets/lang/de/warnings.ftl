# Was beim Lesen eines Feeds repariert wurde, und warum ein Dokument keinen ergibt.

warning-charset-wrong = Der Text hat einen anderen Zeichensatz als angegeben ({ $detail }).
warning-charset-guessed = Kein Zeichensatz angegeben; { $detail } wurde angenommen.
warning-bad-bytes = { $n ->
    [one] Ein Byte bedeutet im Zeichensatz nichts.
   *[other] { $n } Bytes bedeuten im Zeichensatz nichts.
}
warning-junk-before = Vor dem Dokument steht noch etwas.
warning-junk-after = Hinter dem Dokument steht noch etwas.
warning-cut-off = Das Dokument bricht ab; die vollständigen Beiträge wurden übernommen.
warning-bare-ampersand = { $n ->
    [one] Ein &-Zeichen ist nicht maskiert ({ $detail }).
   *[other] { $n } &-Zeichen sind nicht maskiert ({ $detail } …).
}
warning-unclosed = { $n ->
    [one] Ein Element wird nie geschlossen ({ $detail }).
   *[other] { $n } Elemente werden nie geschlossen ({ $detail } …).
}
warning-stray-end = { $n ->
    [one] Ein End-Tag hat keinen Anfang ({ $detail }).
   *[other] { $n } End-Tags haben keinen Anfang ({ $detail } …).
}
warning-naked-markup = HTML steht unmaskiert im Dokument.
warning-many-attributes = Ein Element hat mehr Attribute, als gelesen werden.
warning-prefix = Ein XML-Präfix ist nicht erklärt ({ $detail }).
warning-no-id = { $n ->
    [one] Ein Beitrag hat keine Kennung.
   *[other] { $n } Beiträge haben keine Kennung.
}
warning-same-id = { $n ->
    [one] Eine Kennung kommt zweimal vor ({ $detail }).
   *[other] { $n } Kennungen kommen zweimal vor ({ $detail } …).
}
warning-no-title = { $n ->
    [one] Ein Beitrag hat keine Überschrift.
   *[other] { $n } Beiträge haben keine Überschrift.
}
warning-long-title = { $n ->
    [one] Eine Überschrift war viel zu lang und wurde gekürzt ({ $detail }).
   *[other] { $n } Überschriften waren viel zu lang und wurden gekürzt ({ $detail } …).
}
warning-no-date = { $n ->
    [one] Ein Beitrag hat kein brauchbares Datum; es zählt, wann er zuerst gesehen wurde.
   *[other] { $n } Beiträge haben kein brauchbares Datum; es zählt, wann sie zuerst gesehen wurden.
}
warning-bad-date = { $n ->
    [one] Ein Datum ist nicht lesbar ({ $detail }).
   *[other] { $n } Daten sind nicht lesbar ({ $detail } …).
}
warning-absurd-date = { $n ->
    [one] Ein Datum kann nicht stimmen ({ $detail }).
   *[other] { $n } Daten können nicht stimmen ({ $detail } …).
}
warning-no-zone = { $n ->
    [one] Ein Datum nennt keine Zeitzone ({ $detail }).
   *[other] { $n } Daten nennen keine Zeitzone ({ $detail } …).
}
warning-json-type = Ein Wert hat einen anderen Typ, als JSON Feed verlangt ({ $detail }).
warning-empty-entry = { $n ->
    [one] Ein leerer Beitrag wurde weggelassen.
   *[other] { $n } leere Beiträge wurden weggelassen.
}

parse-empty = Das Dokument ist leer.
parse-too-large = Das Dokument ist größer als { $detail } MiB.
parse-html = Das ist eine Webseite, kein Feed. { $detail }
parse-opml = Das ist eine OPML-Liste, kein Feed; sie lässt sich importieren.
parse-sitemap = Das ist eine Sitemap, kein Feed.
parse-xml = Das ist anderes XML, kein Feed.
parse-json = Das ist anderes JSON, kein Feed.
parse-compressed = Das sind komprimierte Daten, kein Feed.
parse-text = Das ist reiner Text, kein Feed.
parse-binary = Das sind Binärdaten, kein Feed.
parse-too-deep = Das Dokument ist zu tief verschachtelt oder hat zu viele Elemente; es könnte ein Angriff sein.
parse-unusable = Der Feed ist zu beschädigt, um gelesen zu werden: { $detail }
parse-internal = Ein Fehler im Parser wurde abgefangen: { $detail }
