### Прогноз отметок за период и что нужно для лучшей; «К аттестации» и «Кого спросить» у учителя.
### $mark – отметка, как она стоит в клетке; $mean – средний балл с учётом веса.

## Все предметы

forecast-title = 🔮 <b>Прогноз</b> · { $period }, до { $until }
forecast-line = <b>{ $subject }</b> · { $mean } → <b>{ $mark }</b>
forecast-line-set = <b>{ $subject }</b> · выставлено <b>{ $mark }</b>
forecast-line-none = <b>{ $subject }</b> · отметок пока нет
forecast-to = ↳ до { $mark }: { $ways }
forecast-or = {" "}или{" "}
forecast-lacks = Для аттестации ещё нужно: { $needs }
forecast-lacks-urgent = ❗️ Для аттестации ещё нужно: { $needs }
forecast-note = <i>Прогноз – то, что выходит по отметкам, которые уже стоят. Нажмите предмет: покажу, что нужно для 3, 4 или 5.</i>
forecast-none = Предметов с отметками пока нет – и прогноза тоже.

forecast-button = 🔮 Прогноз
forecast-button-all = ‹ Прогноз
forecast-button-wish = на { $mark }
forecast-button-chosen = • на { $mark }
forecast-button-subject = 🎯 Путь к 5

## Один предмет

forecast-subject-title = 🔮 <b>{ $subject }</b> · { $period }
forecast-stands = Средний балл с учётом веса <b>{ $mean }</b>, выходит <b>{ $mark }</b>.
forecast-no-marks = Отметок пока нет.
forecast-set = За период выставлено: <b>{ $mark }</b>.
forecast-lessons-left = { $count ->
    [0] Уроков в этом периоде больше нет.
    [one] До конца периода { $count } урок.
    [few] До конца периода { $count } урока.
   *[many] До конца периода { $count } уроков.
}
forecast-open = 🎯 Чтобы вышло <b>{ $mark }</b>, хватит одного из этого:
forecast-held = ✅ <b>{ $mark }</b> уже выходит. Ниже опустит любое из этого:
forecast-safe = ✅ <b>{ $mark }</b> уже выходит, и до конца периода ничто этого не изменит.
forecast-late = { $count ->
    [0] До <b>{ $mark }</b> в этом периоде не хватило: уроков больше нет.
    [one] Остался { $count } урок – для <b>{ $mark }</b> этого уже мало.
    [few] Осталось { $count } урока – для <b>{ $mark }</b> этого уже мало.
   *[many] Осталось { $count } уроков – для <b>{ $mark }</b> этого уже мало.
}
forecast-item = • { $way }
forecast-way = { $marks } { $work }
forecast-way-weighted = { $marks } { $work } (вес { $weight })
forecast-marks-2 = { $count ->
    [one] { $count } двойка
    [few] { $count } двойки
   *[many] { $count } двоек
}
forecast-marks-3 = { $count ->
    [one] { $count } тройка
    [few] { $count } тройки
   *[many] { $count } троек
}
forecast-marks-4 = { $count ->
    [one] { $count } четвёрка
    [few] { $count } четвёрки
   *[many] { $count } четвёрок
}
forecast-marks-5 = { $count ->
    [one] { $count } пятёрка
    [few] { $count } пятёрки
   *[many] { $count } пятёрок
}
forecast-for-answer = { $count ->
    [1] за ответ
   *[other] за ответы
}
forecast-for-independent = { $count ->
    [1] за самостоятельную
   *[other] за самостоятельные
}
forecast-for-control = { $count ->
    [1] за контрольную
   *[other] за контрольные
}
forecast-year = 📅 За год пока выходит <b>{ $mark }</b> ({ $marks }).
forecast-year-mark = { $period } – { $mark }
forecast-year-set = 📅 За год выставлено: <b>{ $mark }</b>.
forecast-goal = 🔔 Вы следите за <b>{ $mark }</b>: если за три недели до конца периода её ещё можно получить, но пока не выходит, напишем.
forecast-goal-set = Следим
forecast-goal-gone = Больше не следим
forecast-button-watch = 🔔 Следить за { $mark }
forecast-button-unwatch = 🔕 Не следить за { $mark }
forecast-note-lessons = <i>Считаем не больше одной отметки за урок. Виды работ и их вес решает учитель.</i>

