### Пропуски: семья сообщает, классный руководитель принимает, причины на уроках следуют.
### $days – «15 октября» или «15–17 октября»; $reason – ill, doctor, family, unknown; $words – то, что написал человек.

absence-home-button = 🤒 Не придёт
absence-answer-ill = 🤒 Болеет
absence-answer-doctor = 🩺 У врача
absence-answer-family = 🏠 По семейным
absence-answer-unknown = ❓ Не знаю
absence-found-ill = 🤒 Болезнь
absence-found-doctor = 🩺 Врач
absence-found-family = 🏠 По семейным
absence-found-unknown = 🚫 Без причины

absence-note = { $reason ->
    [ill] 🤒 Болеет: <b>{ $days }</b>
    [doctor] 🩺 У врача: <b>{ $days }</b>
    [family] 🏠 По семейным обстоятельствам: <b>{ $days }</b>
   *[unknown] ❓ Причина неизвестна: <b>{ $days }</b>
}
absence-words = 💬 «{ $words }»
absence-files = 📎 { $count ->
    [one] { $count } документ
    [few] { $count } документа
   *[many] { $count } документов
}
absence-said-by = Сообщает { $author }
absence-other = ➕ { $author } о тех же днях: { $note }

## Форма семьи

absence-form = Не придёт: <b>{ $days }</b>
absence-form-why = Выберите дни и причину или напишите одним сообщением: «болеет до пятницы». Справку (фото, PDF) пришлите сюда же.
absence-button-chosen = • { $label }
absence-button-until = по { $day }
absence-button-other-days = 📅 Другие дни
absence-back = ‹ Изменить
absence-pick-first = С какого дня? Можно выбрать и прошедший.
absence-pick-last = С { $first } – по какой день включительно?
absence-preview-how = Всё верно? Классный руководитель получит это сразу. Фото справки, PDF или пояснение можно прислать сюда сообщением – они добавятся.
absence-button-send = ✅ Сообщить
absence-sent = Классный руководитель узнает сразу
absence-guardians-only = О причине пропуска сообщает родитель. Попросите его нажать эту кнопку в своём чате.

## Сообщение семьи и что с ним стало

absence-state-waiting = ⏳ Ждёт ответа классного руководителя. О пропусках в эти дни бот беспокоить не будет.
absence-waits = ⏳ Ждёт ответа классного руководителя.
absence-state-urgent = ❗ Классный руководитель выясняет, где ребёнок. Как только узнаете причину, нажмите её ниже.
absence-state-accepted = ✅ Принято классным руководителем.
absence-state-refused = ✋ Не принято. Ответ: «{ $words }»
absence-state-withdrawn = ↩️ Отменено.
absence-state-joined = ✅ Учтено вместе с другим сообщением о тех же днях.
absence-button-add-paper = 📎 Документ
absence-button-papers = 📄 Показать · { $count }
absence-button-last = 📅 Изменить дни
absence-button-again = ✏️ Сообщить заново
absence-button-withdraw = ↩️ Отменить
absence-button-withdraw-sure = ↩️ Да, отменить
absence-button-open = 📄 Открыть
absence-back-to-note = ‹ К сообщению
absence-pick-other-last = По какой день включительно? Если ребёнок пришёл раньше, выберите последний пропущенный день.
absence-paper-how = Пришлите фото справки или PDF. Файл увидят только классный руководитель и руководство школы.
absence-withdraw-sure = Отменить это сообщение? Классный руководитель узнает об отмене.
absence-changed = Дни изменены
absence-withdrawn = Отменено
absence-papers = <b>{ $klass }</b> · { $student }
    { $note }
    Документы ниже. Они только для школы: не пересылайте их.
absence-list-title = 📨 <b>Сообщения о пропусках</b>
absence-list-line = { $note } – { $state ->
    [waiting] ждёт ответа
    [accepted] принято
    [refused] не принято
   *[joined] учтено
}

## Классный руководитель

