### Загрузка школы из книги: что не так, что будет, что сделано

## Файл целиком не читается

error-file-missing = Файл не найден. Проверьте имя и попробуйте ещё раз.
error-file-empty = Файл пуст. Похоже, он не сохранился до конца: сохраните книгу ещё раз и пришлите снова.
error-file-too-big = Файл больше { $limit } МБ. Книга школы столько не занимает: уберите картинки и пустые строки и сохраните ещё раз.
error-file-not-workbook = Это не книга Excel. Сохраните таблицу в формате «Книга Excel (.xlsx)» и пришлите снова.
error-file-old-format = Это книга старого или двоичного формата (.xls, .xlsb). Сохраните её как «Книга Excel (.xlsx)» и пришлите снова.
error-file-encrypted = Книга закрыта паролем. Снимите пароль и пришлите снова.
error-file-macros = В книге есть макросы или вложенные объекты, такие файлы не читаются. Сохраните её как «Книга Excel (.xlsx)» без макросов.
error-file-external-links = Книга ссылается на другие файлы. В Excel: «Данные» → «Изменить связи» → «Разорвать связь», затем сохраните и пришлите снова.
error-file-entities = Внутри файла есть посторонние определения, какие Excel не пишет. Такой файл не читается: создайте книгу заново по шаблону.
error-file-bomb = В распакованном виде книга слишком велика. Удалите лишние листы и пустые строки ниже таблиц и сохраните ещё раз.
error-file-damaged = Файл повреждён и не читается. Откройте его в Excel, сохраните как «Книга Excel (.xlsx)» и пришлите снова.
error-file-too-heavy = Книга занимает слишком много памяти. Удалите лишние листы и пустые строки и сохраните ещё раз.
error-file-too-slow = Книга читается слишком долго. Удалите лишние листы, формулы и пустые строки и сохраните ещё раз.
error-import-has-errors = { $count ->
    [one] В книге { $count } ошибка, поэтому ничего не записано. Исправьте её и пришлите книгу снова.
    [few] В книге { $count } ошибки, поэтому ничего не записано. Исправьте их и пришлите книгу снова.
   *[many] В книге { $count } ошибок, поэтому ничего не записано. Исправьте их и пришлите книгу снова.
}

## Где именно

import-place-sheet = Лист «{ $sheet }»
import-place-row = Лист «{ $sheet }», строка { $row }
import-place-column = Лист «{ $sheet }», столбец «{ $column }»
import-place-cell = Лист «{ $sheet }», строка { $row }, столбец «{ $column }»
import-problem-line = { $place }: { $text }
import-problem-near = Возможно, имеется в виду «{ $near }».

## Ячейки

import-problem-value-missing = пусто, а без этого нельзя. Заполните ячейку.
import-problem-cell-error = в ячейке ошибка формулы { $value }. Исправьте формулу или впишите значение.
import-problem-formula-without-value = в ячейке формула, значения которой нет в файле. Откройте книгу в Excel и сохраните или впишите значение.
import-problem-too-long = слишком длинно: { $length ->
    [one] { $length } знак
    [few] { $length } знака
   *[many] { $length } знаков
} при допустимых { $limit }. Сократите.
import-problem-not-a-number = «{ $value }» – не число. Впишите число.
import-problem-not-whole = «{ $value }» – не целое число. Впишите целое.
import-problem-out-of-range = «{ $value }» не подходит: нужно число от { $least } до { $most }.
import-problem-not-a-date = «{ $value }» – не дата. Впишите дату вида 01.09.2026.
import-problem-no-such-date = «{ $value }»: такого дня нет. Проверьте день, месяц и год.
import-problem-not-a-time = «{ $value }» – не время. Впишите время вида 08:30.
import-problem-not-a-flag = «{ $value }» непонятно. Впишите «да» или «нет».
import-problem-not-a-word = «{ $value }» непонятно. Можно так: { $words }.
import-problem-not-codes = «{ $value }» – не список кодов. Перечислите личные дела через точку с запятой.
import-problem-not-hours = «{ $value }» – не часы в неделю. Впишите число, например 2 или 0,5.
import-problem-not-grades = «{ $value }» – не параллели. Впишите, например, 1-9 или 10, 11.
import-problem-not-a-weekday = «{ $value }» – не день недели. Впишите пн, вт, ср, чт, пт или сб.
import-problem-not-a-year = «{ $value }» – не учебный год. Впишите первый и последний день: 01.09.2026–31.05.2027.
import-problem-not-a-zone = «{ $value }» – не часовой пояс. Впишите, например, Europe/Moscow или Asia/Yekaterinburg.
import-problem-not-rounding = «{ $value }» не подходит. Впишите «математическое» или дробь от 0,01 до 0,99, например 0,6.
import-problem-not-a-window = «{ $value }»: начало должно быть раньше конца. Впишите, например, 16:30–19:00.
import-problem-date-in-text = Excel превратил значение в дату { $value }. Если это не дата, задайте ячейке формат «Текстовый» и впишите заново.
import-problem-grades-guessed = Excel испортил запись параллелей; понято так: { $value }. Проверьте.

