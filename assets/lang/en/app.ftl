# app
count-new = { $n ->
    [one] { $n } new entry
   *[other] { $n } new entries
}
