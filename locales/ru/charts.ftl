### Графики: слова на картинке, подпись под ней, кнопки к ней.

charts-title = { $what } · { $period }
charts-all = Все предметы
charts-absences = Пропуски и опоздания
charts-mean = средний балл с учётом веса
charts-marks = отметки: чем крупнее, тем весомее
charts-number = { $number }
charts-framed = Средний с учётом веса; в рамке – отметка за период.
charts-weighted = Средний балл с учётом веса.
charts-weeks = Уроков по неделям (начало недели)
charts-subjects = По предметам
charts-kind-ill = болезнь
charts-kind-excused = уваж.
charts-kind-absent = причина не указана
charts-kind-late = опоздания
charts-nothing = Отметок с баллами пока нет – рисовать нечего.

charts-caption = 📊 <b>{ $title }</b>
charts-trend-caption = { $count ->
    [one] { $count } отметка, средний балл с учётом веса { $mean }.
    [few] { $count } отметки, средний балл с учётом веса { $mean }.
   *[many] { $count } отметок, средний балл с учётом веса { $mean }.
}
charts-overview-caption = { $count ->
    [one] { $count } предмет с отметками, по среднему баллу.
    [few] { $count } предмета с отметками, по среднему баллу.
   *[many] { $count } предметов с отметками, по среднему баллу.
}
charts-absences-caption = Пропущено уроков: { $missed }, опозданий: { $late }.

charts-button-trend = 📈 График
charts-button-overview = 📊 График

error-chart-not-drawn = График сейчас не получился. Нажмите, пожалуйста, ещё раз.
