### Сигналы учителю, класс сегодня, сообщение завучу о пробелах коллеги.
### Семье – без ярлыков: что произошло и чем можно помочь.

signals-button = ⚠️ Сигналы
signals-title = ⚠️ <b>{ $klass } · { $subject }</b> · кому нужна помощь
signals-none = За последние четыре недели тревожного нет.
signals-hint = Считаются последние четыре недели: три двойки подряд или средний ниже тройки; пропущена треть уроков или три подряд.
signals-line = <b>{ $name }</b>: { $what }
signals-failing = отметки { $marks } (средний { $mean })
signals-absent = пропущено уроков: { $missed } из { $lessons }
signals-student = { $name }
signals-back-day = ‹ Уроки дня
signals-name = <b>{ $name }</b>
signals-told-parents = ✉️ Родителям сообщено { $day }.
signals-told-teacher = ✉️ Классному руководителю сообщено { $day }.
signals-tell-parents = ✉️ Сообщить родителям
signals-tell-teacher = ✉️ Сообщить классному руководителю
signals-back = ‹ Сигналы
signals-send = ✅ Отправить
signals-sent = Отправлено
signals-preview-parents =
    ✉️ <b>Родители получат</b>

    <b>{ $name }</b> · { $klass }
    { $text }
signals-preview-teacher =
    ✉️ <b>Классный руководитель получит</b>

    <b>{ $name }</b> · { $klass }
    { $text }

signal-letter-failing-parents = { $subject }: в последние недели – отметки { $marks }. Сейчас ещё легко наверстать: { $teacher } подскажет, что повторить. Спросите на ближайшем уроке.
signal-letter-absent-parents = { $subject }: за последние недели пропущено { $missed } из { $lessons } уроков. { $teacher } подскажет, что пройдено и с чего начать.
signal-letter-failing-teacher = { $subject }, { $teacher }: за четыре недели – отметки { $marks }. Нужна помощь, прошу поговорить с ребёнком и семьёй.
signal-letter-absent-teacher = { $subject }, { $teacher }: за четыре недели пропущено { $missed } из { $lessons } уроков. Прошу выяснить причину.
signal-letter-marks-button = ✏️ Отметки

error-signal-told = Об этом уже сообщено, повторно – не раньше чем через две недели.
error-signal-nobody = У класса нет другого классного руководителя, которому можно сообщить.

## Класс сегодня

klass-today-button = 📅 Класс сегодня
klass-today-named-button = 📅 { $klass } сегодня
klass-today-no-lessons = Сегодня уроков нет.
klass-today-lesson-taken = ✅ <b>{ $number }.</b> { $subject }
klass-today-lesson-untaken = ❔ <b>{ $number }.</b> { $subject }: не отмечено ({ $keeper })
klass-today-lesson-ahead = ▫️ <b>{ $number }.</b> { $subject }, { $time }
klass-today-lesson-cancelled = 🚫 <b>{ $number }.</b> { $subject }: урока нет
klass-today-absent = <b>Не на уроках</b>
klass-today-absentee = { $name }: { $lessons }
klass-today-absence = { $number }-й урок – { $what }
klass-today-absence-why = { $number }-й урок – { $what } ({ $reason })
klass-today-everybody = Все на месте.
klass-today-refresh = 🔄 Обновить
klass-today-board = 📊 Записи учителей

## Завучу о пробелах коллеги

gap-button = 📨 Сообщить завучу: { $name }
gap-sent = { $count ->
    [one] Завуч узнает: не записан { $count } урок.
    [few] Завуч узнает: не записано { $count } урока.
   *[many] Завуч узнает: не записано { $count } уроков.
}
gap-letter =
    📨 <b>{ $klass }</b> · пишет { $teller }

    { $teacher }: { $count ->
        [one] в { $count } уроке класса просрочены записи.
        [few] в { $count } уроках класса просрочены записи.
       *[many] в { $count } уроках класса просрочены записи.
    }
gap-letter-button = 📊 Обязанности учителя
error-gap-told = Завуч сегодня об этом уже знает.
error-gap-nobody = В школе не указан завуч этой параллели. Скажите администратору школы.
