### Common to all screens: dates, time, buttons.
### $weekday is mon … sun, $month is 1 … 12.

## Days

date-weekday = { $weekday ->
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
    [fri] Friday
    [sat] Saturday
   *[sun] Sunday
}

date-weekday-short = { $weekday ->
    [mon] Mon
    [tue] Tue
    [wed] Wed
    [thu] Thu
    [fri] Fri
    [sat] Sat
   *[sun] Sun
}

date-on-weekday = on { date-weekday }

date-month-of = { date-month-name }

date-month-name = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}

date-month-title = { date-month-name } { $year }
date-day = { $day } { date-month-of }
date-day-year = { $day } { date-month-of } { $year }
date-title = { date-weekday }, { $day } { date-month-of }
date-title-year = { date-weekday }, { $day } { date-month-of } { $year }
date-on-day = { date-on-weekday }, { $day } { date-month-of }
date-short = { date-weekday-short } { $numbers }
date-numbers = { $dd }/{ $mm }
date-numbers-year = { $dd }/{ $mm }/{ $year }
date-range-days = { $first }–{ $last } { date-month-of }
date-range = { $first } – { $last }

date-today = today
date-tomorrow = tomorrow
date-yesterday = yesterday

## Time

time-of-day = { $hh }:{ $mm }
time-range = { $first }–{ $last }
time-moment = { $day } at { $time }
time-minutes = { $minutes } min
time-hours = { $hours } h
time-hours-minutes = { $hours } h { $minutes } min
time-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
