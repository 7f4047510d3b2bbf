# app
count-new = { $n ->
    [one] { $n } neuer Beitrag
   *[other] { $n } neue Beiträge
}

# dates; the parts first
date-month = { $month ->
    [1] Jan
    [2] Feb
    [3] März
    [4] Apr
    [5] Mai
    [6] Juni
    [7] Juli
    [8] Aug
    [9] Sep
    [10] Okt
    [11] Nov
   *[12] Dez
}
date-month-in-text = { $month ->
    [1] Jan.
    [2] Feb.
    [3] März
    [4] Apr.
    [5] Mai
    [6] Juni
    [7] Juli
    [8] Aug.
    [9] Sep.
    [10] Okt.
    [11] Nov.
   *[12] Dez.
}
date-weekday = { $weekday ->
    [1] Mo
    [2] Di
    [3] Mi
    [4] Do
    [5] Fr
    [6] Sa
   *[7] So
}
date-day-digits = { $day ->
    [1] 01
    [2] 02
    [3] 03
    [4] 04
    [5] 05
    [6] 06
    [7] 07
    [8] 08
    [9] 09
   *[other] { $day }
}
date-month-digits = { $month ->
    [1] 01
    [2] 02
    [3] 03
    [4] 04
    [5] 05
    [6] 06
    [7] 07
    [8] 08
    [9] 09
   *[other] { $month }
}
date-today = heute, { $time }
date-yesterday = gestern, { $time }
date-tomorrow = morgen, { $time }
date-this-week = { date-weekday }, { $time }
date-this-year = { date-weekday }, { $day }. { date-month-in-text }
date-other-year = { date-day-digits }.{ date-month-digits }.{ $year }
date-age-now = jetzt
date-age-minutes = { $n } min
date-age-hours = { $n } h
date-age-yesterday = gestern
date-age-days = { $n } d
date-age-this-year = { $day }. { date-month }
date-age-other-year = { date-month } { $year }
