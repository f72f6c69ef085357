# Отступления школы от регламента и её настройки.

error-overlay-row = В регламенте школы нет строки «{ $row }». Все строки показывает «diary regulation show».
error-overlay-field = У строки «{ $row }» нельзя изменить «{ $field }».
error-overlay-term = «{ $value }» – не срок. Пример: «days-after-lesson days=2».
error-overlay-kind = Срок «{ $value }» отсчитывается не от того, от чего он считается в этой строке.
error-overlay-holders = «{ $value }» – не список исполнителей. Пример: «class_teacher,teacher».
error-overlay-yes-no = Здесь бывает только «yes» или «no», а не «{ $value }».
error-overlay-number = «{ $value }» не подходит: нужно целое число, не больше { $limit }.
error-setting-value = «{ $value }» не подходит для настройки «{ $setting }».
error-setting-window = Регламент школы не знает такого срока правки: «{ $value }».

## Порядок школы

overlay-button = ⚖️ Порядок школы
overlay-back = ‹ Порядок школы
overlay-out = ‹ Настройки
overlay-glance =
    ⚖️ <b>Порядок школы</b>

    Основа: { $name }
    Обязанностей: { $duties }{ $changed ->
        [0] , школа ничего не меняла
       *[other] , изменено школой: { $changed }
    }
    Исправить отметку: { $window } ({ $clause })
    Отметка «задним числом»: { $backdating ->
        [yes] можно
       *[no] нельзя
    }

    Чьи обязанности показать?
overlay-who-edits = <i>Здесь порядок можно прочитать. Меняет его администратор школы: сроки, обязательность, разрешения.</i>
overlay-holder = { $holder } · { $count }
overlay-permissions-button = Можно и нельзя
overlay-conventions-button = Как считать сроки
overlay-changes-button = 🕘 Кто что изменил
overlay-settings-button = ⚙️ Настройки школы
overlay-rows-title = ⚖️ <b>{ $holder }</b> · обязанностей: { $count }
overlay-row-line = <b>{ $number }.</b> { $title }: { $term } ({ $clause }){ $state ->
    [off] { " " }· ⏸ отключено школой
    [changed] { " " }· ✏️ изменено школой
   *[text] { "" }
}
overlay-more = … Остальное не поместилось в сообщение.
overlay-rows-back = ‹ К списку
overlay-row-back = ‹ Назад

overlay-card-title = ⚖️ <b>{ $title }</b>
overlay-card-holders = Кто: { $holders }{ $each ->
    [each] { " " }– каждый за себя
    [any] { " " }– достаточно одного, первым напомним тому, кто назван первым
   *[alone] { "" }
}
overlay-card-term = Срок: { $term }
overlay-card-binding = { $binding ->
    [yes] Обязательно
   *[no] Рекомендация: не выполнить – не нарушение
}
overlay-card-proof = { $proof ->
    [record] Сделано – когда запись есть в журнале
   *[word] Сделано – когда исполнитель нажмёт «Сделано»
}
overlay-card-clause = Основание: { $clause }
overlay-card-off = ⏸ Школа отключила эту строку: об этом не напоминаем и просрочкой не считаем.
overlay-card-changed = ✏️ <b>Школа изменила эту строку.</b>
overlay-text-term = Срок в тексте: { $term }.
overlay-text-holders = Исполнители в тексте: { $holders }.
overlay-text-binding = { $binding ->
    [yes] В тексте это обязательно.
   *[no] В тексте это рекомендация.
}
overlay-restored = ↩ Сейчас – как в тексте, изменение снято: { $by }
overlay-changed-by = <i>{ $day } в { $time }, { $name }</i>
overlay-operator = оператор, командой

overlay-permissions-title = ⚖️ <b>Можно и нельзя</b>
overlay-permission-line = { $allowed ->
    [yes] ✅
   *[no] 🚫
} <b>{ $number }.</b> { $title } – { $holders } ({ $clause }){ $state ->
    [changed] { " " }· ✏️ изменено школой
   *[text] { "" }
}
overlay-backdating = { $allowed ->
    [yes] ✅ Отметку можно поставить после дня урока ({ $clause })
   *[no] 🚫 Отметку нельзя поставить «задним числом» ({ $clause })
}{ $state ->
    [changed] { " " }· ✏️ изменено школой
   *[text] { "" }
}
overlay-backdating-button = Отметка «задним числом»
overlay-backdating-title = поставить отметку после дня урока
overlay-invitation-title = срок действия приглашения
overlay-permission-card =
    ⚖️ <b>{ $allowed ->
        [yes] Можно
       *[no] Нельзя
    }</b>: { $title }

    { $holders }
    Основание: { $clause }
