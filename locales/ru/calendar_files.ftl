### Расписание файлом для календаря телефона.

calendar-button = 📅 В календарь
calendar-button-lessons = ‹ Уроки
calendar-file-name = расписание
calendar-name-child = Школа: { $name }, { $klass }
calendar-name-own = Мои уроки
calendar-lesson = { $number }-й урок, { $teacher }
calendar-substituted = Замена: по расписанию – { $teacher }
calendar-own-lesson = { $klass } · { $subject }
calendar-own-number = { $number }-й урок
calendar-own-substitution = Замена: по расписанию – { $teacher }
calendar-room = каб. { $room }
calendar-cancelled = Отменён: { $title }
calendar-event = 🎪 { $name }
calendar-day-off = 🏖 { $name }
calendar-moved-day = 🔁 { $name }
calendar-done = 📅 Расписание, события и каникулы: { $span }.

    Откройте файл на телефоне – календарь предложит добавить записи. Если расписание изменится, возьмите файл ещё раз: записи обновятся, а не удвоятся.
calendar-own-done = 📅 <b>Мои уроки</b>: { $span }.

    Откройте файл на телефоне – календарь предложит добавить записи. Если расписание изменится, возьмите файл ещё раз: записи обновятся, а не удвоятся.
