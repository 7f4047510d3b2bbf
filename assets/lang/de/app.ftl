# app
count-new = { $n ->
    [one] { $n } neuer Beitrag
   *[other] { $n } neue Beiträge
}
