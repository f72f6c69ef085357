### Подгруппы: деление класса по предметам.

subgroups-home-button = 🧩 Подгруппы
subgroups-home-named-button = 🧩 { $klass }: группы
subgroup-klass = { $klass }
subgroup-klasses = 🧩 <b>Подгруппы</b>

    Выберите класс.
subgroup-klasses-none = 🧩 <b>Подгруппы</b>

    Ни один класс на подгруппы не делится. Подгруппы с учителями приходят с книгой школы: лист «Группы».
subgroup-back-klasses = ‹ Классы
subgroup-list-title = 🧩 <b>{ $klass } · подгруппы</b>
subgroup-list-none = Класс не делится ни по одному предмету. Подгруппы с учителями добавляет администратор: они приходят с книгой школы, лист «Группы».
subgroup-line = { $nowhere ->
        [0] { $several ->
            [0] ✅
           *[other] ⚠️
        }
       *[other] ⚠️
    } <b>{ $subject }</b> · { $groups ->
        [one] { $groups } группа
        [few] { $groups } группы
        [many] { $groups } групп
       *[other] { $groups } группы
    }{ $nowhere ->
        [0] {""}
       *[other] {" "}· ни в одной: { $nowhere }
    }{ $several ->
        [0] {""}
       *[other] {" "}· сразу в нескольких: { $several }
    }
subgroup-subject = { $subject }
subgroup-back-list = ‹ Предметы
subgroup-title = 🧩 <b>{ $klass } · { $subject }</b>
subgroup-on = Состав на { $day }
subgroup-ahead = ⏳ С { $day } состав изменится: выберите этот день, чтобы увидеть.
subgroup-sign = { $number ->
        [0] { $several ->
            [0] –
           *[other] ⚠️
        }
        [1] ①
        [2] ②
        [3] ③
        [4] ④
       *[other] ({ $number })
    }
subgroup-group = { $sign } <b>{ $name }</b>{ $teachers ->
        [none] {""}
       *[other] {" "}· { $teachers }
    } · { $count ->
        [one] { $count } ученик
        [few] { $count } ученика
        [many] { $count } учеников
       *[other] { $count } ученика
    }
subgroup-nowhere = ⚠️ Ни в одной группе: { $names }
subgroup-several = ⚠️ Сразу в нескольких: { $names }
subgroup-moves = ✍️ Ещё не сохранено – { $count ->
        [one] { $count } перевод
        [few] { $count } перевода
        [many] { $count } переводов
       *[other] { $count } перевода
    }:
subgroup-move = { $name } → { $sign } { $group }
subgroup-moves-more = … и ещё { $count }
subgroup-how = Нажмите на имя – ученик перейдёт в следующую группу. Переводы действуют с { $day }, прежние уроки в журнале не меняются. Учителям групп придёт сообщение.
subgroup-pupil = { $sign } { $name }
subgroup-pupil-moved = • { $sign } { $name }
subgroup-day = 📅 Действует с: { $day }
subgroup-save = 💾 Сохранить: { $count }
subgroup-drop = ✖️ Не менять
subgroup-saved = Сохранено, учителям сообщим
subgroup-days = С какого дня действуют переводы?
subgroup-today = Сегодня
subgroup-monday = Понедельник { $day }

subgroup-letter = 🧩 <b>Подгруппы изменились</b>
subgroup-letter-joins = { $klass } · { $subject }, { $group }: с { $day } приходит { $name }
subgroup-letter-leaves = { $klass } · { $subject }, { $group }: с { $day } уходит { $name }
subgroup-letter-called-off = { $klass } · { $subject }, { $group }: перевод с { $day } отменён – { $name }
subgroup-letter-open = 🧩 Состав групп

error-subgroup-none = По этому предмету класс учится вместе. Подгруппы добавляет администратор: они приходят с книгой школы, лист «Группы».
error-subgroup-day = Перевести можно с сегодняшнего дня и до конца учебного года.
error-subgroup-recorded = В одной из этих групп уже записан урок { $day }. Выберите более поздний день, чтобы отметки и пропуски остались на месте.
error-subgroup-unchanged = Переводов нет: никто не меняет группу.
