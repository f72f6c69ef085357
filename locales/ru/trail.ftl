### Журнал действий: квитанции вечером, печать дня, проверка записи, названия действий.

trail-deed = { $kind ->
    [mark-set] отметки
    [mark-corrected] исправления отметок
    [mark-withdrawn] снятые отметки
    [attendance-set] посещаемость
    [attendance-corrected] исправления посещаемости
    [lesson-record] запись урока
    [work-declared] работы
    [homework-set] домашние задания
    [homework-changed] изменения домашних заданий
    [remark-written] комментарии ученикам
    [invitation-issued] коды приглашений
    [invitation-revoked] отозванные коды
    [entry-confirmed] подтверждённые входы
    [school-imported] загрузка файла школы
    [lesson-changed] замены и изменения уроков
    [plan-changed] правки тематического плана
    [final-set] итоговые отметки
    [final-corrected] исправления итоговых отметок
    [final-withdrawn] снятые итоговые отметки
    [appeal-filed] вопросы об отметках
    [appeal-forwarded] вопросы об отметках
    [appeal-permitted] вопросы об отметках
    [appeal-corrected] вопросы об отметках
    [appeal-explained] вопросы об отметках
   *[other] другие действия
}

receipt-title = 🧾 <b>Под вашим именем записано</b> · { $day }
receipt-line = • { $what }: { $deeds }
receipt-line-other = • { $deeds }
receipt-deed = { $deed } – { $count }
receipt-change = { "  " }{ $name }: { $before } → { $after } · <code>{ $code }</code>
receipt-hint = <i>Проверить запись: /check и код. Если это были не вы, закройте доступ: «🔒 Это не я».</i>
receipt-whole = <i>Все записи поимённо – в самих уроках: «📚 Уроки дня».</i>
receipt-button-day = 📚 Уроки дня
receipt-button-lost = 🔒 Это не я
receipt-seal = 🔏 <b>Печать журнала</b> · { $day }
    Новых записей: { $entries }. Сохраните это сообщение: по нему видно, что записи не переписаны задним числом.
    <code>{ $seal }</code>

check-how = Пришлите код записи после команды, например: <code>/check 412-K7QM4X</code>. Код есть в вечерней квитанции и в карточке отметки.
check-same = ✅ <b>Запись не изменена.</b> Код совпадает с журналом действий.
check-superseded = ✅ <b>Эта запись не изменена</b>, но после неё отметку исправили – это отдельная запись.
check-changed = ⚠️ <b>Код не совпадает с журналом действий.</b> Проверьте, верно ли он набран. Если верно, скажите администратору школы: запись могли изменить.
check-unknown = Записи с таким кодом здесь нет, или её видят не все. Проверьте, верно ли набран код.
check-record = { $before } → { $after }, { $moment }
check-record-other = { $deed }, { $moment }
command-check = Проверить запись по коду
