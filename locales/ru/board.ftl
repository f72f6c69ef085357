### Доска обязанностей: по учителям, классам, правилам; от строки – к урокам.
### 🔴 просрочено, ⏳ в сроке, 🟡 с опозданием, ⏸ снято завучем, ✅ вовремя.

board-title = 📊 <b>Доска обязанностей</b> · { $school }
board-days = { $span }: { $days }
board-span-day = День
board-span-week = Неделя
board-span-month = Месяц
board-span-period = Период
board-span-day-words = Сегодня
board-span-week-words = Неделя
board-span-month-words = Месяц
board-span-period-words = Отчётный период
board-by-teacher = Учителя
board-by-klass = Классы
board-by-rule = Правила
board-of-lessons = Уроки
board-of-others = Остальное
board-of-all = Всё
board-counted-lessons = <i>Считаем записи об уроках.</i>
board-counted-others = <i>Считаем всё, кроме записей об уроках.</i>
board-counted-all = <i>Считаем все обязанности.</i>
board-total = Вовремя { $percent } %: { $counts }
board-total-none = { $open ->
    [0] За эти дни обязанностей ещё нет.
   *[other] Сроки впереди: ⏳ { $open }
}
board-empty = Здесь пока ничего нет.
board-count-overdue = 🔴 { $count }
board-count-open = ⏳ { $count }
board-count-late = 🟡 { $count }
board-count-paused = ⏸ { $count }
board-count-done = ✅ { $count }
board-line = <b>{ $name }</b> { $counts }
board-legend = 🔴 просрочено · ⏳ в сроке · 🟡 с опозданием · ⏸ отложено · ✅ вовремя
board-label-overdue = 🔴 { $count } · { $name }
board-label-open = ⏳ { $count } · { $name }
board-label-done = ✅ { $name }
board-part-title = 📊 <b>{ $name }</b>
board-rule-title =
    📜 <b>{ $rule }</b> · { $school }
    <i>{ $clause }</i>
board-rule-of = { $rule } · { $holder }
board-people = <b>По учителям</b>
board-remarks = { $count ->
    [one] 🗂 Открыто { $count } замечание.
    [few] 🗂 Открыто { $count } замечания.
   *[many] 🗂 Открыто { $count } замечаний.
}
board-remark-button = ✍️ Замечание
board-back = ‹ Доска
board-part-back = ‹ { $name }
board-duties-rule =
    { $rule }
    <i>{ $clause }</i>
board-lesson = { $day } · { $number }-й урок · { $klass } { $subject }
board-lesson-button = { $day } { $klass } { $subject }
board-pardon-button = 🤝 Простить
board-duty-button = { $what }
board-duty-overdue = 🔴 { $what }: срок был { $moment }
board-duty-open = ⏳ { $what }: срок { $moment }
board-duty-paused = ⏸ { $what }: отложено, новый срок { $moment }
board-duty-done-late = 🟡 { $what }: записано с опозданием, { $moment }
board-duty-done = ✅ { $what }: вовремя, срок { $moment }
