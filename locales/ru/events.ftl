### События школы и классов: экраны, письма, мастер нового события.

## Общее

events-when = { $day }
events-when-at = { $day }, { $time }
events-place = 📍 { $place }
events-words = { $words }
events-bring = 🎒 Взять с собой: { $bring }
events-whom-school = вся школа
events-whom-grades = { $count ->
    [one] { $grades }-е классы
    [few] { $grades } классы
   *[many] { $grades } классы
}

## Письма

events-letter-new = 🎪 <b>{ $name }</b>
    🗓 { $when }
events-letter-changed = ✏️ <b>{ $name }</b> – подробности изменились
    🗓 { $when }
events-letter-moved = ✏️ <b>{ $name }</b> – другое время
    🗓 { $when } (было: { $before })
events-letter-cancelled = 🚫 <b>{ $name }</b> – отменяется ({ $when })
events-letter-soon = 🎪 Завтра: <b>{ $name }</b>
    🗓 { $when }
events-letter-staff = 🎪 <b>События</b>
events-letter-whom = { $whom }: { $said }
events-letter-button = 🎪 Все события
events-letter-open = { $name }

## Семье

events-child-title = 🎪 <b>События впереди</b>
events-child-none = Пока ничего не запланировано. О новом событии придёт сообщение.
events-child-event = <b>{ $name }</b>
    🗓 { $when }
events-child-holiday = 🏖 { $name }: { $span }
events-child-moved = 🔁 { $name }: { $span } – учебный день
events-more = … и ещё { $count ->
    [one] { $count } событие
    [few] { $count } события
   *[many] { $count } событий
}
events-button = 🎪 События
events-button-timetable = ‹ Расписание

## Школе

events-title = 🎪 <b>События</b> · { $name }
events-none = Впереди ничего не запланировано.
events-line = • { $when } · { $whom } · { $name }
events-line-klass = • { $when } · { $name }
events-add-button = ➕ Новое событие
events-event-button = { $when } · { $name }
events-home-button = 🎪 События
events-home-named-button = 🎪 События { $klass }
events-back-button = ‹ События
events-card-title = 🎪 <b>{ $name }</b> · { $whom }
events-card-when = 🗓 { $when }
events-card-in-time = ✅ Внесено вовремя: срок – до { $moment } [{ $clause }]
events-card-late = ⚠️ Внесено позже срока: он был до { $moment } [{ $clause }]
events-change-button = ✏️ Изменить
events-cancel-button = 🚫 Отменить
events-cancel-sure = Отменить <b>{ $name }</b> ({ $when })? Семьям и учителям, которые уже знают о событии, придёт сообщение.
events-cancel-sure-button = 🚫 Да, отменить
events-cancel-keep-button = ‹ Нет, оставить
events-cancelled = Событие отменено
events-saved = Готово. О событии сообщат семьям и учителям
events-changed = Изменения сохранены, о них сообщат

## Новое событие

events-pick-day = 🎪 <b>Новое событие</b> · { $name }
    Когда? Выберите день.
events-pick-last = 🎪 Последний день события
    Для события на один день нажмите { $day }.
events-pick-other = 🎪 Другой день события
events-draft-new = 🎪 <b>Новое событие</b> · { $whom }
events-draft-change = 🎪 <b>Изменить событие</b> · { $whom }
events-draft-name = <b>{ $name }</b>
events-draft-nameless = <i>Названия пока нет</i>
events-draft-late = ⚠️ По регламенту такое событие вносят до { $moment } [{ $clause }]. Внести можно и сейчас – в отчёте оно будет отмечено как внесённое позже срока.
events-draft-term = ℹ️ Срок внесения – до { $moment } [{ $clause }].
events-draft-hint = Когда всё верно, нажмите кнопку внизу: семьи и учителя получат сообщение.
events-field-name-button = ✏️ Название
events-field-time-button = 🕐 Время
events-field-place-button = 📍 Место
events-field-words-button = 💬 Подробности
events-field-bring-button = 🎒 Взять с собой
events-draft-day-button = 🗓 День
events-draft-last-button = 🗓 Окончание
events-draft-whom-button = 👥 Для кого
events-draft-save-button = ✅ Внести и сообщить
events-draft-change-button = ✅ Сохранить и сообщить
events-draft-drop-button = ✖️ Не вносить
events-draft-back-button = ‹ К событию
events-draft-dropped = Черновик удалён
events-field-clear-button = 🧹 Убрать
events-ask-name = 🎪 <b>{ $when }</b>
    Как называется событие? Напишите одним сообщением, например: «Поездка в музей космонавтики».
events-ask-time = Во сколько начало? Напишите, например: 14:30.
events-ask-place = Где? Напишите одним сообщением, например: «актовый зал».
events-ask-words = Что важно знать? Напишите одним сообщением.
events-ask-bring = Что взять с собой? Напишите одним сообщением, например: «сменную обувь, воду».
events-whom-title = 👥 <b>Для кого событие?</b>
    Сейчас: { $whom }
events-whom-school-button = 🏫 Вся школа
events-whom-grade-button = { $grade }-е
events-whom-grade-chosen-button = ✅ { $grade }-е
events-whom-klass-chosen-button = ✅ { $klass }

error-event-time = Не получилось понять время. Напишите, например: 14:30.
error-event-past = Этот день уже прошёл. Выберите день не раньше сегодняшнего.
error-event-far = Так далеко вперёд события не вносят: последний возможный день – { $last }.
error-event-order = Последний день не может быть раньше первого.
error-event-long = Событие не может длиться дольше { $days ->
    [one] { $days } дня
    [few] { $days } дней
   *[many] { $days } дней
}.
error-event-nameless = Сначала дайте событию название: кнопка «✏️ Название».
error-event-whom = Для кого событие, изменить нельзя: о нём уже сообщили. Отмените его и внесите новое.
