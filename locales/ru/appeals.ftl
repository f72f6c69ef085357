### Ошибка в отметке: семья сообщает, учитель исправляет или объясняет, завуч разрешает.
### $mark – то, что стоит в клетке; $until – «18 октября»; $clause – пункт регламента словами.

appeal-button-ask = ❓ Ошибка в отметке { $mark }?
appeal-button-choose = ❓ Ошибка в отметке?
appeal-choose = <b>{ $subject }</b>. Какая отметка вызывает вопрос?
appeal-choice = { $day } · { $mark }
appeal-choose-of-day = Отметки за { $day }. Какая вызывает вопрос?
appeal-choice-of-day = { $subject } · { $mark }
appeal-back-to-marks = ‹ К отметкам
appeal-lesson = { $subject } · { $day }, { $number }-й урок · { $teacher }
appeal-mark = ✏️ <b>{ $mark }</b> – { $kind }
appeal-written = Записана { $moment }. Проверить запись: <code>/check { $code }</code>
appeal-written-only = Записана { $moment }.
appeal-what-is-wrong = Что не так? Выберите ниже или напишите сообщением: учитель получит вопрос и ответит. Сообщить можно до { $until } включительно ({ $clause }).
appeal-note-open = Вопрос об этой отметке уже у учителя.
appeal-note-explained = Учитель уже ответил на вопрос об этой отметке. Если ответ не убеждает, обратитесь к завучу.
appeal-note-corrected = По вашему вопросу отметка уже исправлена.
appeal-note-late = Сообщить об ошибке можно было до { $until } ({ $clause }). Если она всё же есть, обратитесь к завучу.

appeal-reason-another-value = Должна быть другая отметка
appeal-reason-not-mine = Отметка чужая
appeal-reason-was-absent = В этот день урок был пропущен
appeal-reason-handed-in = Сдано, а отметка как за несданное
appeal-reason-other = Другое
appeal-button-words = ✍️ Написать своими словами
appeal-button-open = 📨 Вопрос и ответ
appeal-button-lesson = ‹ К уроку
appeal-words-how = Напишите, что не так с отметкой <b>{ $mark }</b> (до 300 знаков). Учитель увидит ваши слова.
appeal-filed = Отправлено учителю

appeal-given = { $student } · отметка <b>{ $mark }</b> – { $kind }
appeal-said = { $by ->
    [student] Ученик пишет: «{ $words }»
    [own] Ваш вопрос: «{ $words }»
   *[guardian] Родитель пишет: «{ $words }»
}
appeal-teacher-how = Если ошибка есть – исправьте отметку, семья узнает сразу. Если отметка верна – объясните в двух словах.
appeal-state-open = ⏳ Ждёт ответа учителя до { $until } включительно.
appeal-state-forwarded = ⏳ Решает завуч. Ответ – до { $until } включительно.
appeal-state-permitted = ⏳ Завуч разрешил исправление, оно за учителем.
appeal-state-corrected = ✅ Отметка исправлена, теперь стоит: <b>{ $mark }</b>.
appeal-state-explained = ✅ Отметка остаётся. Ответ: «{ $words }»

appeal-button-correct = ✏️ Исправить
appeal-button-explain = 💬 Объяснить
appeal-button-forward = 🙋 Попросить завуча
appeal-button-permit = ✅ Разрешить исправление
appeal-explain-how = Напишите, почему отметка верна (до 300 знаков). Ответ сразу уйдёт семье.
appeal-explained = Ответ отправлен семье
appeal-forwarded = Просьба отправлена завучу
appeal-permitted = Разрешено, учитель узнает

appeal-list = ❓ <b>Вопросы об отметках</b>: { $count ->
    [one] ждёт { $count } вопрос
    [few] ждут { $count } вопроса
   *[many] ждут { $count } вопросов
}. Сверху самые срочные.
appeal-list-none = Вопросов об отметках нет.
appeal-list-button = { $klass } · { $subject } · { $student } · до { $until }
appeal-button-list = ❓ Вопросы об отметках

error-appeal-open = Вопрос об этой отметке уже у учителя. Ответ придёт сюда.
error-appeal-explained = Учитель уже ответил на вопрос об этой отметке. Если ответ не убеждает, обратитесь к завучу.
error-appeal-corrected = По вашему вопросу отметка уже исправлена. Посмотрите её в дневнике: /menu
error-appeal-late = Сообщить об ошибке можно было до { $until } ({ $clause }). Если она всё же есть, обратитесь к завучу.
error-appeal-answered = На этот вопрос уже ответили. Откройте меню: /menu

## Письма

notice-appeal-new = ❓ Вопрос об отметке <b>{ $mark }</b>: { $student }, { $kind }.
notice-appeal-due = Ответить – до { $until } включительно.
notice-appeal-closed-window = Срок правки этой отметки истёк: исправить её можно с разрешения завуча.
notice-appeal-forwarded = 🙋 Учитель ({ $teacher }) просит решить вопрос об отметке <b>{ $mark }</b>: { $student }, { $kind }.
notice-appeal-overdue = ⏰ Срок ответа прошёл: вопрос об отметке <b>{ $mark }</b>, { $student }, { $kind }. Учитель – { $teacher }.
notice-appeal-no-deputy = Решать такие вопросы может завуч, а завуча в школе сейчас нет. Назначьте его на листе «Сотрудники» файла школы или поговорите с учителем.
notice-appeal-permitted = ✅ Завуч разрешил исправить отметку <b>{ $mark }</b>: { $student }, { $kind }.
notice-appeal-decided = Завуч уже ответил семье: отметка <b>{ $mark }</b> остаётся. { $student }, { $kind }.
notice-appeal-reminder = ⏰ Сегодня последний день: ответьте на вопрос об отметке <b>{ $mark }</b>. { $student }, { $kind }.
notice-appeal-corrected = ✅ { $subject }, { $day }: вы сообщили об ошибке, и она исправлена. Было <b>{ $old }</b>, стало <b>{ $new }</b>.
notice-appeal-withdrawn = ✅ { $subject }, { $day }: вы сообщили об ошибке, отметка <b>{ $old }</b> снята.
notice-appeal-explained = 💬 { $subject }, { $day }: отметка <b>{ $old }</b> остаётся. Ответ: «{ $words }»
notice-button-correct = ✏️ Исправить
notice-button-explain = 💬 Объяснить
notice-button-forward = 🙋 Попросить завуча
notice-button-permit = ✅ Разрешить
notice-button-appeal = 📨 Открыть вопрос
