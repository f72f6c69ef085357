### Дневник: день, неделя, урок, расписание, задания, первый экран семьи.
### $child – имя и фамилия ребёнка, $klass – класс; имена людей и предметов стоят только в именительном падеже.

## Заголовок

diary-heading = <b>{ $child }</b> · { $klass }
diary-heading-plain = <b>{ $child }</b>
diary-day = 📅 <b>{ $day }</b>
diary-day-near = 📅 <b>{ $day }</b> ({ $near })
diary-text = { $text }

## Урок

diary-lesson = <b>{ $number }. { $subject }</b> · { $time }
diary-lesson-cancelled = <s>{ $number }. { $subject }</s> · { $time } – урок отменён
diary-lesson-away = <s>{ $number }. { $subject }</s> – { $to }
diary-lesson-moved = ↪️ { $place }
diary-moved-to = перенесён на { $day }, { $number }-й урок
diary-moved-from = перенесён с { $day }, { $number }-й урок
diary-subject-group = { $subject } ({ $group })
diary-lesson-place = { $teacher } · { $room }
diary-room = каб. { $room }
diary-lesson-substitute = 🔁 замена: { $teacher }
diary-lesson-topic = 📝 { $topic }
diary-lesson-work = 📝 <b>{ $work }</b>
diary-lesson-work-titled = 📝 <b>{ $work }</b> «{ $title }»
diary-lesson-homework = 🎒 { $text }
diary-lesson-homework-individual = 🎒 лично: { $text }
diary-lesson-homework-undated = 🎒 без срока: { $text }
diary-lesson-mark = ✏️ <b>{ $mark }</b> { $kind }
diary-mark-title = «{ $title }»
diary-mark-comment = – { $comment }
diary-lesson-missed = 🚪 { $presence }
diary-lesson-late = ⏰ { $presence }
diary-lesson-remark = 💬 { $text }
diary-files = 📎 { $count }
diary-with-files = { $text } 📎 { $count }
diary-done = ✅ { $text }

## День

diary-no-lessons = Уроков нет.
diary-holiday = 🏖 { $name }
diary-holiday-span = 🏖 { $name }: { $span }
diary-moved = 🔀 { $name }
diary-event = 📌 { $name }
diary-event-at = 📌 { $time } · { $name }
diary-event-place = { $event } ({ $place })
diary-next-school-day = Ближайший учебный день – { $day }.
diary-homework-loose = 🎒 Ещё на этот день: <b>{ $subject }</b> – { $text }
diary-legend-homework = <i>🎒 – что задано на этот день</i>
diary-shortened = <i>Длинное сокращено. Нажмите номер урока – покажу целиком.</i>
diary-cut = <i>Здесь поместилось не всё.</i>

diary-button-today = Сегодня
diary-button-diary = 📅 Сегодня
diary-button-week = 📆 Неделя
diary-button-pick = 🗓 Дата
diary-button-day = 📅 День
diary-button-previous = ◀ { $day }
diary-button-next = { $day } ▶
diary-button-earlier = ◀ Раньше
diary-button-this-week = Эта неделя
diary-button-later = Позже ▶
diary-button-lesson = { $number }
diary-button-files = 📎 { $name }
diary-button-homework = 🎒 Задания
diary-button-marks = ✏️ Отметки
diary-back-to-day = ‹ { $day }
diary-pick-title = 🗓 Какой день показать?

## Неделя

diary-week-title = 📆 <b>Неделя { $span }</b>
diary-week-day = <b>{ $day }</b>
diary-week-lesson = { $number }. { $subject }
diary-week-lesson-cancelled = <s>{ $number }. { $subject }</s>
diary-week-work = 📝 <b>{ $work }</b>
diary-week-homework = 🎒 { $text }
diary-week-mark = <b>{ $mark }</b>
diary-week-substitute = 🔁
diary-week-moved = ↪️ { $place }
diary-week-empty = На этой неделе уроков нет.

## Расписание

diary-timetable-title = 🕘 <b>Расписание</b> · { $day }
diary-timetable-line = { $number }. { $time } <b>{ $subject }</b>
diary-timetable-line-cancelled = { $number }. <s>{ $time } { $subject }</s> – отменён
diary-timetable-ahead = <b>Впереди</b>
diary-timetable-holiday = 🏖 { $span } · { $name }
diary-timetable-moved = 🔀 { $span } · { $name }
diary-timetable-event = 📌 { $day } · { $name }
diary-timetable-event-at = 📌 { $day } { $time } · { $name }
diary-button-timetable-week = На неделю
diary-button-timetable-day = На день

## Задания

diary-homework-title = 🎒 <b>Домашнее задание</b> · { $day }
diary-homework-near = { $day } ({ $near })
diary-homework-subject-title = 🎒 <b>{ $subject }</b>
diary-homework-kind = { " " }· { $kind }
diary-homework-item = { $number }. <b>{ $subject }</b>{ $kind }
diary-homework-item-done = ✅ { $number }. <b>{ $subject }</b>{ $kind }
diary-homework-dated = <b>{ $day }</b>{ $kind }
diary-homework-dated-done = ✅ <b>{ $day }</b>{ $kind }
diary-homework-undated = без срока
diary-homework-individual = лично
diary-homework-none = На этот день ничего не задано.
diary-homework-none-week = На эту неделю ничего не задано.
diary-homework-none-subject = За последние четыре недели и наперёд заданий нет.
diary-homework-ticking = <i>Нажмите на задание, когда оно сделано.</i>
diary-homework-ticks = <i>✅ – отмечено как сделанное</i>
diary-homework-choose = 🎒 Задания какого предмета показать?
diary-button-tick = ☐ { $number }. { $subject }
diary-button-ticked = ✅ { $number }. { $subject }
diary-button-homework-week = На неделю
diary-button-homework-day = На день
diary-button-homework-subjects = По предметам
diary-back-to-homework = ‹ Задания
diary-files-title = 📎 <b>{ $subject }</b> · { $day }
diary-files-none = Файлов у этого задания больше нет.

## Первый класс

diary-unmarked = В первом классе отметок и домашних заданий нет: так решено для всех школ. Здесь – темы уроков, посещаемость и слова учителя.

## Первый экран

diary-home-coming = 🔔 Дальше: { $time } – { $subject }
diary-home-coming-day = 🔔 Дальше: { $day }, { $time } – { $subject }
diary-home-lessons = { $count ->
    [0] 📚 Сегодня уроков нет
    [one] 📚 Сегодня { $count } урок
    [few] 📚 Сегодня { $count } урока
   *[many] 📚 Сегодня { $count } уроков
}
diary-home-homework = { $count ->
    [0] 🎒 { $day }: ничего не задано
    [one] 🎒 { $day }: { $count } задание
    [few] 🎒 { $day }: { $count } задания
   *[many] 🎒 { $day }: { $count } заданий
}
diary-home-fresh = { $count ->
    [one] ✏️ { $count } новая отметка
    [few] ✏️ { $count } новые отметки
   *[many] ✏️ { $count } новых отметок
}
diary-home-nobody = Сейчас в школе нет учеников, чей дневник вы можете читать. Если это ошибка, напишите классному руководителю.
diary-button-child = { $name }, { $klass }
diary-button-child-chosen = • { $name }, { $klass }
diary-button-marks-fresh = ✏️ Отметки: новых { $count }
diary-button-absences = 🚪 Пропуски
diary-button-timetable = 🕘 Расписание
