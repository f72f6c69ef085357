### На что стоит взглянуть завучу и директору. Ни одна строка не обвиняет: у всего бывает простая причина.

slips-title = 🔎 <b>Стоит взглянуть</b> · { $school }
    { $span }
slips-count = { $count ->
    [one] { $count } запись, сверху самые заметные.
    [few] { $count } записи, сверху самые заметные.
   *[many] { $count } записей, сверху самые заметные.
}
slips-none = За эту неделю взглянуть не на что.
slips-hint = <i>Это не нарушения: у каждой записи может быть простая причина. Спросите учителя.</i>
slips-button = { $what } · { $name }
slips-button-lesson = { $what } · { $name } · { $day }
slips-back = ‹ К списку
slips-home-button = 🔎 Стоит взглянуть

slip-short-after-final = После итоговой: { $count }
slip-short-burst = Много правок подряд: { $count }
slip-short-night = Ночью: { $count }
slip-short-all-fives = Одни пятёрки за минуту: { $count }
slip-short-absent-marked = Отметка отсутствовавшему: { $count }
slip-short-on-and-off = Есть – нет – есть
slip-title = 🔎 <b>{ $what }</b> · { $name }
slip-about-after-final = Отметки записаны или изменены, когда итоговая за этот период уже стояла.
slip-about-burst = Не меньше 15 исправлений за 10 минут. Так бывает, когда правят ошибку ввода, – или когда журнал открыт у кого-то другого.
slip-about-night = Отметки записаны между 23:00 и 06:00.
slip-about-all-fives = Не меньше 10 пятёрок за минуту на одном уроке, других отметок между ними нет. Возможно, так и есть.
slip-about-absent-marked = Отметка стоит у того, кто на этом уроке отмечен отсутствующим. Ошибка либо в отметке, либо в посещаемости.
slip-about-on-and-off = На соседних уроках – на месте, на этом – отсутствие без причины. Возможно, опечатка в посещаемости.
slip-began = Начало: { $moment }
slip-students = Ученики: { $names }
slip-students-more = Ученики: { $names } и ещё { $count }

objectivity-title = ⚖️ <b>Обоснованность итоговых</b> · { $school }
    { $period }
objectivity-period = { $name }, { $span }
objectivity-how = Выберите класс: покажу, где итоговая расходится со средним, мало отметок, нет письменных работ или почти всё поставлено в последние дни.
objectivity-running = <i>Период ещё идёт, до конца { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}: отметок пока может не хватать у многих.</i>
objectivity-no-periods = Учебные периоды ещё не заведены.
objectivity-home-button = ⚖️ Обоснованность итоговых
objectivity-klass-title = ⚖️ <b>{ $klass }</b> · { $period }
objectivity-fine = ✅ Вопросов нет.
objectivity-group-line = • <b>{ $subject }</b> ({ $teacher }): { $what }
objectivity-group-button = { $subject } · { $count }
objectivity-group-title = ⚖️ <b>{ $klass } · { $subject }</b> · { $period }
    { $teacher }
objectivity-klasses = ‹ Все классы
objectivity-back = ‹ К классу
objectivity-count-apart = итоговая не по среднему – { $count }
objectivity-count-few = мало отметок – { $count }
objectivity-count-no-written = мало письменных – { $count }
objectivity-count-no-labs = мало лабораторных – { $count }
objectivity-count-no-practicals = мало практических – { $count }
objectivity-count-rush = отметки в последние дни
objectivity-apart = • { $name }: стоит <b>{ $given }</b>, по среднему { $mean } выходит { $proposed }
objectivity-few = • { $name }: отметок { $have } из { $least }
objectivity-no-written = • { $name }: письменных работ { $have } из { $least }
objectivity-no-labs = • { $name }: лабораторных { $have } из { $least }
objectivity-no-practicals = • { $name }: практических { $have } из { $least }
objectivity-rush = • В последние два дня поставлено { $have } из { $least } отметок периода
