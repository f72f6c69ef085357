### Сторона учителя: день, карточка урока, отказы.

teacher-heading = <b>{ $klass } · { $subject }</b> · { $number }-й урок, { $day }
teacher-klass-subgroup = { $klass } ({ $subgroup })

## День

teacher-day-title = 📚 <b>{ $day }</b>
teacher-day-line = <b>{ $number }.</b> { $time } { $klass } · { $subject }
teacher-day-line-cancelled = <s>{ $number }. { $time } { $klass } · { $subject }</s> – отменён
teacher-day-line-room = { $line }, каб. { $room }
teacher-day-line-handed-over = { $line } – ведёт { $substitute }
teacher-day-line-substitution = { $line } – замена, по расписанию { $teacher }
teacher-day-line-missing = { $line } · нет { $parts }
teacher-day-line-done = { $line } ✓
teacher-day-empty = Уроков нет.
teacher-day-legend = { $parts } – ещё не записано.
teacher-day-overdue =
    ⚠️ { $count ->
        [one] Не закрыт { $count } урок прошлых дней.
        [few] Не закрыто { $count } урока прошлых дней.
       *[many] Не закрыто { $count } уроков прошлых дней.
    }
teacher-day-overdue-button = ⚠️ Не закрыто: { $count }
teacher-day-lesson-button = { $number } · { $klass } { $subject }
teacher-day-previous = ◀ { $day }
teacher-day-next = { $day } ▶
teacher-day-today = Сегодня
teacher-day-week-back = ⏪ { $day }
teacher-day-week-on = { $day } ⏩

teacher-now-attendance = 👥 Посещаемость · { $number }. { $klass }
teacher-now-marks = ✏️ Отметки

teacher-part-attendance = 👥
teacher-part-topic = 📝
teacher-part-homework = 🎒
teacher-part-marks = ✏️
teacher-part-attendance-word = посещаемость
teacher-part-topic-word = тема
teacher-part-homework-word = ДЗ
teacher-part-marks-word = отметки

## Что не закрыто

teacher-overdue-title = ⚠️ <b>Не закрыто</b>
teacher-overdue-none = Всё записано. Спасибо!
teacher-overdue-line = <b>{ $day }</b>, { $klass } · { $subject }, { $number }-й урок
teacher-overdue-duty = { $what } – до { $until } ({ $clause })
teacher-overdue-duty-paused = ⏸ { $what } – отложено до { $until }: { $reason }
teacher-overdue-duty-late = ❗ { $what } – срок был { $until } ({ $clause })
teacher-overdue-more = … и ещё { $count }.
teacher-overdue-button = { $day } · { $klass } { $subject }

## Карточка урока

teacher-lesson-time = { $time }
teacher-lesson-time-room = { $time }, каб. { $room }
teacher-lesson-cancelled = 🚫 Урок отменён: записывать нечего.
teacher-lesson-substitution = 🔁 Замена: ведёт { $substitute }, по расписанию – { $teacher }
teacher-lesson-read-only = 👁 { $keeper } ведёт журнал этого урока. Вам доступен только просмотр.
teacher-lesson-topic = 📝 { $topic }
teacher-lesson-topic-none = 📝 Тема не записана
teacher-lesson-attendance-none = 👥 Посещаемость не отмечена
teacher-lesson-attendance-all = 👥 Все на месте: { $students }
teacher-lesson-attendance = 👥 Нет на уроке { $absent } из { $students }: { $names }
teacher-lesson-attendance-late = 👥 На месте { $students }, опоздания: { $names }
teacher-lesson-absentee = { $name } ({ $sign })
teacher-lesson-absentee-late = { $name } ({ $sign } { $minutes } мин)
teacher-lesson-homework-none = 🎒 Домашнее задание не записано
teacher-lesson-homework-nothing = 🎒 Не задано
teacher-lesson-homework = 🎒 { $text }
teacher-lesson-homework-due = 🎒 На { $day }: { $text }
teacher-lesson-homework-files = { $line } 📎{ $count }
teacher-lesson-homework-personal = { $line } (индивидуально: { $name })
teacher-lesson-marks-none = ✏️ Отметок нет
teacher-lesson-marks-nothing = ✏️ Без отметок
teacher-lesson-work = ✏️ { $work }: { $marked } из { $students }
teacher-lesson-remark = 💬 { $name }: { $text }

teacher-button-attendance = 👥 Посещаемость
teacher-button-attendance-done = 👥 Посещаемость ✓
teacher-button-topic = 📝 Тема
teacher-button-topic-done = 📝 Тема ✓
teacher-button-homework = 🎒 ДЗ
teacher-button-homework-done = 🎒 ДЗ ✓
teacher-button-marks = ✏️ Отметки
teacher-button-marks-done = ✏️ Отметки ✓
teacher-button-remark = 💬 Комментарий ученику
teacher-button-day = ‹ Уроки дня
teacher-button-lesson = ‹ К уроку
teacher-button-cancel = ‹ Не надо

teacher-fitting-more = … не поместилось целиком.

## Отказы

error-no-lessons = Уроков у вас здесь нет. Если это ошибка, напишите администратору школы.
error-lesson-cancelled = Урок отменён – записывать в него нечего.
error-lesson-ahead = Урок ещё не начался. Записать можно за 15 минут до звонка и позже.
error-grade-one = В 1 классе нет ни отметок, ни домашних заданий. Запишите тему и посещаемость.
error-text-empty = Пустой текст. Напишите хотя бы слово.
error-text-long = Слишком длинно: { $length } знаков, можно { $limit }. Сократите, пожалуйста, и отправьте ещё раз.
error-plan-topic-gone = Этой темы больше нет в плане класса. Откройте «Тема» ещё раз и выберите другую.
