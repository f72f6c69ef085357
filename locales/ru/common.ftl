### Общее для всех экранов: даты, время, кнопки.
### $weekday – mon … sun, $month – 1 … 12.

## Дни

date-weekday = { $weekday ->
    [mon] понедельник
    [tue] вторник
    [wed] среда
    [thu] четверг
    [fri] пятница
    [sat] суббота
   *[sun] воскресенье
}

date-weekday-short = { $weekday ->
    [mon] пн
    [tue] вт
    [wed] ср
    [thu] чт
    [fri] пт
    [sat] сб
   *[sun] вс
}

date-on-weekday = { $weekday ->
    [mon] в понедельник
    [tue] во вторник
    [wed] в среду
    [thu] в четверг
    [fri] в пятницу
    [sat] в субботу
   *[sun] в воскресенье
}

date-month-of = { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
}

date-month-name = { $month ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
}

date-month-title = { date-month-name } { $year }
date-day = { $day } { date-month-of }
date-day-year = { $day } { date-month-of } { $year }
date-title = { date-weekday }, { $day } { date-month-of }
date-title-year = { date-weekday }, { $day } { date-month-of } { $year } г.
date-on-day = { date-on-weekday }, { $day } { date-month-of }
date-short = { date-weekday-short } { $numbers }
date-numbers = { $dd }.{ $mm }
date-numbers-year = { $dd }.{ $mm }.{ $year }
date-range-days = { $first }–{ $last } { date-month-of }
date-range = { $first } – { $last }

date-today = сегодня
date-tomorrow = завтра
date-yesterday = вчера

## Время

time-of-day = { $hh }:{ $mm }
time-range = { $first }–{ $last }
time-moment = { $day } в { $time }
time-minutes = { $minutes } мин
time-hours = { $hours } ч
time-hours-minutes = { $hours } ч { $minutes } мин
time-days = { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
