## The query language: faults and hints.

query-fault = Character { $column }: { $reason }
query-unknown-key = there is no "{ $key }:".
query-meant = Did you mean "{ $word }:"?
query-keys = To search for it as text, write it in quotes: "{ $key }:…"
query-no-value = "{ $key }:" wants a value.
query-value = "{ $key }:" does not take "{ $value }".
query-no-letters = "{ $word }" has no letters to search for.
query-open-quote = the quote is not closed.
query-open-parenthesis = the parenthesis is not closed.
query-stray-parenthesis = this parenthesis was never opened.
query-no-term = something to look for is missing here.
query-too-much = the query is too long or too deeply nested.
query-hint-when = Write a day (2026-11-20, today, yesterday) or an age (3h, 2d, 1w).
query-hint-near = Write a distance, such as 15km.
query-hint-len = Write a number of words (>300, <300) or of minutes (>3min).
query-hint-free = Write yes, no, metered or locked.
query-hint-feed = Write a feed’s title or address; with blanks, in quotes.
query-hint-words = Write it directly behind the colon; with blanks, in quotes.
cli-search-plain = { $fault } Searching for the plain words.
count-noteworthy = { $n ->
    [one] one that you wanted to know of
   *[other] { $n } that you wanted to know of
}
notice-not-notified = No notice could be shown: { $reason }
notice-noteworthy = umland: { $n ->
    [one] one new entry that you wanted to know of
   *[other] { $n } new entries that you wanted to know of
}
prompt-filter-query = Filter by a query:
choose-view = Saved filters
notice-no-views = No filter is saved yet: [[views]] in the configuration (E) saves some.
find-place = { $at } of { $n }: "{ $words }" · n and p go on, Esc ends
find-nothing = "{ $words }" is not in this article · Esc ends
cli-rules = Say what your rules fit, and change nothing
cli-rules-apply = Apply them to all of the archive
cli-rules-json = Print an object of JSON for each rule
cli-rules-none = The configuration has no [[rules]].
cli-rules-fits = { $n ->
    [0] no entry
    [one] one entry
   *[other] { $n } entries
}