## Листы и столбцы

import-problem-sheet-missing = такого листа в книге нет, а он обязателен. Добавьте его – образец есть в шаблоне.
import-problem-sheet-empty = под заголовками нет ни одной строки. Заполните лист.
import-problem-sheet-unknown = такой лист не нужен, он пропущен.
import-problem-sheet-twice = такой лист уже есть в книге. Оставьте один.
import-problem-heading-missing = не нашлась строка заголовков. В первой строке должны быть: { $columns }.
import-problem-column-missing = такого столбца нет, а он обязателен. Добавьте его.
import-problem-column-twice = такой столбец уже есть на листе. Оставьте один.
import-problem-column-unknown = такой столбец не нужен, он пропущен.
import-problem-rows-after-gap = до этой строки длинный пропуск, поэтому она и строки ниже не прочитаны. Уберите пустые строки.
import-problem-too-many-rows = на листе больше { $limit } строк, столько не читается. Удалите лишние.
import-problem-parameter-missing = нет параметра «{ $parameter }», а он обязателен. Впишите его в первый столбец, значение – во второй.
import-problem-parameter-unknown = параметр «{ $parameter }» не нужен, он пропущен.
import-problem-parameter-twice = параметр «{ $parameter }» уже есть выше. Оставьте один.

## Ссылки между листами

import-problem-key-twice = «{ $value }» уже есть в строке { $other_row }. Уберите повтор или исправьте код.
import-problem-klass-latin = «{ $value }» написано латинскими буквами, понято как «{ $taken }». Проверьте.
import-problem-klass-unclear = «{ $value }» написано латинскими буквами: это «{ $one }» или «{ $other }»? Впишите русскими.
import-problem-klass-unknown = нет класса «{ $value }» на листе «{ $listed }». Добавьте класс или исправьте букву.
import-problem-subject-unknown = нет предмета «{ $value }» на листе «{ $listed }». Добавьте предмет или исправьте название.
import-problem-staff-unknown = нет сотрудника с кодом «{ $value }» на листе «{ $listed }». Добавьте сотрудника или исправьте код.
import-problem-student-unknown = нет ученика с личным делом «{ $value }» на листе «{ $listed }». Добавьте ученика или исправьте код.
import-problem-bell-set-unknown = нет набора звонков «{ $value }» на листе «{ $listed }». Добавьте набор или исправьте название.
import-problem-room-unknown = нет кабинета «{ $value }» на листе «{ $listed }». Добавьте его, если это не опечатка.
import-problem-group-unknown = нет группы «{ $value }» ({ $what }) на листе групп. Добавьте группу или исправьте название.
import-problem-group-without-students = в группе «{ $value }» ({ $what }) нет учеников. Их впишет классный руководитель, или впишите их на лист групп.

