### Домашнее задание, тема и комментарии у учителя.

giving-ask = 🎒 Что задано на дом?
giving-due-default = По умолчанию – на следующий урок группы, { $day }.
giving-none = 🚫 Не задано
giving-none-done = Записано: не задано
giving-none-back = ↩️ Вернуть: задание будет
giving-none-undone = Запись «не задано» снята
giving-plan = 📖 По плану: { $task }
giving-write = ✍️ Написать или прислать файл
giving-personal = 👤 Индивидуально
giving-task = 🎒 { $text }
giving-files-only = см. вложение
giving-how = ✍️ Отправьте задание сообщением: текст, фото, документ или голос. Срок и вид можно поменять потом.
giving-how-personal = ✍️ Задание только для одного ученика: { $name }. Отправьте текст, фото, документ или голос.
giving-for-whom = 👤 Для кого задание?
giving-kind = Вид: { $kind }
giving-kind-chosen = • { $kind }
giving-more-files = 📎 Можно прислать ещё фото или документы – они добавятся сюда. Текст тоже добавится.
giving-due = 📅 На { $day }
giving-no-day = без даты
giving-which-day = 📅 К какому уроку?
giving-no-lessons = Следующих уроков этой группы в расписании нет.
giving-rewrite = ✏️ Заменить текст
giving-how-rewrite = ✏️ Отправьте новый текст задания.
giving-now = Сейчас: { $text }
giving-withdraw = 🗑 Убрать
giving-withdraw-ask = Убрать это задание из дневников?
giving-withdraw-yes = Да, убрать
giving-withdrawn = Задание убрано
giving-done = ✅ Готово
giving-saved = Записано

## Тема

topic-now = 📝 Сейчас: <b>{ $topic }</b>
topic-next = Следующая по плану – № { $number }: <b>{ $topic }</b>
topic-how = Выберите тему или отправьте свою сообщением.
topic-how-no-plan = 📝 Отправьте тему урока сообщением: тематический план для этого класса не загружен.
topic-button = { $number }. { $topic }
topic-saved = Тема записана

## Комментарии

remarking-for-whom = 💬 Кому? Текст увидит только эта семья.
remarking-how = 💬 { $name }: напишите о работе или поведении на уроке. Это увидит только эта семья. До 1000 знаков.
remarking-withdraw = 🗑 { $name }: { $text }
remarking-withdrawn = Комментарий убран

## Отказы

error-homework-exists = Задание уже записано. Чтобы стало «Не задано», сначала уберите его.
error-due-day = Срок – день после урока и до конца учебного года. Выберите другой.
error-too-many-files = К заданию можно приложить не больше { $limit } файлов.
error-plan-has-no-task = В плане для этого урока задания нет. Напишите его сообщением.
