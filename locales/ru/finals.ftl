### Итоговые отметки: за период, год, экзамен; и разрешения завуча записать с опозданием.
### $term – «1 четверть», «год»; $mean – среднее с двумя знаками; $mark – отметка, как в клетке журнала.

final-term-period = { $name }
final-term-year = год
final-term-exam = экзамен
final-term-overall = итог за курс

## Список групп

final-title = 🏁 <b>Итоги</b>
final-title-klass = 🏁 <b>Итоги · { $klass }</b>
final-list-term = { $term }: { $late ->
    [yes] 🔴 срок был – до { $due } включительно
   *[no] срок – до { $due } включительно
}, готово групп { $done } из { $groups }
final-list-term-done = ✅ { $term }: готово
final-list-none = Сейчас итоги не выставляются.
final-list-next = Ближайшие откроются { $day }.
final-list-button = { $group } · { $done }/{ $students }
final-list-button-done = ✓ { $group }
final-button-list = ‹ Итоги
final-button-klass = 🏁 Итоги класса
final-button-klass-named = 🏁 Итоги { $klass }
final-button-home = 🏁 Итоги

## Ведомость группы

final-heading = <b>{ $group }</b> · 🏁 { $term }
final-sheet-count = Отметки есть у { $done } из { $students }. { $late ->
    [yes] 🔴 Срок был – до { $due } включительно
   *[no] Срок – до { $due } включительно
} ({ $clause }).
final-sheet-opens = Выставлять можно с { $day }.
final-sheet-how = Нажмите на ученика: покажу, из чего складывается отметка.
final-sheet-complete = ✅ Итоги есть у всех.
final-sheet-look = Посмотрите сами (на кнопках – «?»):
final-sheet-empty = В этой группе сейчас нет учеников.
final-attention = ⚠️ { $name }: { $what }
final-attention-line = ⚠️ { $what }
final-attention-more = { $count ->
    [one] …и ещё { $count } ученик
    [few] …и ещё { $count } ученика
   *[many] …и ещё { $count } учеников
}
final-label-set = { $mark } ✓ { $name }
final-label-clear = { $mean }→{ $mark } { $name }
final-label-word = →{ $mark } { $name }
final-label-look = { $mean }? { $name }
final-label-none = ? { $name }
final-accept = ✅ Принять предложенные: { $count }
final-accepted = { $count ->
    [one] Выставлена { $count } отметка
    [few] Выставлены { $count } отметки
   *[many] Выставлено { $count } отметок
}
final-accept-nothing = Предложений без вопросов не осталось
final-undo = ↩️ Отменить последние: { $count }
final-undone = Отменено

## Один ученик

final-card-name = <b>{ $name }</b>
final-card-stands = Стоит <b>{ $mark }</b>
final-card-stands-other = Стоит <b>{ $mark }</b>, по среднему предлагалось { $proposed }
final-card-reason = Причина: { $reason }
final-card-withdrawn = Отметка снята, можно выставить снова.
final-card-proposal = Предлагается <b>{ $mark }</b>: { $kind ->
    [period] средневзвешенное
   *[other] среднее
} { $mean }
final-card-mean = { $kind ->
    [period] Средневзвешенное
   *[other] Среднее
} { $mean }
final-card-proposal-word = Предлагается <b>{ $mark }</b>
final-card-proposal-none = По этим отметкам предложить нечего.
final-card-no-marks = Отметок пока нет.
final-card-mark = { $day } · <b>{ $mark }</b> – { $work }
final-card-term = { $term }: <b>{ $mark }</b>
final-card-cut = …остальное – в журнале
final-need-marks = отметок { $have } из { $least }
final-need-written = письменных работ { $have } из { $least }
final-need-labs = лабораторных { $have } из { $least }
final-need-practicals = практических { $have } из { $least }
final-doubt-control-works = контрольные работы говорят о другом: { $marks }
final-doubt-not-assessed = много «н/а»: предложение держится на немногом
final-doubt-incomplete = не все отметки выставлены
final-doubt-none = предложения нет
final-value-proposed = → { $mark }
final-withdraw = 🗑 Снять { $mark } (пересдача)
final-to-sheet = ‹ К группе
final-set = { $name }: { $mark }
final-changed = { $name }: { $before } → { $mark }
final-withdrawn = { $name }: отметка снята, журнал этого ученика открыт
final-same = Уже стоит { $mark }

## Причина

