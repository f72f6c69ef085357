### Мои дела: строки, карточка, прощение. $about – класс, предмет, день; $until – «сегодня, 18:00»; $clause – пункт словами.

duties-button = { $count ->
    [0] 📌 Мои дела
   *[other] 📌 Мои дела · { $count }
}
duties-button-reckoned = 📌 Мои дела · считаю…
duties-block = 📌 <b>Ваши дела: { $count }</b>{ $late ->
    [0] { "" }
   *[other] , просрочено: { $late }
}
duties-title = 📌 <b>Ваши дела: { $count }</b>{ $late ->
    [0] { "" }
   *[other] , просрочено: { $late }
}
duties-none = 📌 <b>Ваши дела</b>

    Всё сделано: ничего не просрочено и на неделю вперёд ничего не ждёт.
duties-more = … Остальное не поместилось в сообщение.
duties-line-overdue =
    { $number }. 🔴 { $title }: { $about }
    { $binding ->
        [yes] Срок был { $until }
       *[no] По рекомендации: до { $until }
    } ({ $clause })
duties-line-open =
    { $number }. ⏳ { $title }: { $about }
    { $binding ->
        [yes] Срок: { $until }
       *[no] По рекомендации: { $until }
    } ({ $clause })
duties-line-paused =
    { $number }. ⏸ { $title }: { $about }
    Отложено: { $reason }. Новый срок: { $until } ({ $clause })
duties-line-done = { $number }. ✅ { $title }: { $about } ({ $clause })
duties-line-done-late = { $number }. 🟡 { $title }: { $about } ({ $clause })
duties-label = { $number }. { $mark } { $about }: { $title }
duties-brief = { $mark } { $title }: { $about } · { $late ->
    [yes] срок был
   *[no] срок
} { $until }
duties-mark-overdue = 🔴
duties-mark-open = ⏳
duties-mark-paused = ⏸
duties-mark-done = ✅
duties-mark-done-late = 🟡
duties-until-day = { $day }
duties-until-time = { $day }, { $time }
duties-card =
    📌 <b>{ $title }</b>
    { $about }

    { $state ->
        [overdue] 🔴 Просрочено: срок был { $until }
        [paused] ⏸ Отложено, новый срок: { $until }
        [done] ✅ Сделано в срок: { $until }
        [done_late] 🟡 Сделано с опозданием, срок был { $until }
       *[open] ⏳ Срок: { $until }
    }
    Основание: { $clause }
duties-card-recommended = Это рекомендация: не выполнить – не нарушение.
duties-card-aim = Лучше успеть раньше: { $until }.
duties-card-done = Сделано { $moment }.
duties-card-holders = Кто: { $names }
duties-card-nobody = В школе пока никто не назначен на эту обязанность.
duties-card-pardon = 🤝 Прощено до { $until } включительно: { $reason }
duties-card-pardoned = 🤝 Было прощено: { $reason }
duties-card-pardon-open = 🤝 Прощено: { $reason }
duties-card-by-word = Журнал этого не увидит. Когда сделаете, нажмите «Сделано».
duties-card-by-notice = Закроется само, когда объявление уйдёт родителям всего класса. Рассказали иначе – нажмите «Сделано».
duties-do = ✏️ Сделать
duties-look = 👁 Посмотреть
duties-done = ✅ Сделано
duties-undone = ↩ Ещё не сделано
duties-pardon = 🤝 Простить
duties-remark = 🗂 Замечание
duties-end-pardon = ▶ Закончить прощение
duties-back = ‹ Мои дела
duties-board-back = ‹ К доске

## Прощение

duties-named =
    🤝 <b>{ $title }</b>
    { $about }