## Периоды, календарь, звонки

import-problem-end-before-start = конец раньше начала. Поправьте одно из двух.
import-problem-outside-year = «{ $value }» выходит за учебный год. Поправьте дни или учебный год школы.
import-problem-periods-overlap = «{ $value }» пересекается с «{ $other }» (строка { $other_row }). Поправьте дни.
import-problem-grades-without-periods = для параллелей { $value } нет ни одного периода. Добавьте четверти, триместры или полугодия.
import-problem-moved-without-day = у переноса «{ $value }» не сказано, по какому дню учимся. Впишите день недели или дату.
import-problem-bells-overlap = звонки урока { $value } пересекаются со строкой { $other_row }. Поправьте время или номер.

## Люди и классы

import-problem-no-administrator = ни у кого нет роли администратора: подтверждать вход сотрудников будет некому. Дайте роль хотя бы одному.
import-problem-own-roles = этой роли у вас нет, а самому себе её не дают. Попросите другого администратора или уберите роль.
import-problem-grade-differs = класс { $klass }, а параллель { $value }. Проверьте.
import-problem-klass-without-teacher = у класса { $klass } нет классного руководителя. Впишите код сотрудника.
import-problem-klass-empty = в классе { $klass } нет учеников. Проверьте лист учеников.
import-problem-namesakes = { $value }: в классе { $klass } это имя уже есть в строке { $other_row }. Если это разные люди, всё верно.
import-problem-guardian-twice = { $value } с тем же ребёнком уже есть в строке { $other_row }. Уберите повтор; если это разные люди, дайте им коды.
import-problem-paper-without-application = отказ от электронного дневника без даты заявления. Впишите дату.
import-problem-students-without-guardians = { $count ->
    [one] у { $count } ученика не указан ни один родитель. Уведомления о нём получать будет некому.
    [few] у { $count } учеников не указан ни один родитель. Уведомления о них получать будет некому.
   *[many] у { $count } учеников не указан ни один родитель. Уведомления о них получать будет некому.
}
import-problem-group-other-klass = «{ $value }» учится не в этом классе, а в { $klass } ({ $what }). Проверьте.
import-problem-group-two = «{ $value }» уже в группе «{ $group }» (строка { $other_row }), второй раз в этом предмете нельзя ({ $what }).
import-problem-group-none = { $what }: { $count ->
    [one] { $count } ученик класса не попал ни в одну группу.
    [few] { $count } ученика класса не попали ни в одну группу.
   *[many] { $count } учеников класса не попали ни в одну группу.
} Проверьте.

## Нагрузка, расписание, планирование

import-problem-load-twice = { $what }: та же нагрузка уже есть в строке { $other_row }. Уберите повтор.
import-problem-not-a-teacher = у сотрудника с кодом «{ $value }» нет роли учителя. Добавьте роль, иначе урок не откроется.
import-problem-bell-set-unclear = для класса { $klass } подходит не один набор звонков. Впишите, какой.
import-problem-weekday-off = { $days ->
    [one] неделя учебная { $days } день
    [few] неделя учебная { $days } дня
   *[many] неделя учебная { $days } дней
}, уроков в этот день не будет. Проверьте.
import-problem-outside-bells = урока { $value } нет в наборе звонков «{ $bell_set }» (лист «{ $other }», строка { $other_row }). Добавьте звонок или исправьте номер.
import-problem-group-needed = { $what }: в нагрузке этот предмет разделён на группы. Впишите группу.
import-problem-lesson-without-teacher = { $what }: учителя нет ни здесь, ни в нагрузке. Впишите код учителя или добавьте нагрузку.
import-problem-load-missing = { $what }: такого предмета нет в нагрузке класса. Добавьте строку нагрузки или уберите урок.
import-problem-teacher-unclear = { $what }: в нагрузке несколько учителей (строки { $rows }). Впишите, кто ведёт этот урок.
import-problem-teacher-differs = { $what }: здесь учитель «{ $value }», а в нагрузке «{ $other }» (строка { $other_row }). Проверьте.
import-problem-teacher-twice = учитель «{ $value }» в это время уже занят: { $other } (строка { $other_row }), здесь { $what }. Перенесите один из уроков.
import-problem-room-twice = кабинет «{ $value }» в это время уже занят: { $other } (строка { $other_row }), здесь { $what }. Смените кабинет или время.
import-problem-klass-twice = у класса «{ $value }» в это время уже есть урок: { $other } (строка { $other_row }), здесь { $what }. Перенесите один из уроков.
import-problem-hours-differ = { $what }: по нагрузке { $planned } ч. в неделю, в расписании { $given } ч. (с листа расписания, строка { $other_row }). Проверьте.
import-problem-hours-none = { $what }: по нагрузке { $planned } ч. в неделю, в расписании уроков нет. Проверьте.
import-problem-plan-without-klass = не сказано, для кого план. Впишите параллель или класс.
import-problem-topic-twice = тема № { $value } уже есть в строке { $other_row }. Исправьте номер.