## Письмо за три недели до конца периода

forecast-letter-title = 🔮 { $period } заканчивается { $until }. Ещё можно успеть:
forecast-letter-short = ❗️ Для отметки за период пока не хватает: { $subjects }.
forecast-letter-lacks = <b>{ $subject }</b> – { $needs }
forecast-letter-hint = Поговорите об этом вместе и, если нужно, с учителем: время ещё есть.

## Чего не хватает для аттестации

needs-marks = { $count ->
    [one] { $count } отметка
    [few] { $count } отметки
   *[many] { $count } отметок
}
needs-written = { $count ->
    [one] { $count } письменная работа
    [few] { $count } письменные работы
   *[many] { $count } письменных работ
}
needs-labs = { $count ->
    [one] { $count } лабораторная
    [few] { $count } лабораторные
   *[many] { $count } лабораторных
}
needs-practicals = { $count ->
    [one] { $count } практическая
    [few] { $count } практические
   *[many] { $count } практических
}

## К аттестации

radar-heading = 📡 <b>{ $klass } · { $subject }</b>
radar-subgroup = { $klass } ({ $subgroup })
radar-period = { $count ->
    [0] { $period }, до { $until }: уроков больше нет.
    [one] { $period }, до { $until }: ещё { $count } урок.
    [few] { $period }, до { $until }: ещё { $count } урока.
   *[many] { $period }, до { $until }: ещё { $count } уроков.
}
radar-least = Для отметки за период нужно: { $needs }.
radar-least-marks = отметок – { $count }
radar-least-written = письменных работ – { $count }
radar-least-labs = лабораторных – { $count }
radar-least-practicals = практических – { $count }
radar-short = { $count ->
    [one] Внимания требует <b>{ $count }</b> человек.
    [few] Внимания требуют <b>{ $count }</b> человека.
   *[many] Внимания требуют <b>{ $count }</b> человек.
}
radar-nobody-short = ✅ Отметок хватает у всех, двоек не выходит.
radar-nobody = В группе никого нет.
radar-unassessed = Здесь отметок за период не ставят.
radar-line = { $sign } <b>{ $name }</b> · { $stands }
radar-line-set = { $sign } <b>{ $name }</b> · выставлено { $mark }
radar-count-marks = отм. { $missing ->
    [0] { $have }
   *[other] { $have }/{ $least }
}
radar-count-written = письм. { $missing ->
    [0] { $have }
   *[other] { $have }/{ $least }
}
radar-count-labs = лаб. { $missing ->
    [0] { $have }
   *[other] { $have }/{ $least }
}
radar-count-practicals = практ. { $missing ->
    [0] { $have }
   *[other] { $have }/{ $least }
}
radar-stands = { $mean } → { $mark }
radar-no-marks = отметок нет
radar-sign-set = ☑️
radar-sign-none = 🟢
radar-sign-short = 🟡
radar-sign-urgent = 🔴
radar-sign-lost = ⛔️
radar-sign-failing = 🟠
radar-legend = <i>🟡 отметок мало, 🔴 мало и уроков, ⛔️ уроков уже не хватит, 🟠 выходит двойка.</i>

radar-button = 📡 К аттестации
radar-button-ask = 🙋 Кого спросить

## Кого спросить

radar-ask-title = 🙋 <b>Кого спросить</b>
radar-ask-one = { $number }. <b>{ $name }</b> – { $why }
radar-ask-nobody = Отметок хватает у всех, и ни у кого не выходит двойка. Спросите, кого хочется.
radar-why-no-marks = в этом периоде ещё нет отметок
radar-why-few-marks = отметок { $have } из { $least }
radar-why-failing = выходит { $mark }
radar-why-long-ago = последняя отметка – { $day }
radar-why-one-mark-lifts = одна пятёрка поднимет итог