duties-deals = Почему отложить? Причину увидят учитель и отчёты.
duties-deal-i = 🤒 Больничный: все дела, { $name }
duties-deal-l = ⏳ Долгая проверка: только это
duties-deal-p = 🔌 Не было света или связи: только это
duties-deal-k = 🔌 Не было света или связи: { $name }
duties-deal-r = 🔌 То же: эта обязанность у всех
duties-deal-w = ✍️ Своя причина: только это
duties-until-reason = Причина: { $reason }.
duties-covers-i = Отложим всё, за что отвечает { $person }.
duties-covers-l = Отложим только это дело.
duties-covers-p = Отложим только это дело.
duties-covers-k = Отложим все дела по классу { $klass }.
duties-covers-r = Отложим эту обязанность у всех.
duties-until = До какого дня включительно?
duties-until-word = до
duties-words = Напишите причину и последний день, например: «Командировка до 25.10».
duties-words-again = Нужны и причина, и день. Например: «Командировка до 25.10».
duties-reason-i = больничный
duties-reason-l = долгая проверка работ
duties-reason-p = не было света или связи
duties-reason-k = не было света или связи
duties-reason-r = не было света или связи
duties-reason-own = { $words }

## Список прощений

pardons-home-button = 🤝 Прощения
pardons-title = 🤝 <b>Прощения</b> · { $school }{ $count ->
    [0] { "" }
   *[other] { " " }· { $count }
}
pardons-none = Сейчас ничего не отложено. Простить можно с доски обязанностей: выберите учителя и дело.
pardons-person = Все дела: { $name }
pardons-klass = Все дела по классу { $klass }
pardons-rule = { $title }: у всех
pardons-duty = { $title }: { $about }
pardons-other = Обязанность прежнего порядка
pardons-line =
    { $number }. <b>{ $what }</b>
    Причина: { $reason }
    { $until }. Решение: { $by }, { $since }
pardons-until = До { $day } включительно
pardons-open = Без срока
pardons-end-button = ▶ Отменить { $number }. { $what }
pardons-end-title = ▶ <b>Отменить прощение?</b>
pardons-end-ask = Прежние сроки снова начнут действовать: то, что уже пора было сделать, станет просроченным.
pardons-end-sure = ▶ Да, отменить прощение
pardons-ended = Прощение отменено

notice-pardon = 🤝 <b>Дела отложены</b> до { $until } включительно: { $reason }. Решение: { $by }
notice-pardon-what = { $title } ({ $clause })
notice-pardon-all = Это касается всех ваших дел: напоминать пока не будем.
notice-pardon-ended = ▶ <b>Отсрочка закончена</b>: сроки снова идут. Решение: { $by }
notice-button-my-duties = 📌 Мои дела

## Другие дела, и о чём узнаёт завуч

notice-own-duties = <b>Ваши дела</b>
notice-about = { $about }
notice-own-line = • { $title }: { $about } (срок – { $until }). { $clause }
notice-others-soon = { $count ->
    [one] Скоро срок – { $count } дело:
    [few] Скоро срок – { $count } дела:
   *[many] Скоро срок – { $count } дел:
}
notice-others-overdue = { $count ->
    [one] Просрочено { $count } дело:
    [few] Просрочены { $count } дела:
   *[many] Просрочено { $count } дел:
}
notice-others-more = …и ещё: { $count } – в «Моих делах».
notice-late-of-others = 🔴 { $days ->
    [one] <b>Просрочено дольше { $days } рабочего дня</b>
    [few] <b>Просрочено дольше { $days } рабочих дней</b>
   *[many] <b>Просрочено дольше { $days } рабочих дней</b>
} · { $count }
notice-late-line = • <b>{ $name }</b> · { $about }: { $titles } (срок был – { $until }). { $clause }
notice-late-more = …и ещё: { $count } – на доске «Контроль».
notice-late-nobody = никто не назначен
notice-button-late-open = 👁 { $name }: { $about }
notice-button-late-pardon = 🤝 Простить

error-duty-by-record = Это увидит сам журнал: сделайте запись, и дело закроется ({ $clause }).
error-duty-not-today = Отменить «Сделано» можно только в тот же день.
error-pardon-until = Отложить можно не дальше чем до { $last }, и не в прошлое.
error-pardon-done = Это уже сделано: прощать нечего.