absence-letter-head = <b>{ $klass }</b> · { $student }
absence-letter-changed = ✏️ Изменено. { $note }
absence-letter-withdrawn = ↩️ Отменено. { $note }
absence-letter-how = Нажмите «Принять»: причина запишется в пропуски этих дней, а на следующих уроках подставится сама.
absence-letter-urgent = ❗ Семья не знает, почему ребёнка нет в школе. Позвоните и отметьте, что выяснилось.
absence-button-accept = ✅ Принять
absence-button-refuse = 💬 Не принять
absence-refuse-how = Напишите семье, почему сообщение нельзя принять и что сделать (до 300 знаков).
absence-accepted = { $lessons ->
    [0] Принято. На уроках впереди причина подставится сама
    [one] Принято. Причина записана на { $lessons } уроке
    [few] Принято. Причина записана на { $lessons } уроках
   *[many] Принято. Причина записана на { $lessons } уроках
}
absence-accepted-closed = Принято. Причина записана на уроках: { $lessons }. Ещё { $closed } – в закрытом периоде, там всё осталось как было
absence-to-klass = 📅 Класс сегодня
absence-missing = Причина неизвестна: <b>{ $days }</b>. Спросите семью или отметьте сами – запишется на все эти дни.
absence-nothing-missing = Пропусков без причины за последний месяц нет.
absence-asked-today = ✉️ Сегодня семью уже спросили.
absence-button-ask = ✉️ Спросить семью
absence-asking = Семья получит вопрос с кнопками
absence-button-answer = 📨 { $note }
absence-button-urgent = ❗ { $note }
absence-button-missing = ❓ { $name }
absence-label = { $reason ->
    [ill] болеет
    [doctor] у врача
    [family] по семейным
   *[unknown] причина неизвестна
}, { $days }
absence-label-named = { $name } · { $reason ->
    [ill] болеет
    [doctor] у врача
    [family] по семейным
   *[unknown] ищем
}
absence-klass-notes = <b>Сообщения семей</b>
absence-klass-note = { $name }: { $note }{ $state ->
    [accepted] {""}
   *[waiting] {" "}– ждёт ответа
}
absence-klass-urgent = ❗ <b>{ $name }</b>: семья не знает, где ребёнок. Позвоните.
absence-klass-open = <b>Без причины</b>
absence-klass-unanswered = Сегодня, семья ещё не ответила: { $names }
absence-klass-unexplained = { $name }: { $days }
absence-reason-short = { $reason ->
    [ill] болезнь
    [doctor] у врача
    [family] по семейным обстоятельствам
   *[unknown] без причины
}

## Учитель на уроке

absence-roll = Семья сообщила: { $names }. Отметки уже подставлены – проверьте и сохраните.
absence-roll-name = { $name } ({ $reason ->
    [ill] болеет
    [doctor] у врача
    [family] по семейным
   *[unknown] причина неизвестна
}{ $accepted ->
    [yes] , принято
   *[no] {""}
})

## Письма

absence-asked = Классный руководитель спрашивает, почему ребёнка сегодня нет на уроках. Ответьте одной кнопкой.
absence-answer-letter-accepted = ✅ Принято. { $note }
absence-answer-letter-joined = ✅ Учтено вместе с другим сообщением о тех же днях. { $note }
absence-answer-letter-refused = ✋ Не принято. { $note }
    Ответ классного руководителя: «{ $words }»

error-note-order = Последний день раньше первого. Выберите дни ещё раз.
error-note-past = Сообщить можно о днях начиная с { $since }. О более ранних напишите классному руководителю.
error-note-ahead = Так далеко вперёд сообщить нельзя: выберите дни до { $until } включительно.
error-note-length = Не больше { $days } дней за одно сообщение. Если нужно дольше, напишите классному руководителю.
error-note-nowhere = В эти дни ребёнок не числится в классе. Выберите другие дни.
error-note-files = К одному сообщению можно приложить не больше { $limit } файлов. Остальные покажите классному руководителю.
error-note-paper = Подойдёт фото справки или PDF. Голос и видео приложить нельзя.
error-note-withdrawn = Это сообщение семья уже отменила.
error-note-answered = На это сообщение уже ответили. Если что-то изменилось, сообщите о пропуске заново: /menu
error-note-asked = Сегодня эту семью уже спросили. Позвоните или спросите завтра.
