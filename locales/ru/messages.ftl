### Переписка семьи со школой: кому написать, сами сообщения, письма о них, жалобы.
### $name – полное имя; $post – кем человек приходится ребёнку («алгебра», «завуч», «мать»); $words – то, что написано.

## Кто есть кто

message-post = { $role ->
    [class_teacher] классный руководитель
    [deputy] завуч
    [administrator] администратор
   *[teacher] учитель
}
message-post-short = { $role ->
    [class_teacher] кл. руководитель
   *[other] { message-post }
}
message-post-subjects = { message-post }, { $subjects }
message-relative = { $kind ->
    [student] { $sex ->
        [female] ученица
       *[other] ученик
    }
   *[guardian] законный представитель
}
message-person = <b>{ $name }</b> – { $post }

## Списки

message-home-button = ✉️ Сообщения
message-home-button-fresh = ✉️ Сообщения +{ $count }
message-title = ✉️ <b>Сообщения</b>
message-none-family = Переписок пока нет. Напишите учителю – ответ придёт сюда.
message-none-staff = Переписок пока нет. Когда семья напишет, сообщение придёт сюда.
message-line = <b>{ $name }</b> – { $post } <i>({ $moment })</i>
    { $words }
message-line-fresh = 🔹 <b>{ $name }</b> – { $post } <i>({ $moment })</i>
    { $words }
message-line-staff = <b>{ $student }</b>, { $klass } – { $post } <i>({ $moment })</i>
    { $words }
message-line-staff-fresh = 🔹 <b>{ $student }</b>, { $klass } – { $post } <i>({ $moment })</i>
    { $words }
message-own-words = вы: { $words }
message-button-talk = { $name }
message-button-talk-fresh = 🔹 { $name } ({ $count })
message-button-write = ✍️ Написать
message-button-write-teacher = ✍️ Учителю
message-button-write-family = ✍️ Написать семье
message-button-back-to-talks = ‹ Переписки
message-to-whom = Кому написать?
message-to-whom-none = Писать пока некому: учителя ещё не подключились к боту.
message-not-entered-yet = Ещё не в боте: { $names }.
message-contact-button = { $name } – { $post }
message-which-klass = Семье из какого класса написать?
message-which-pupil = <b>{ $klass }</b>
    Семье кого из учеников написать?
message-which-relative = Кому написать?
message-no-relative = В этой семье в боте пока никого нет. Код приглашения выдаёт классный руководитель.

## Письмо ещё не написано

message-first = Новая переписка: { $person }.
message-how = Напишите сообщение ниже (до 1500 знаков) или пришлите фото, документ, голосовое или видео.
message-how-answer = ✍️ Напишите ответ ниже или пришлите фото, документ, голосовое или видео.
message-button-cancel = ‹ Не надо
message-sent = ✅ Отправлено: { $person }.
message-sent-more = Следующее сообщение в ближайшие две минуты уйдёт туда же.
message-answer-at = 🌙 Сейчас нерабочее время. Ответ можно ждать { $moment }.
message-held = Это вы писали в переписку? Отправить: { $person }?

    «{ $words }»
message-held-file = 📎 файл
message-button-send = ✅ Отправить
message-button-drop = ✖️ Не отправлять
message-dropped = Не отправлено

## Переписка

message-talk-title = 💬 { $person }
message-own = <b>Вы</b> · { $moment }
message-own-read = <b>Вы</b> · { $moment } · прочитано
message-other = <b>{ $name }</b> · { $moment }
message-file = { $kind ->
    [photo] 📷 фото
    [voice] 🎤 голосовое сообщение
    [video] 🎬 видео
   *[document] 📎 документ
}
message-file-named = 📎 { $name }
message-words = { $words }
message-empty = Сообщений пока нет.
message-button-answer = ↩️ Ответить
message-button-open = 💬 Переписка
message-button-earlier = ◀ Раньше
message-button-later = К последним ▶
message-button-files = 📎 Открыть файлы: { $count }
message-button-mute = 🔕 Не уведомлять
message-button-unmute = 🔔 Уведомлять
message-button-end = 🏁 Завершить
message-button-end-sure = 🏁 Да, завершить
message-button-complain = ⚠️ Пожаловаться
message-muted = 🔕 Уведомления об этой переписке выключены. Семья об этом не знает, сообщения остаются в списке.
message-muted-toast = Уведомлений не будет
message-unmuted-toast = Уведомления включены
message-ended-toast = Переписка завершена
message-end-ask = Завершить переписку? Семья больше не сможет сюда писать, пока вы сами не напишете.
message-ended-family = 🏁 Школа завершила эту переписку. Если вопрос остался, напишите:
message-ended-staff = 🏁 Переписка завершена. Если вы напишете, она откроется снова.
message-closed-family = 🔒 Сюда больше не написать: { $name } сейчас не работает с ребёнком. Напишите:
message-closed-staff = 🔒 Сюда больше не написать: доступ этого человека к дневнику закрыт.
message-closed-alone = 🔒 Сюда больше не написать. Обратитесь в школу.

