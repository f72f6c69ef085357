### Перенос учебного дня.

day-move-button = 🔁 Перенести день
day-move-source = 🔁 <b>Перенос учебного дня</b> · { $school }
    Какой день переносится? Он станет выходным.
day-move-target = 🔁 <b>{ $source }</b> · { $school }
    На какой день перенести его уроки?
day-move-preview = 🔁 <b>{ $school }</b>

    { $source } – выходной.
    { $target } – учебный день: { $lessons ->
        [one] { $lessons } урок
        [few] { $lessons } урока
       *[many] { $lessons } уроков
    }, { $klasses ->
        [one] { $klasses } класс
        [few] { $klasses } класса
       *[many] { $klasses } классов
    }. Домашние задания переносятся вместе с уроками.
day-move-preview-back = 🔁 <b>{ $school }</b>

    Перенос отменяется: { $lessons ->
        [one] { $lessons } урок
        [few] { $lessons } урока
       *[many] { $lessons } уроков
    } ({ $klasses ->
        [one] { $klasses } класс
        [few] { $klasses } класса
       *[many] { $klasses } классов
    }) снова { $target }, а { $source } – как по календарю.
day-move-term = ℹ️ Срок внесения – до { $moment } [{ $clause }].
day-move-late = ⚠️ По регламенту перенос вносят до { $moment } [{ $clause }]. Внести можно и сейчас – в отчёте он будет отмечен как внесённый позже срока.
day-move-sure = ✅ Перенести и сообщить
day-move-done = Готово: уроки дня «{ $source }» пройдут в день «{ $target }». Семьям и учителям придёт сообщение.
day-move-name-free = Выходной: уроки перенесены на { $day }
day-move-name-moved = Учебный день за { $day }
day-move-letter = 🔁 <b>Учебный день переносится</b>
    { $source } – выходной, его уроки: { $target }.
day-move-letter-back = 🔁 <b>Перенос учебного дня отменён</b>
    { $source } – снова учебный день, { $target } – нет.

error-day-move-past = Переносить можно только дни, которые ещё впереди.
error-day-move-same = Это один и тот же день. Выберите другой.
error-day-move-empty = В этот день уроков нет: переносить нечего.
error-day-move-taken = В этот день уже есть уроки. Выберите день без уроков.
error-day-move-held = На уроках этого дня уже есть записи: такой день не перенести.
