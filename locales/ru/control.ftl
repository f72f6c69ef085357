### Контроль: замечания завуча учителю.

## Замечания

control-remark-ask =
    🗂 <b>{ $teacher }</b>

    Напишите замечание: что в журнале нужно исправить. Срок спрошу следом.
control-remark-preview =
    🗂 <b>{ $teacher }</b>

    <blockquote>{ $text }</blockquote>

    До какого дня исправить? После выбора замечание уйдёт учителю. Чтобы изменить текст, отправьте его ещё раз.
control-remark-until = До { $day }
control-remark-title = 🗂 <b>Замечание</b> · { $teacher }
control-remark-quote = <blockquote>{ $text }</blockquote>
control-remark-writer = { $writer }, { $moment }
control-remark-answer = Ответ учителя: { $answer }
control-remark-state-open = Исправить до { $day }.
control-remark-state-overdue = 🔴 Срок истёк { $day }, замечание не исправлено.
control-remark-state-returned = ↩️ Возвращено: исправить до { $day }.
control-remark-state-resolved = ✅ Исправлено, ждёт проверки завуча. Срок – { $day }.
control-remark-state-confirmed = ✅ Замечание снято.
control-remark-resolve-button = ✅ Исправлено
control-remark-answer-button = ✍️ Ответить
control-remark-confirm-button = ✅ Снять
control-remark-return-button = ↩️ Вернуть
control-remark-ask-answer =
    ✍️ <b>Ответ на замечание</b>

    <blockquote>{ $text }</blockquote>

    Напишите ответ – его увидит завуч.
control-remark-ask-return =
    ↩️ <b>{ $teacher }</b>

    <blockquote>{ $text }</blockquote>

    Ещё не исправлено. До какого дня вернуть?
control-remark-sent = Замечание отправлено
control-remark-resolved = Записано: исправлено
control-remark-answered = Ответ отправлен
control-remark-confirmed = Замечание снято
control-remark-returned = Замечание возвращено

control-remarks-title = 🗂 <b>Замечания учителям</b>
control-remarks-none = Открытых замечаний нет. Написать новое можно с доски обязанностей: выберите учителя.
control-remarks-line = { $sign } <b>{ $teacher }</b> · до { $day }
    { $text }
control-remarks-label = { $sign } { $teacher }
control-remarks-button = 🗂 Замечания
control-remarks-back = ‹ Замечания

control-sign-open = ⏳
control-sign-overdue = 🔴
control-sign-resolved = 🟢
control-sign-confirmed = ✅

error-remark-due = Срок замечания – от сегодняшнего дня и не дольше трёх месяцев. Выберите другой день.

## Письма

control-letter-remark =
    🗂 <b>Замечание</b> · исправить до { $day }

    <blockquote>{ $text }</blockquote>

    { $writer }
control-letter-returned =
    ↩️ <b>Замечание возвращено</b> · исправить до { $day }

    <blockquote>{ $text }</blockquote>

    { $writer }
control-letter-confirmed =
    ✅ <b>Замечание снято</b>

    <blockquote>{ $text }</blockquote>
control-letter-resolved =
    ✅ <b>{ $teacher }</b>: замечание исправлено

    <blockquote>{ $text }</blockquote>
control-letter-answered =
    ✍️ <b>{ $teacher }</b> отвечает на замечание

    <blockquote>{ $text }</blockquote>

    { $answer }
control-letter-open-button = Открыть