## Письма

message-letter = ✉️ { $person }:
message-letter-many = ✉️ { $person }, { $count ->
    [one] { $count } сообщение
    [few] { $count } сообщения
   *[many] { $count } сообщений
}:
message-letter-how = <i>Ответить можно кнопкой или ответом на это письмо.</i>

## Жалобы

complaint-ask = ⚠️ На что жалоба? Её рассмотрит завуч или директор: до решения они смогут читать эту переписку. Об этом узнают обе стороны.
complaint-reason = { $reason ->
    [rude] Грубость, оскорбления
    [pressure] Давление, угрозы
    [money] Просят деньги или данные
    [unanswered] Не отвечают
   *[other] Другое
}
complaint-button-other = ✍️ Своими словами
complaint-words-how = Напишите, в чём жалоба (до 300 знаков). Её прочитает завуч или директор.
complaint-filed = Жалоба принята
complaint-open-banner = ⚠️ Жалоба подана { $moment }: до решения переписку читает школа.
complaint-decided-banner = ⚖️ Решение по жалобе: «{ $words }»
complaint-list-button = ⚠️ Жалобы
complaint-list-button-fresh = ⚠️ Жалобы: { $count }
complaint-list = ⚠️ <b>Жалобы на переписку</b>
    Сначала те, что ждут решения.
complaint-list-none = ⚠️ <b>Жалобы на переписку</b>
    Жалоб нет. Без жалобы переписку никто, кроме двух сторон, не читает.
complaint-list-entry = { $klass } · { $student } · { $moment }
complaint-list-entry-open = ❗ { $klass } · { $student } · { $moment }
complaint-title = ⚠️ <b>Жалоба</b>, подана { $moment }
complaint-sides = { $student }, { $klass }
    { $family }
    { $staff }
complaint-said = Жалуется { $side ->
    [family] семья
   *[staff] школа
}: «{ $reason }».
complaint-said-words = { complaint-said } Словами: «{ $words }»
complaint-read-note = <i>Каждое чтение записывается.</i>
complaint-decided = ⚖️ Решение принято { $moment }: «{ $words }»
    Переписку снова видят только две её стороны.
complaint-button-decide = ⚖️ Записать решение
complaint-decide-how = Напишите решение (до 300 знаков). Его прочитают обе стороны, и переписка снова закроется от школы.
complaint-decision-saved = Решение записано
complaint-button-back = ‹ Жалобы
complaint-letter-office = ⚠️ <b>Жалоба на переписку</b>
    { $student }, { $klass }
    { $said }
complaint-letter-open = ⚠️ На переписку подана жалоба: { $person }. До решения её читает школа.
complaint-letter-decided = ⚖️ Жалоба на переписку рассмотрена: { $person }.
    Решение: «{ $words }»
complaint-button-open = ⚠️ Открыть жалобу

## Отказы

error-message-not-entered = { $name }: ещё не в боте, сообщение никто не прочитает. Напишите классному руководителю или администратору школы.
error-message-kind = Сюда можно отправить текст, фото, документ, голосовое или видео. Стикеры, контакты и геопозиция не передаются – напишите словами.
error-message-file-large = Файл больше 20 МБ. Пришлите файл поменьше или фото.
error-messages-many = За час в одну переписку проходит до { $limit } сообщений. Ваше не отправлено – пришлите его чуть позже.
error-thread-closed = Сюда больше не написать: доступ одной из сторон закрыт. Ваше сообщение не отправлено. Кому написать теперь: /menu → «Сообщения».
error-thread-ended = Школа завершила эту переписку, сообщение не отправлено. Напишите классному руководителю или завучу: /menu → «Сообщения».
error-complaint-open = Жалоба на эту переписку уже рассматривается.
