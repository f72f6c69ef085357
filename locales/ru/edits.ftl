### Отчёт об изменённых отметках: в чате, в файле, командой.
### $chosen – имя класса, учителя, предмета или ученика, all – без отбора.

edits-title = ✏️ <b>Изменённые отметки</b> · { $school }
    { $span }{ $chosen ->
        [all] {""}
       *[other] {" · "}<b>{ $chosen }</b>
    }
edits-year = с начала учебного года
edits-count = { $count ->
    [one] { $count } изменение, сверху новые.
    [few] { $count } изменения, сверху новые.
   *[many] { $count } изменений, сверху новые.
}
edits-none = Изменений нет.
edits-mark = <b>{ $student }</b>: { $before } → <b>{ $after }</b>
edits-where = { $klass } · { $subject } · { $lesson }
edits-who = { $who }, { $moment } · <code>{ $code }</code>
edits-why = Причина: { $reason }
edits-nobody = программа
edits-lesson = { $day }, { $number }-й урок
edits-final = итоговая: { $term ->
    [year] год
    [exam] экзамен
    [overall] аттестат
   *[other] { $term }
}
edits-by-klass = 🏫 Класс
edits-by-teacher = 👤 Учитель
edits-by-subject = 📘 Предмет
edits-by-student = 🎒 Ученик
edits-months = 🗓 Месяц
edits-all = ✖️ Без отбора
edits-xlsx = 📄 Таблица XLSX
edits-pdf = 🖨 PDF
edits-back = ‹ К отчёту
edits-choice = { $name } · { $count }
edits-choose = ✏️ <b>Изменённые отметки</b> · { $school }
    { $by ->
        [klass] Выберите класс. Рядом – сколько изменений.
        [teacher] Выберите, кто менял. Рядом – сколько изменений.
        [subject] Выберите предмет. Рядом – сколько изменений.
       *[student] Выберите ученика. Рядом – сколько изменений.
    }
edits-choose-month = ✏️ <b>Изменённые отметки</b> · { $school }
    Выберите месяц.
edits-year-button = Весь учебный год
edits-home-button = ✏️ Изменённые отметки

edits-file-name = Изменённые отметки { $day }
edits-file-done = { $count ->
    [one] Готово: { $count } изменение в файле.
    [few] Готово: { $count } изменения в файле.
   *[many] Готово: { $count } изменений в файле.
}
edits-file-title = Изменённые отметки · { $school }
edits-file-about = { $first } – { $last }{ $chosen ->
    [all] {""}
   *[other] {" · "}{ $chosen }
}. Всего изменений: { $count }.
edits-file-foot = { $school } · страница { $page }
edits-file-moment = { $day } { $time }
edits-column-at = Когда
edits-column-who = Кто
edits-column-class = Класс
edits-column-subject = Предмет
edits-column-student = Ученик
edits-column-lesson = Урок
edits-column-before = Было
edits-column-after = Стало
edits-column-why = Причина
edits-column-code = Код записи

report-about = отчёты файлом
report-mark-changes = все изменённые отметки учебного года: кто, когда, урок, было, стало, причина
report-file = куда записать; вид файла – по окончанию имени
report-suffix = { $file }: нужен файл .xlsx или .pdf
report-not-writable = { $file }: сюда записать нельзя
report-done = { $file }: изменений – { $count }
