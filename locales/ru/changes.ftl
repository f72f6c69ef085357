### Замены и изменения в расписании: экраны завуча и администратора, письма, карточка замены.

changes-klass = { $klass } ({ $subgroup })
changes-place = { $day }, { $number }-й урок

## День школы

changes-title = 🔁 <b>Замены и изменения</b> · { $day }
changes-none = На этот день изменений нет.
changes-how = Кого заменить или что изменить? Сначала выберите класс или учителя, которого не будет.
changes-line = • { $klass } · { $subject }, { $number }-й урок: { $what }
changes-away-line = • { $klass } · { $subject }, { $number }-й урок: перенесён на { $day }, { $to }-й урок
changes-what-cancelled = отменён
changes-what-substituted = ведёт { $substitute } (по расписанию – { $teacher })
changes-what-moved = перенесён с { $day }, { $number }-й урок
changes-what-room = каб. { $room }
changes-what-as-planned = по расписанию
changes-home-button = 🔁 Замены и изменения
changes-button-klass = 🏫 Класс
changes-button-away = 🤒 Нет учителя
changes-button-back = ‹ Изменения дня
changes-button-previous = ◀ { $day }
changes-button-next = { $day } ▶
changes-choose-klass = 🏫 <b>Какой класс?</b> · { $day }
changes-choose-teacher = 🤒 <b>Кого не будет?</b> · { $day }
changes-nobody = Учителей на этот день нет.
changes-no-klasses = Классов нет: сначала загрузите файл школы.

## Класс и учитель

changes-klass-day = <b>{ $klass }</b> · { $day }
changes-choose-lesson = Какой урок изменить?
changes-no-lessons = Уроков нет.
changes-lesson-button = { $number } · { $subject }
changes-lesson-button-changed = 🔁 { $number } · { $subject }
changes-lesson-button-cancelled = 🚫 { $number } · { $subject }
changes-away-day = 🤒 <b>{ $teacher }</b> · { $day }
changes-away-how = Нажмите, кто проведёт урок, – семьи и учителя узнают сразу. «…» – другие варианты, отмена, перенос.
changes-away-none = Уроков в этот день нет.
changes-away-all = Все уроки этого дня устроены. Спасибо!
changes-away-open = { $number }. { $klass } · { $subject } – <b>замены пока нет</b>
changes-away-given = { $number }. { $klass } · { $subject } – ведёт { $substitute } ✅
changes-away-cancelled = { $number }. { $klass } · { $subject } – отменён
changes-away-lent = { $number }. { $klass } · { $subject } – замена, здесь тоже нужен другой учитель
changes-away-button = { $number } · { $klass } → { $name }
changes-away-other-button = { $number } · …

## Урок

changes-lesson-title = <b>{ $klass } · { $subject }</b> · { $place }
changes-lesson-teacher = 👩‍🏫 { $teacher }
changes-lesson-substituted = 🔁 Ведёт { $substitute }, по расписанию – { $teacher }
changes-lesson-room = 🚪 каб. { $room }
changes-lesson-no-room = 🚪 кабинет не указан
changes-lesson-cancelled = 🚫 Урок отменён
changes-lesson-moved = ↪️ Перенесён: по расписанию – { $day }, { $number }-й урок
changes-lesson-over = Урок уже прошёл: об изменении никто не получит сообщения.
changes-lesson-held = ✍️ Записи уже есть ({ $part ->
    [attendance] посещаемость
    [homework] домашнее задание
   *[marks] отметки или замечания
}): отменить или перенести урок нельзя, чтобы ничего не потерять.
changes-history = <b>Что менялось</b>
changes-history-line = { $at }, { $by }: { $what }
changes-did-substituted = замена
changes-did-cancelled = отмена
changes-did-returned = урок возвращён
changes-did-moved = перенос на { $day }, { $number }-й урок
changes-did-room = кабинет { $room }
changes-done = Сохранено
changes-done-homework = Сохранено. Домашнее задание теперь на { $day }
changes-button-substitute = 🔁 Замена учителя
changes-button-cancel = 🚫 Отменить урок
changes-button-return = ✅ Вернуть урок
changes-button-move = ↪️ Перенести
changes-button-room = 🚪 Кабинет
changes-button-lesson = ‹ К уроку
changes-button-other-day = ‹ Другой день
changes-button-klass-day = ‹ { $klass }
changes-button-teacher-day = ‹ { $teacher }
changes-cancel-ask = Отменить этот урок? Ученики, родители и учитель узнают сразу; записывать за него ничего не придётся.
changes-cancel-yes = Да, отменить

## Выбор

