# app
count-new = { $n ->
    [one] { $n } new entry
   *[other] { $n } new entries
}

# dates; the parts first
date-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
date-month-in-text = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
date-weekday = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}
date-day-digits = { $day }
date-month-digits = { $month }
date-today = today, { $time }
date-yesterday = yesterday, { $time }
date-tomorrow = tomorrow, { $time }
date-this-week = { date-weekday }, { $time }
date-this-year = { date-weekday }, { $day } { date-month-in-text }
date-other-year = { date-day-digits } { date-month-in-text } { $year }
date-age-now = now
date-age-minutes = { $n } min
date-age-hours = { $n } h
date-age-yesterday = 1 d
date-age-days = { $n } d
date-age-this-year = { $day } { date-month }
date-age-other-year = { date-month } { $year }
