# `diary duties`: все обязанности школы на момент.

duty-sheet-about = обязанности школы на момент: кто, что, к какому сроку, сделано ли
duty-sheet-at = момент: 2026-10-15T18:00 по времени школы или со смещением; без него – сейчас
duty-sheet-preset = по какому регламенту; без него – по регламенту школы
duty-sheet-person = только того, у кого этот код
duty-sheet-klass = только этого класса
duty-sheet-rule = только по этой строке регламента; можно повторять
duty-sheet-state = только в этом состоянии; можно повторять
duty-sheet-from = первый день; без него – с подготовки к учебному году
duty-sheet-to = последний день; без него – день момента
duty-sheet-unknown = Не нахожу: { $wanted }. Проверьте код или название класса.
duty-sheet-heading =
    { $count ->
        [one] { $school }, { $at }: { $count } обязанность
        [few] { $school }, { $at }: { $count } обязанности
       *[many] { $school }, { $at }: { $count } обязанностей
    }
duty-sheet-line = – { $state }, срок { $due }: { $title }. { $subject }. { $holders } [{ $clause }]
duty-sheet-state-open = открыта
duty-sheet-state-overdue = просрочена
duty-sheet-state-done = сделана
duty-sheet-state-done-late = сделана с опозданием
duty-sheet-state-paused = отложена
duty-sheet-school = вся школа
duty-sheet-exam = экзамен
duty-sheet-lesson = { $day }, { $number }-й урок
duty-sheet-year = { $first }/{ $second } учебный год
