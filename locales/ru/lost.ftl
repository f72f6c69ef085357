### Доступ в чужих руках: закрыть, спросить с какого времени, просмотреть действия.
### $kind – guardian, student или staff; $moment – «сегодня в 10:25».

lost-card-button = 🔒 Доступ в чужих руках
lost-ask-of = 🔒 <b>{ $name }</b>
    Закрыть все входы этого человека? Администратор сразу получит сообщение и проверит действия. Чтобы вернуться, понадобится новое приглашение.
lost-button-report = 🔒 Да, закрыть
lost-reported = 🔒 Все входы закрыты: <b>{ $name }</b>. Администратор получил сообщение и проверит, что было сделано под этим именем.
lost-button-person = ‹ Карточка
lost-list = 🔒 <b>Доступ в чужих руках</b>: { $count ->
    [one] не завершена { $count } проверка
    [few] не завершены { $count } проверки
   *[many] не завершено { $count } проверок
}. Выберите, чью продолжить.
lost-list-none = Незавершённых проверок нет.
lost-menu-button = 🔒 Проверка действий

notice-lost = 🔒 Доступ мог попасть в чужие руки: <b>{ $name }</b> ({ $kind ->
    [guardian] родитель
    [student] ученик
   *[staff] сотрудник
}). Все входы закрыты { $moment }, действия после этого недействительны ({ $clause }).
    С какого времени доступ мог быть у чужих?
lost-head = 🔒 <b>{ $name }</b> ({ $kind ->
    [guardian] родитель
    [student] ученик
   *[staff] сотрудник
}), входы закрыты { $moment }.
lost-since-ask = С какого времени доступ мог быть у чужих? Покажу всё, что сделано под этим именем с тех пор.
lost-button-now = Только что
lost-button-today = Сегодня
lost-button-yesterday = Вчера
lost-button-other = 🗓 Другой день
lost-button-back = ‹ Назад
lost-nothing = С этого времени под этим именем ничего не сделано. Проверка завершена, можно выдать новое приглашение.
lost-operations = С { $day } под этим именем: { $count ->
    [one] { $count } действие
    [few] { $count } действия
   *[many] { $count } действий
}, ждут решения: { $pending }.
lost-line = <b>{ $number }.</b> { $kind ->
    [mark-set] Отметка
    [mark-corrected] Исправление отметки
    [mark-withdrawn] Снятие отметки
    [attendance-set] Посещаемость ученика
    [attendance-corrected] Исправление посещаемости
    [record-topic] Тема урока
    [record-attendance] Посещаемость урока отмечена
    [record-no-homework] Записано: задания нет
    [record-no-marks] Записано: урок без отметок
    [lesson-record] Изменение записи урока
    [work-declared] Работа на уроке
    [homework-set] Домашнее задание
    [homework-changed] Изменение домашнего задания
    [remark-written] Комментарий ученику
    [invitation-issued] Код приглашения
    [invitation-revoked] Отзыв кода приглашения
    [entry-confirmed] Подтверждение входа
    [school-imported] Загрузка файла школы
    [lesson-changed] Замена или изменение урока
    [plan-changed] Правка тематического плана
    [final-set] Итоговая отметка
    [final-corrected] Исправление итоговой отметки
    [final-withdrawn] Снятие итоговой отметки
   *[other] Другое действие
}, { $moment }
lost-mark = { $name }: { $before } → { $after }
lost-present = на уроке
lost-text-written = «{ $after }»
lost-text-removed = убрано: «{ $before }»
lost-text-changed = «{ $before }» → «{ $after }»
lost-state-pending = ⏳ ждёт решения
lost-state-manual = ⏳ ждёт решения. Одним нажатием не отменить: проверьте и, если нужно, исправьте сами
lost-state-invalid = ⛔ недействительно: сделано после сообщения
lost-state-kept = ✅ оставлено
lost-state-reversed = ↩️ отменено, стоит прежнее
lost-state-superseded = ℹ️ с тех пор здесь уже исправили
lost-button-undo = ↩️ { $number } · { $kind ->
    [mark-set] отметку
    [mark-corrected] отметку
    [mark-withdrawn] отметку
    [attendance-set] явку
    [attendance-corrected] явку
    [record-topic] тему
    [record-attendance] перекличку
    [record-no-homework] «нет ДЗ»
    [record-no-marks] «без отметок»
    [homework-set] задание
    [homework-changed] задание
    [remark-written] комментарий
    [invitation-issued] код
    [entry-confirmed] вход
    [final-set] итог
    [final-corrected] итог
    [final-withdrawn] итог
   *[other] отменить
}
lost-button-undo-sure = ↩️ Да, отменить
lost-undo-ask = <b>Отменить это действие?</b> Вернётся то, что стояло до него. Если семья это видела, она узнает об исправлении.
lost-undo-later = { $count ->
    [one] Вместе с ним отменится { $count } более позднее действие с той же записью.
    [few] Вместе с ним отменятся { $count } более поздних действия с той же записью.
   *[many] Вместе с ним отменятся { $count } более поздних действий с той же записью.
}
lost-button-keep = ✅ Оставить { $number }
lost-button-undo-all = ↩️ Отменить всё ({ $count } из { $pending })
lost-button-keep-all = ✅ Оставить всё ({ $count })
lost-button-invite = ✉️ Новое приглашение
lost-button-list = ‹ Все проверки
lost-button-sure = Да, всё сразу
lost-undo-all-ask = { $count ->
    [one] Отменить { $count } действие? Семьи узнают об исправлении.
    [few] Отменить { $count } действия? Семьи узнают об исправлениях.
   *[many] Отменить { $count } действий? Семьи узнают об исправлениях.
}
lost-keep-all-ask = { $count ->
    [one] Оставить { $count } действие как есть?
    [few] Оставить { $count } действия как есть?
   *[many] Оставить { $count } действий как есть?
}
lost-decided = Готово

error-lost-since-ahead = Этот день ещё не наступил. Выберите другой.