changes-substitutes = Кто проведёт урок? Первыми – свободные учителя.
changes-substitutes-subject = ★ – ведёт этот предмет
changes-substitutes-klass = • – ведёт другой предмет в этом классе
changes-substitutes-busy = ⛔ – в это время на другом уроке
changes-substitutes-away = 🤒 – в этот день не работает
changes-substitutes-nobody = Других учителей на этот день нет. Перенесите урок или отмените его.
changes-substitute-button = { $mark ->
    [subject] ★ { $name }
    [klass] • { $name }
   *[none] { $name }
}
changes-substitute-busy-button = ⛔ { $name } · { $klass }
changes-substitute-away-button = 🤒 { $name }
changes-substitute-own-button = ↩️ Без замены: { $name }
changes-move-days = На какой день перенести?
changes-move-numbers = { $day }: каким уроком?
changes-move-none = В этот день свободных уроков нет. Выберите другой день.
changes-move-button = { $number }-й урок
changes-move-busy-button = { $number }-й · ⛔ { $why }
changes-clash-students = класс занят
changes-clash-teacher = учитель занят
changes-clash-room = кабинет занят
changes-rooms = Куда перенести? Выберите кабинет или напишите его номер.
changes-rooms-type = Напишите номер или название кабинета.
changes-room-button = { $room }
changes-room-busy-button = ⛔ { $room } · { $klass }
changes-room-again = Если так и задумано, напишите тот же кабинет ещё раз.

## Что мешает

changes-conflicts = ⚠️ <b>Так получится накладка</b>
changes-conflict-students = У { $klass } в это время { $subject }, { $number }-й урок.
changes-conflict-teacher = { $teacher } в это время ведёт: { $klass } · { $subject }, { $number }-й урок.
changes-conflict-room = Кабинет { $room } занят: { $klass } · { $subject }, { $number }-й урок.
changes-conflict-no = Ученики не могут быть на двух уроках сразу. Выберите другое место.
changes-conflict-ask = Если так и задумано, подтвердите.
changes-conflict-sure = Всё равно сохранить

## Карточка замены

substitution-title = 🔁 <b>Замена: { $klass } · { $subject }</b> · { $place }
substitution-for = По расписанию урок ведёт { $teacher }
substitution-time = ⏰ { $time }
substitution-time-room = ⏰ { $time }, каб. { $room }
substitution-topic = 📝 По плану: { $topic }
substitution-topic-set = 📝 Тема записана: { $topic }
substitution-no-topic = 📝 В плане темы нет – напишите её в журнале.
substitution-task = 🎒 Дать домой по плану: { $task }
substitution-due = 🎒 <b>Собрать домашнее задание</b>
substitution-due-line = • { $text }
substitution-due-personal = • { $name }: { $text }
substitution-due-none = 🎒 На этот урок ничего не задано.
substitution-missing = 🤒 <b>Сегодня нет</b>: { $names }
substitution-missing-one = { $name } ({ $sign })
substitution-missing-none = 🤒 Об отсутствующих пока не известно.
substitution-list = <b>Список ({ $count })</b>
substitution-list-line = { $number }. { $name }
substitution-rights = Журнал этого урока открыт вам: посещаемость, тема, отметки, задание. Остальные уроки группы ведёт её учитель.
substitution-fill-button = ✏️ Заполнить урок
substitution-button = 🔁 Карточка замены

## Письма

changes-letter-title = 🔁 <b>Изменения в расписании</b>
changes-letter-line = 🔁 { $subject }, { $day }, { $number }-й урок: { $what }
changes-letter-staff-line = • { $klass } · { $subject }, { $day }, { $number }-й урок: { $what }
changes-letter-give = • { $klass } · { $subject }, { $day }, { $number }-й урок: <b>ведёте вы</b> – по расписанию { $teacher }
changes-letter-freed = • { $klass } · { $subject }, { $day }, { $number }-й урок: замена снята, вести его вам не нужно
changes-said-cancelled = урок отменён
changes-said-returned = урок состоится
changes-said-moved = перенесён на { $day }, { $number }-й урок
changes-said-substituted = замена, ведёт { $teacher }
changes-said-own-teacher = ведёт { $teacher }, без замены
changes-said-room = кабинет { $room }
changes-said-homework = домашнее задание – к нему же, на { $day }
changes-said-homework-next = домашнее задание – к следующему уроку, на { $day }
changes-button-card = 🔁 { $number } · { $klass } { $subject }

## Отказы

error-lesson-held = В этом уроке уже есть записи ({ $part ->
    [attendance] посещаемость
    [homework] домашнее задание
   *[marks] отметки или замечания
}), поэтому отменить или перенести его нельзя: они бы потерялись. Если урока правда не было, пусть учитель сначала снимет записи.
error-lesson-day-off = В этот день у класса нет уроков: выходной или каникулы. Выберите учебный день.
error-lesson-no-bell = В расписании звонков на этот день такого урока нет. Выберите другой номер.
error-lesson-place-taken = У группы там уже есть урок этого предмета (может быть, отменённый). Верните его или выберите другое место.
