### Анализ ведения журналов за неделю и за месяц: черновик, письмо сотрудникам, отчёт месяца. Без имён.

analysis-button = 🧾 Анализ недели
analysis-title-week = 🧾 <b>Анализ ведения журналов</b> · { $school } · { $days }
analysis-title-month = 🧾 <b>Отчёт за месяц</b> · { $school } · { $days }
analysis-text = { $text }
analysis-unfinished-week = ⚠️ Неделя ещё идёт ({ $days }): в анализ войдёт только то, что уже записано. Отправить его можно один раз.
analysis-unfinished-month = ⚠️ Месяц ещё идёт ({ $days }): в отчёт войдёт только то, что уже записано. Отправить его можно один раз.
analysis-posted = ✉️ Отправлено сотрудникам: { $moment }.
analysis-no-records = Записей со сроком за эти дни ещё нет.
analysis-in-time = 📚 Записи вовремя: { $percent } %{ $late ->
    [0] { "" }
   *[other] , с опозданием { $late }
}{ $overdue ->
    [0] , просроченных нет
   *[other] , просрочено { $overdue }
}.
analysis-complete = Классы без просрочек: { $complete } из { $klasses }.
analysis-late = Чаще всего не хватает:
analysis-late-rule = • { $rule }: { $overdue ->
    [0] с опозданием { $late }
   *[other] просрочено { $overdue }{ $late ->
        [0] { "" }
       *[other] , с опозданием { $late }
    }
}
analysis-fill = 📈 Проведено уроков: { $lessons }. Посещаемость отмечена на { $attendance } %, темы записаны на { $topics } %, домашнее задание – на { $homework } %.
analysis-marks = Отметок на ученика по предмету: { $each }.
analysis-missed = 👥 Пропущено уроков: { $lessons }{ $ill ->
    [0] { "" }
   *[other] , из них по болезни { $ill }
}. Пропуски – у { $students ->
    [one] { $students } ученика
    [few] { $students } учеников
   *[many] { $students } учеников
}.
analysis-nobody-missed = 👥 Пропусков нет.
analysis-remarks = 🗂 Замечания: новых { $written }, снято { $confirmed }, открыто { $open }.
analysis-post-button = 📨 Сотрудникам
analysis-words-button = ✍️ Свои слова
analysis-xlsx-button = 📥 XLSX
analysis-pdf-button = 🖨 PDF
analysis-span-week = Неделя
analysis-span-month = Месяц
analysis-before = ◀ раньше
analysis-after = позже ▶
analysis-preview = ✉️ <b>Так это получат все сотрудники</b>
analysis-send-button = ✅ Отправить всем сотрудникам
analysis-ask =
    Отправьте текст анализа целиком. Цифры можно скопировать отсюда:

    <code>{ $text }</code>
analysis-sent = Отправлено сотрудникам
analysis-xlsx-file = Отчёт по журналам, { $month }.xlsx
analysis-pdf-file = Отчёт по журналам, { $month }.pdf
analysis-paper-title = Отчёт по журналам · { $school } · { $month }
analysis-paper-about = Записи уроков вовремя: { $percent } %, с опозданием { $late }, просрочено { $overdue }.
analysis-sheet-teacher = Обязанности, учителя
analysis-sheet-klass = Обязанности, классы
analysis-sheet-rule = Обязанности, правила
analysis-sheet-remarks = Открытые замечания
analysis-head-teacher = Учитель
analysis-head-klass = Класс
analysis-head-rule = Правило
analysis-head-percent = Вовремя, %
analysis-head-done = Вовремя
analysis-head-late = С опозданием
analysis-head-overdue = Просрочено
analysis-head-open = В сроке
analysis-head-paused = Приостановлено
analysis-head-remark = Замечание
analysis-head-due = Срок
analysis-head-writer = Кто написал

error-analysis-posted = Анализ за эти дни уже отправлен сотрудникам.
