### Тематический план группы: темы, часы, файл, неделя вперёд.

plan-title = 📚 <b>{ $klass } · { $subject }</b> · тематический план
plan-teachers = 👩‍🏫 { $names }
plan-level-group = Свой план группы.
plan-level-klass = План класса { $klass }: он общий для всех групп. Правка создаст свою копию.
plan-level-grade = План { $grade }-х классов: он общий. Правка создаст копию для этой группы.
plan-none = Плана пока нет. Пришлите его файлом или добавляйте темы по одной.

## Ход

plan-hours = Часов в плане: { $hours }. Нагрузка не указана, сравнить не с чем.
plan-hours-fit = Часов в плане: { $hours } – как в учебном плане ✅
plan-hours-less = Часов в плане: { $hours }, по учебному плану { $curriculum } ⚠️ { $count ->
    [one] не хватает { $count } часа
    [few] не хватает { $count } часов
   *[many] не хватает { $count } часов
}
plan-hours-more = Часов в плане: { $hours }, по учебному плану { $curriculum } ⚠️ { $count ->
    [one] { $count } час лишний
    [few] { $count } часа лишние
   *[many] { $count } часов лишние
}
plan-progress = Дано уроков: { $given } из { $hours } · впереди уроков: { $left }
plan-lacking = { $count ->
    [one] ⚠️ Без темы: { $count } урок. Откройте его и запишите тему.
    [few] ⚠️ Без темы: { $count } урока. Откройте их и запишите темы.
   *[many] ⚠️ Без темы: { $count } уроков. Откройте их и запишите темы.
}
plan-here = 📝 На этот урок: <b>{ $number }. { $topic }</b>
plan-left-over = { $count ->
    [one] ⚠️ { $count } час остаётся без урока. Объедините темы или уберите лишнее.
    [few] ⚠️ { $count } часа остаются без уроков. Объедините темы или уберите лишнее.
   *[many] ⚠️ { $count } часов остаются без уроков. Объедините темы или уберите лишнее.
}
plan-week = 🗓 Неделя с { $day }: темы записаны в { $filled } из { $lessons }
plan-week-done = 🗓 Неделя с { $day }: темы записаны во все уроки ✅
plan-week-written = { $count ->
    [one] Записана { $count } тема
    [few] Записаны { $count } темы
   *[many] Записано { $count } тем
}
plan-line-given = ✅ { $number }. { $topic } – { $days }
plan-line-lacking = { $hours ->
    [1] ⚠️ { $number }. { $topic } – не записана: { $days }
   *[other] ⚠️ { $number }. { $topic } ({ $hours } ч) – не записана: { $days }
}
plan-line-coming = { $hours ->
    [1] ▫️ { $number }. { $topic } – { $days }
   *[other] ▫️ { $number }. { $topic } ({ $hours } ч) – { $days }
}
plan-line-open = { $hours ->
    [1] ⏳ { $number }. { $topic } – нет урока
   *[other] ⏳ { $number }. { $topic } ({ $hours } ч) – нет урока
}

## Тема

plan-topic = <b>{ $number }. { $topic }</b>
plan-topic-hours = { $count ->
    [one] ⏱ { $count } час
    [few] ⏱ { $count } часа
   *[many] ⏱ { $count } часов
}
plan-topic-kind = ✏️ { $kind }
plan-topic-task = 🎒 { $task }
plan-topic-given = ✅ Дана: { $days }
plan-topic-lacking = ⚠️ Тема не записана: { $days }
plan-topic-coming = ▫️ Впереди: { $days }
plan-topic-left = { $count ->
    [one] ⏳ Без урока: { $count } час
    [few] ⏳ Без урока: { $count } часа
   *[many] ⏳ Без урока: { $count } часов
}
plan-write-how = Отправьте тему сообщением. Со второй строки можно написать домашнее задание.
plan-write-now = Сейчас: <code>{ $text }</code>
plan-delete-ask = Удалить тему { $number } «{ $topic }»? Следующие темы встанут на её уроки.
plan-delete-yes = Да, удалить
plan-deleted = Тема удалена

## Кнопки

plan-button = 📚 План
plan-button-klass = ‹ Планы { $klass }
plan-button-plan = ‹ К плану
plan-button-write = 📝 Записать: { $number }. { $topic }
plan-button-add = ➕ Тема
plan-button-file = 📤 Файлом
plan-button-own = 🖋 Свой план для группы
plan-button-week = 🗓 Записать темы на неделю с { $day }
plan-button-edit = ✏️ Изменить
plan-button-delete = 🗑 Удалить
plan-button-hour-less = ➖ час
plan-button-hour-more = ➕ час
plan-button-up = ⬆️ Раньше
plan-button-down = ⬇️ Позже

## Планы класса

plan-klasses-button = 📚 Планы
plan-klasses-named-button = 📚 Планы { $klass }
plan-klass-title = 📚 <b>{ $klass }</b> · тематические планы
plan-klass-how = Выберите предмет. Число – сколько тем в плане, 🗓 – во скольких уроках следующей недели тема уже записана, ⚠️ – плана нет.
plan-klass-none = Группы пока не созданы: их даёт лист «Нагрузка» файла школы.
plan-klass-button = { $subject } · { $count }
plan-klass-week-button = 🗓 { $subject } · { $planned }/{ $lessons }
plan-klass-empty-button = ⚠️ { $subject }

## Файл

plan-file-name = тематический-план.xlsx
plan-file-how = Заполните файл и пришлите его сюда: «Тема» обязательна, «№», «Часов», «Вид работы» и «Задание» – по желанию. Подойдёт и ваш КТП в XLSX, если столбцы называются так же. Сначала бот всё проверит и покажет, что изменится.
plan-file-topics = { $count ->
    [one] В файле { $count } тема.
    [few] В файле { $count } темы.
   *[many] В файле { $count } тем.
}
plan-file-changes = Новых: { $created }, изменится: { $changed }, уберём: { $removed }
plan-file-kept = { $count ->
    [one] { $count } тема уже дана на уроке, в файле её нет: она останется.
    [few] { $count } темы уже даны на уроках, в файле их нет: они останутся.
   *[many] { $count } тем уже даны на уроках, в файле их нет: они останутся.
}
plan-file-ask = Загрузить?
plan-file-same = Такой план уже загружен, менять нечего.
plan-file-yes = ✅ Загрузить план
plan-file-done = План загружен

import-problem-plan-of-others = в файле нет тем этого предмета и класса. Проверьте столбцы «Предмет» и «Класс» или уберите их.
import-problem-plan-other-lines = { $count ->
    [one] { $count } строка – другого предмета или класса, она пропущена.
    [few] { $count } строки – другого предмета или класса, они пропущены.
   *[many] { $count } строк – другого предмета или класса, они пропущены.
}
import-problem-plan-too-long = тем больше { $limit }. Разделите план или объедините темы.

## Отказы

error-plan-topic-given = Эта тема уже записана в урок, удалить её нельзя. Её можно изменить.
error-plan-full = В плане уже { $limit } тем, больше не поместится. Объедините темы.
error-plan-has-errors = В файле есть ошибки, план не загружен. Исправьте их и пришлите файл ещё раз.
error-plan-file-wanted = Нужен файл XLSX с планом. Пришлите его как документ.