overlay-permission-all = Для всех, кто ведёт журнал
overlay-permission-holders = Кто: { $holders }
overlay-permissions-back = ‹ Можно и нельзя
overlay-conventions-title = ⚖️ <b>Как считаются сроки</b>

## Изменить строку

overlay-other-term = ⏱ Другой срок
overlay-make-recommended = Сделать рекомендацией
overlay-make-binding = Сделать обязательным
overlay-switch-off = ⏸ Отключить
overlay-switch-on = ▶ Включить
overlay-allow = ✅ Разрешить
overlay-forbid = 🚫 Запретить
overlay-reset = ↩ Вернуть как в тексте
overlay-kinds =
    ⏱ <b>{ $title }</b>

    Сейчас: { $term }.
    Какой срок поставить?
overlay-kinds-back = ‹ Другой вид срока
overlay-numbers =
    ⏱ <b>{ $title }</b>

    { $kind }

    { $asked ->
        [date] Напишите день и месяц, например 15.09.
        [time] Выберите время или напишите своё, например 18:30.
        [hours] Сколько часов? Выберите или напишите число.
       *[days] Сколько дней? Выберите или напишите число.
    }
overlay-not-read = Не получается прочитать «{ $text }».
overlay-proposal = Проверьте: <b>{ $title }</b>
overlay-proposal-line =
    { $what }
    было: { $before }
    станет: <b>{ $after }</b>
overlay-proposal-hint = Подействует сразу: на напоминания, списки дел и контроль. Вернуть можно в любой момент, в истории останется, кто и когда изменил.
overlay-nothing-changes = Так и есть – менять нечего.
overlay-sure = ✅ Изменить
overlay-not = ‹ Не менять
overlay-no-aim = без отдельного пожелания

overlay-field-due = Срок
overlay-field-aim = Желательный срок
overlay-field-holders = Исполнители
overlay-field-binding = Обязательность
overlay-field-active = Действие
overlay-field-allowed = Разрешение
overlay-field-days = Дней
overlay-field-working-days = Рабочих дней, не меньше
overlay-binding-yes = обязательно
overlay-binding-no = рекомендация
overlay-active-yes = действует
overlay-active-no = отключено
overlay-allowed-yes = можно
overlay-allowed-no = нельзя

overlay-kind-lesson-day-at = В день урока, к часу…
overlay-kind-lesson-day-end = До конца дня урока
overlay-kind-hours-after-classes = Часы после уроков класса…
overlay-kind-days-after-lesson = Дни после урока…
overlay-kind-working-days-after-lesson = Рабочие дни после урока…
overlay-kind-days-before-lesson = Дни до урока…
overlay-kind-check-day-end = В день конца проверки работы
overlay-kind-days-after-period-end = Дни после конца периода…
overlay-kind-days-before-period-end = Дни до конца периода…
overlay-kind-on-period-end = В последний день периода
overlay-kind-days-before-period-start = Дни до начала периода…
overlay-kind-once-per-period = Один раз за период
overlay-kind-days-before-year-start = Дни до начала года…
overlay-kind-days-after-year-start = Дни после начала года…
overlay-kind-days-before-year-end = Дни до конца года…
overlay-kind-days-after-year-end = Дни после конца года…
overlay-kind-on-year-end = В последний день года
overlay-kind-fixed-date = Ко дню календаря…
overlay-kind-daily = Каждый день
overlay-kind-weekly = Каждую неделю
overlay-kind-weekly-ahead = Каждую неделю – на следующую
overlay-kind-monthly = Каждый месяц
overlay-kind-yearly = Каждый год
overlay-kind-hours-after-event = Часы после события…
overlay-kind-days-after-event = Дни после события…
overlay-kind-working-days-after-event = Рабочие дни после события…
overlay-kind-on-event-day = В день события
overlay-kind-before-event = До события
overlay-kind-days-before-event = Дни до события…
overlay-kind-working-days-before-event = Рабочие дни до события…
overlay-kind-days-after-launch = Дни после запуска…
overlay-kind-working-days-after-launch = Рабочие дни после запуска…
overlay-kind-by-order = По приказу школы
overlay-kind-as-needed = По мере необходимости
overlay-kind-standing = Постоянно, без срока

