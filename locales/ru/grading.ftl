### Отметки кнопками и текстом у учителя.

grading-nothing = –
grading-work-titled = { $kind } «{ $title }»
grading-work-weighted = { $work }, вес { $weight }
grading-work-line = ✏️ { $work }
grading-works = За что отметки? Выберите работу или начните новую.
grading-work-button = ✏️ { $work } · { $marked } из { $students }
grading-new-work = ➕ Новая работа
grading-kinds = За что отметки?
grading-kinds-closed = Записано: урок без отметок. Если отметка всё же есть – за что она?
grading-kind-weight = { $kind } ×{ $weight }
grading-no-marks = 🚫 Без отметок
grading-no-marks-done = Записано: без отметок
grading-no-marks-back = ↩️ Вернуть: отметки будут
grading-no-marks-undone = Запись «без отметок» снята
grading-withdraw-work = ↩️ Вернуть: такой работы не было
grading-work-withdrawn = Работа убрана

grading-how-give = Нажимайте на учеников – каждому сразу ставится <b>{ $mark }</b>. Другая отметка – кнопкой сверху. Можно и списком: «Иванов 5, Петрова 4».
grading-how-open = Нажмите на ученика: покажу его отметки. Выберите отметку сверху, чтобы ставить её подряд.
grading-left =
    { $count ->
        [one] Осталась { $count } запись: { $names }
        [few] Остались { $count } записи: { $names }
       *[many] Осталось { $count } записей: { $names }
    }
grading-complete = ✅ У каждого есть отметка, пропуск или «осв».
grading-label = { $name } · { $marks }
grading-label-absent = { $sign } { $name }
grading-value-chosen = • { $mark } •
grading-more = ещё…
grading-by-student = 👤 По ученикам
grading-by-mark = ✏️ Подряд
grading-by-text = ⌨️ Списком
grading-settings = ⚙️ Вес { $weight }, название, срок
grading-to-works = ‹ Работы
grading-to-list = ‹ К списку
grading-undo = ↩️ Отменить · { $done }
grading-undone = Отменено
grading-same = Уже стоит { $mark }
grading-done = { $name }: { $mark }
grading-done-changed = { $name }: { $before } → { $mark }
grading-done-withdrawn = { $name }: отметка убрана
grading-changed = ⚠️ Запись изменилась, пока экран был открыт. Вот она сейчас – нажмите ещё раз.

grading-absent-ask = { $name }: в этом уроке стоит «{ $sign }». Всё равно поставить <b>{ $mark }</b>?
grading-absent-yes = Да, поставить { $mark }

## Один ученик

grading-pupil-name = <b>{ $name }</b>
grading-pupil-none = Отметок за эту работу нет.
grading-pupil-absent = В уроке стоит «{ $sign }».
grading-pupil-mark = Стоит <b>{ $mark }</b>
grading-pupil-mark-comment = Стоит <b>{ $mark }</b>: { $comment }
grading-pupil-set = Какую отметку поставить?
grading-pupil-correct = Другая отметка исправит последнюю.
grading-pupil-another = Какую отметку добавить?
grading-another = ➕ Ещё одна
grading-withdraw = 🗑 Убрать { $mark }
grading-comment = 💬 Пояснение к отметке
grading-comment-how = Напишите пояснение к отметке: его увидит только эта семья. До 500 знаков.
grading-previous = ◀ { $name }
grading-next = { $name } ▶

grading-reason = { $name }: { $before } → { $mark }. Нужна причина: она останется в журнале.
grading-reason-own = ✍️ Другое…
grading-reason-how = Напишите причину исправления в нескольких словах.

## Работа

grading-weight = Вес отметок за эту работу: { $weight }
grading-weight-button = { $weight }
grading-weight-chosen = • { $weight } •
grading-check-until = Проверка – до { $day } включительно.
grading-check-how = Долгая проверка: сколько дней после урока?
grading-check-days =
    { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
grading-check-none = Без долгой проверки
grading-title = ✍️ Название
grading-title-how = Напишите название работы, например «Степени». До 200 знаков.
grading-results-how = Внешняя работа: когда придут результаты, отметьте это – внести их надо в течение суток.
grading-results-button = 📬 Результаты пришли
grading-results-came = Результаты пришли { $day } в { $time }. Внести – в течение суток.
error-not-diagnostic = Результатов ждут только за диагностическую работу.
grading-saved = Сохранено

## Списком

list-how =
    Отправьте отметки одним сообщением, как удобно:
    • <code>Иванов 5, Петрова 4 4, Сидоров н</code>
    • <code>5: Иванов, Петрова; 4: Сидоров; н: Орлов</code>

    Сначала покажу, как понял, – сохраню после вашего «Да».
list-clear = Понял так:
list-line = { $name } – <b>{ $said }</b>
list-line-changes = { $name } – { $before } → <b>{ $said }</b>
list-late = { $sign } { $minutes } мин
list-unknown = Не понял и не сохраню:
list-unknown-name = «{ $written }» – такого ученика здесь нет
list-no-value = «{ $written }» – без отметки
list-unread = «{ $written }» – непонятно: { $words }
list-question = ❓ «{ $written }» <b>{ $said }</b> – кто это?
list-nothing = Сохранять нечего. Исправьте текст и отправьте ещё раз.
list-nobody = Никто из них – пропустить
list-store = ✅ Сохранить: { $what }
list-count-marks =
    { $count ->
        [one] { $count } отметка
        [few] { $count } отметки
       *[many] { $count } отметок
    }
list-count-noted = 👥 { $count }
list-drop = ✖️ Не сохранять
list-dropped = Список не сохранён
list-absent-ask = { $name }: в этом уроке стоит пропуск. Сохранить и эту отметку?
list-absent-yes = Да, сохранить всё
list-stored =
    { $marks ->
        [0] Сохранено
        [one] Сохранена { $marks } отметка
        [few] Сохранены { $marks } отметки
       *[many] Сохранено { $marks } отметок
    }

## Отказы

error-absent-student = { $student }: в этом уроке стоит пропуск. Сначала исправьте посещаемость или подтвердите отметку.
error-reason-needed = Для исправления нужна причина. Откройте отметку ученика и выберите её.
error-undo-late = Отменить уже нельзя: отметка могла уйти семье. Исправьте её: «По ученикам» → ученик.
error-weight-range = Вес – целое число от 1 до { $limit }.
error-check-range = Срок проверки – от 1 до { $limit } дней после урока.
error-declared-work = В этом уроке есть работа, за которую отметка нужна каждому: поставьте отметки, «осв» или отметьте отсутствующих.
error-list-unclear = В списке есть неясные имена: сначала ответьте, кто это.
error-window-closed = Отметку за { $day } нельзя изменить: срок правки{ $window ->
    [week] , неделя,
    [two_weeks] , 2 недели,
    [three_weeks] , 3 недели,
    [month] , месяц,
   *[unlimited] {""}
} истёк { $until } ({ $clause }). Может помочь завуч.
error-correction-forbidden = Исправлять отметки по правилам школы нельзя ({ $clause }). Если отметка неверна, разрешить правку может завуч.
error-backdating-forbidden = Урок { $day }: поставить отметку можно было до { $until } включительно, «задним числом» нельзя ({ $clause }). Разрешить может завуч.
error-record-window-closed = Запись урока за { $day } уже не вернуть: срок правки истёк { $until } ({ $clause }). Может помочь завуч.
error-work-has-marks = По этой работе уже ставили отметки, и их история остаётся. Снимите отметки, если они стоят, или переименуйте работу.