## О книге в целом

import-problem-school-renamed = загружена школа с названием { $stored }, а в книге – { $value }. Это та самая книга?
import-problem-year-changed = загружен { $stored } учебный год, а в книге – { $value }. Это та самая книга?
import-problem-and-more = { $count ->
    [one] и ещё { $count } такое же замечание.
    [few] и ещё { $count } таких же замечания.
   *[many] и ещё { $count } таких же замечаний.
}

## Что будет и что сделано

import-kind-school = Настройки школы
import-kind-periods = Периоды
import-kind-calendar = Календарь
import-kind-bells = Звонки
import-kind-rooms = Кабинеты
import-kind-subjects = Предметы
import-kind-staff = Сотрудники
import-kind-roles = Роли
import-kind-klasses = Классы
import-kind-students = Ученики
import-kind-enrolments = Зачисления и переводы
import-kind-guardians = Родители
import-kind-guardianships = Родители и дети
import-kind-groups = Группы
import-kind-members = Состав групп
import-kind-loads = Нагрузка
import-kind-events = События
import-kind-timetable = Расписание
import-kind-plans = Темы планирования
import-kind-lessons = Уроки года
import-fate-created = новых: { $count }
import-fate-changed = изменённых: { $count }
import-fate-ended = снятых: { $count }
import-fate-missing = нет в книге, оставлено: { $count }
import-change-line = { $kind }: { $fates }
import-preview-title = { $name }: что изменится
import-preview-nothing = Книга совпадает с тем, что уже загружено: менять нечего.
import-done-title = { $name }: школа загружена
import-errors-title = { $count ->
    [one] { $count } ошибка: пока она есть, книгу не загрузить
    [few] { $count } ошибки: пока они есть, книгу не загрузить
   *[many] { $count } ошибок: пока они есть, книгу не загрузить
}
import-warnings-title = { $count ->
    [one] { $count } замечание: проверьте, загрузке оно не мешает
    [few] { $count } замечания: проверьте, загрузке они не мешают
   *[many] { $count } замечаний: проверьте, загрузке они не мешают
}

## Командная строка

import-cli-about = школа из книги: шаблон, проверка, загрузка
import-cli-template = записать пустой шаблон книги
import-cli-import = загрузить школу из книги
import-cli-file = файл .xlsx
import-cli-dry-run = только проверить и показать, что изменится
import-cli-school = номер школы, если книга меняет её название
import-cli-language = язык подсказок в шаблоне: ru или en
import-cli-written = Шаблон записан: { $file }. Заполните его и запустите «diary school import { $file } --dry-run».
import-cli-exists = Файл { $file } уже есть. Назовите другой, чтобы не потерять заполненное.
import-cli-not-writable = Файл { $file } не записать: нет папки или прав. Назовите другое место.
import-cli-dry = Это была проверка: ничего не записано.