## Настройки школы

overlay-settings-title = ⚙️ <b>Настройки школы</b>
overlay-settings-back = ‹ Настройки школы
overlay-setting-line = { $name }: <b>{ $value }</b>
overlay-setting-preset = Регламент
overlay-setting-edit-window = Правка отметок
overlay-setting-rounding = Округление
overlay-setting-escalation = Когда узнаёт завуч
overlay-setting-publication = Когда приходят отметки
overlay-setting-title = ⚙️ <b>{ $name }</b>
overlay-ask-preset = По какому регламенту живёт школа? Изменения, сделанные для другого регламента, не пропадут: они подождут, пока его выберут снова.
overlay-ask-edit-window = Как долго после урока учитель может исправить отметку?
overlay-ask-rounding = С какой дробной части средний балл округляется вверх?
overlay-ask-escalation = Через сколько рабочих дней просрочки написать завучу?
overlay-ask-publication = В какие часы учебных дней семьям приходят новые отметки? В другое время они ждут, в дневнике видны сразу. Пропуски и итоги не ждут никогда.
overlay-publication-hint = Подействует сразу. Вернуть можно в любой момент, в истории останется, кто и когда изменил.
overlay-publication = { $hours }
overlay-publication-none = в любое время
overlay-chosen = ✓ { $value }
overlay-rounding = вверх – от { $threshold }
overlay-decimal-sign = ,
overlay-escalation = { $days ->
    [0] не сообщать
    [one] через { $days } рабочий день
    [few] через { $days } рабочих дня
   *[many] через { $days } рабочих дней
}
overlay-window-unlimited = без срока, до конца учебного года
overlay-window-week = неделя после урока
overlay-window-two-weeks = 2 недели после урока
overlay-window-three-weeks = 3 недели после урока
overlay-window-month = месяц после урока
overlay-window-forbidden = исправлять нельзя
overlay-switch-rows = Обязанности: не станет – { $gone }, появится – { $fresh }, сроки или исполнители изменятся – { $changed }. Что стало бы просрочено, покажет команда «diary regulation try».

## Кто что изменил

overlay-changes-title = 🕘 <b>Кто и что изменил в порядке школы</b>
overlay-changes-none = Школа живёт по тексту: ничего не меняли.
overlay-back-to-text = как в тексте
overlay-change-row =
    { $title }. { $what }: <b>{ $value }</b>
    { $who }
overlay-change-setting =
    { $name }: <b>{ $value }</b>
    { $who }

## Команды

overlay-cli-set = изменить строку регламента школы
overlay-cli-unset = вернуть строку к тексту, целиком или одно поле
overlay-cli-choose = изменить настройку школы
overlay-cli-try = показать, что было бы просрочено по другому регламенту
overlay-cli-row = строка, как её называет «show --json»: moscow-region.marks
overlay-cli-field = что изменить
overlay-cli-value = новое значение: «days-after-lesson days=3», «yes», «class_teacher,teacher», «0.65»
overlay-cli-school = номер школы, если их несколько
overlay-cli-date = на конец какого дня считать, ГГГГ-ММ-ДД; без него – на сейчас
overlay-cli-which = Назовите школу: --school НОМЕР. Есть: { $schools }
overlay-cli-now = { $row }: { $changes }
overlay-cli-text = { $row }: как в тексте
overlay-cli-chosen = { $setting }: { $value }
overlay-cli-tried =
    { $at }
    { $own }: просрочено { $before }
    { $other }: было бы просрочено { $after }
overlay-cli-tried-line = – { $count }: { $title }, { $term }; { $holders } [{ $clause }]
overlay-cli-changed = Изменено школой: { $changes }
overlay-cli-off = Отключено школой
overlay-cli-heading = { $school }: { $window }; отметки «задним числом»: { $backdating ->
    [yes] можно
   *[no] нельзя
}; { $rounding }
