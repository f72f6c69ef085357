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
lost-line = <b>{ $number }.</b> { $deed }, { $moment }
lost-mark = { $name }: { $before } → { $after }
lost-state-pending = ⏳ ждёт решения
lost-state-invalid = ⛔ недействительно: сделано после сообщения
lost-state-kept = ✅ оставлено
lost-state-reversed = ↩️ отменено, стоит прежнее
lost-state-superseded = ℹ️ с тех пор здесь уже исправили
lost-button-undo = ↩️ Отменить { $number }
lost-button-keep = ✅ Оставить { $number }
lost-button-undo-all = ↩️ Отменить всё ({ $count })
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
