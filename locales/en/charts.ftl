### Charts: words in the picture, the caption below it, the buttons to it.

charts-title = { $what } · { $period }
charts-all = All subjects
charts-absences = Missed and late
charts-mean = weighted mean
charts-marks = marks: the larger, the weightier
charts-number = { $number }
charts-framed = Weighted means; the period mark in a frame.
charts-weighted = Weighted means.
charts-weeks = Lessons by week (its first day)
charts-subjects = By subject
charts-kind-ill = ill
charts-kind-excused = excused
charts-kind-absent = no reason given
charts-kind-late = late
charts-nothing = There are no marks with points yet, so there is nothing to draw.

charts-caption = 📊 <b>{ $title }</b>
charts-trend-caption = { $count ->
    [one] { $count } mark, weighted mean { $mean }.
   *[other] { $count } marks, weighted mean { $mean }.
}
charts-overview-caption = { $count ->
    [one] { $count } subject with marks, by its mean.
   *[other] { $count } subjects with marks, by their means.
}
charts-absences-caption = Missed lessons: { $missed }, late: { $late }.

charts-button-trend = 📈 Chart
charts-button-overview = 📊 Chart

error-chart-not-drawn = The chart could not be drawn just now. Please press again.