final-reason-ask = { $name }: по среднему предлагается { $proposed }, вы ставите <b>{ $mark }</b>. Почему? Причина останется в журнале.
final-reason-withdraw = Снять отметку { $before } – { $name }? Журнал этого ученика за период откроется. Почему? Причина останется в журнале.
final-reason-change = { $name }: { $before } → <b>{ $mark }</b>. Почему? Причина останется в журнале.
final-reason-control-works = по контрольным работам
final-reason-progress = по динамике за период
final-reason-retake = пересдача
final-reason-typo = ошибка ввода
final-reason-own = ✍️ Другое…
final-reason-how = Напишите причину в нескольких словах.

## Семье

final-letter-title = 🏁 Итоги: { $term }
final-letter-line = { $subject }: <b>{ $new }</b>
final-letter-corrected = { $subject }: было <b>{ $old }</b> → стало <b>{ $new }</b>
final-letter-withdrawn = { $subject }: отметка <b>{ $old }</b> снята, будет выставлена заново
final-button-results = 🏁 Все итоги
final-results-title = 🏁 Итоги { $first }/{ $last } учебного года
final-results-subject = <b>{ $subject }</b>: { $marks }
final-results-mark = { $term } – <b>{ $mark }</b>
final-results-none = Итогов за этот учебный год пока нет.
final-results-cut = …остальное не поместилось
final-results-previous = ◀ { $first }/{ $last }
final-results-next = { $first }/{ $last } ▶
final-progress-stands = 🏁 Отметка за период: <b>{ $mark }</b>
final-progress-mark = 🏁 <b>{ $mark }</b>

## Разрешение завуча

late-ask-button = 🙋 Попросить завуча
late-ask-lesson = Попросить завуча открыть урок { $day }? Запись откроется до конца следующего дня после ответа. Выберите причину – просьба уйдёт сразу.
late-ask-student = Попросить завуча разрешить правку: { $student }, урок { $day }? Разрешение на одну правку, до конца следующего дня после ответа. Выберите причину – просьба уйдёт сразу.
late-ask-final = Попросить завуча открыть итоги ({ $term })? Они откроются до конца следующего дня после ответа. Выберите причину – просьба уйдёт сразу.
late-reason-illness = болезнь
late-reason-outage = не было света или связи
late-reason-retake = пересдача
late-reason-mistake = ошибка в журнале
late-reason-other = { $reason }
late-asked = Просьба ушла завучу. Ответ придёт сюда.
late-already = Такая просьба уже у завуча.
late-letter-asked = 🙋 <b>{ $teacher }</b> просит открыть журнал.
late-letter-place-lesson = { $group }, урок { $day }
late-letter-place-final = { $group }, итоги: { $term }
late-letter-place-student = { $place } – { $student }
late-letter-reason = Причина: { $reason }
late-letter-until = Если разрешить, запись откроется до { $until } включительно. Разрешение останется в журнале изменений.
late-button-yes = ✅ Разрешить
late-button-no = ⛔ Отказать
late-answer-place = <b>{ $group }</b> · { $teacher }
late-answer-yes = Разрешено до { $until } включительно. Учителю сообщим.
late-answer-no = Отказано. Учителю сообщим.
late-letter-granted = ✅ Завуч разрешает запись до { $until } включительно.
late-letter-refused = ⛔ Завуч не разрешает запись. Обсудите это лично.
late-button-open = ✏️ Открыть

## Отказы

error-final-unassessed = Этот предмет без аттестации: итоговых отметок по нему нет.
error-final-early = Итоги можно выставлять с { $opens }.
error-final-late = Итоги можно было выставить до { $until } включительно, «задним числом» нельзя ({ $clause }). Разрешить может завуч.
error-final-forbidden = Исправлять отметки по правилам школы нельзя ({ $clause }). Если итог неверен, разрешить может завуч.
error-final-closed = Изменить этот итог можно было до { $until } включительно ({ $clause }). Разрешить может завуч.
error-final-reason = { $student }: нужна причина. Откройте ученика и выберите её.
error-period-closed = Урок { $day }: отметки за период выставлены всем, журнал этого периода закрыт ({ $clause }). Открыть урок может завуч.
error-late-answered = На эту просьбу уже ответили.
error-period-settled = { $student }: отметка за период уже выставлена, под ней ничего не меняют ({ $clause }). Снимите её в «Итогах», если идёт пересдача, или попросите завуча.
error-late-no-deputy = Завуча в системе пока нет: обратитесь к администратору школы.
