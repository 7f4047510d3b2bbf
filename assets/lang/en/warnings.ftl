# What was repaired while parsing a feed, and why a document yields none.

warning-charset-wrong = The text is in another charset than declared ({ $detail }).
warning-charset-guessed = No charset is declared; { $detail } was assumed.
warning-bad-bytes = { $n ->
    [one] One byte means nothing in the charset.
   *[other] { $n } bytes mean nothing in the charset.
}
warning-junk-before = Something stands before the document.
warning-junk-after = Something stands after the document.
warning-cut-off = The document breaks off; the complete entries were kept.
warning-bare-ampersand = { $n ->
    [one] One ampersand is not escaped ({ $detail }).
   *[other] { $n } ampersands are not escaped ({ $detail } …).
}
warning-unclosed = { $n ->
    [one] One element is never closed ({ $detail }).
   *[other] { $n } elements are never closed ({ $detail } …).
}
warning-stray-end = { $n ->
    [one] One end tag has no start ({ $detail }).
   *[other] { $n } end tags have no start ({ $detail } …).
}
warning-naked-markup = HTML stands unescaped in the document.
warning-many-attributes = An element has more attributes than are read.
warning-prefix = An XML prefix is not declared ({ $detail }).
warning-no-id = { $n ->
    [one] One entry has no identifier.
   *[other] { $n } entries have no identifier.
}
warning-same-id = { $n ->
    [one] One identifier occurs twice ({ $detail }).
   *[other] { $n } identifiers occur twice ({ $detail } …).
}
warning-no-title = { $n ->
    [one] One entry has no title.
   *[other] { $n } entries have no title.
}
warning-long-title = { $n ->
    [one] A title was far too long and was cut ({ $detail }).
   *[other] { $n } titles were far too long and were cut ({ $detail } …).
}
warning-no-date = { $n ->
    [one] One entry has no usable date; when it was first seen counts.
   *[other] { $n } entries have no usable date; when they were first seen counts.
}
warning-bad-date = { $n ->
    [one] One date cannot be read ({ $detail }).
   *[other] { $n } dates cannot be read ({ $detail } …).
}
warning-absurd-date = { $n ->
    [one] One date cannot be true ({ $detail }).
   *[other] { $n } dates cannot be true ({ $detail } …).
}
warning-no-zone = { $n ->
    [one] One date names no time zone ({ $detail }).
   *[other] { $n } dates name no time zone ({ $detail } …).
}
warning-json-type = A value has another type than JSON Feed wants ({ $detail }).
warning-empty-entry = { $n ->
    [one] One empty entry was left out.
   *[other] { $n } empty entries were left out.
}

parse-empty = The document is empty.
parse-too-large = The document is larger than { $detail } MiB.
parse-html = This is a web page, not a feed. { $detail }
parse-opml = This is an OPML list, not a feed; import it instead.
parse-sitemap = This is a site map, not a feed.
parse-xml = This is some other XML, not a feed.
parse-json = This is some other JSON, not a feed.
parse-compressed = This is compressed data, not a feed.
parse-text = This is plain text, not a feed.
parse-binary = This is binary data, not a feed.
parse-too-deep = The document is nested too deeply or has too many elements; it may be an attack.
parse-unusable = The feed is too damaged to be read: { $detail }
parse-internal = A fault of the parser was caught: { $detail }
