### Чат класса: подключение, что бот пишет в группе.

group-button = 💬 Чат класса
group-title = 💬 <b>Чат класса</b> · { $klass }
group-none = Группа пока не подключена.
group-what = В группу приходит то, что касается всего класса: изменения в расписании, общее домашнее задание, события. Отметок, пропусков и имён детей там не бывает никогда.
group-line-bound = ✅ { $title }
group-line-asked = ⏳ { $title } – ждёт вашего подтверждения
group-add-button = ➕ Подключить группу
group-bind-button = ✅ Подключить «{ $title }»
group-release-button = 🚪 Выйти из «{ $title }»
group-back-button = ‹ Чат класса
group-choose-button = 💬 Выбрать группу
group-code = 💬 <b>Чат класса</b> · { $klass }

    Нажмите «Выбрать группу» и добавьте бота в чат класса. Если бот уже там, напишите в группе от своего имени:

    <code>{ $command }</code>

    Код действует { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    } и только от вас. Потом здесь спрошу, та ли это группа.
group-ask-bind = 💬 Подключить группу «{ $title }» к { $klass }?

    Проверьте, что в ней только те, кто должен знать о расписании и заданиях класса.
group-yes-button = ✅ Да, подключить
group-no-button = 🚪 Нет, выйти из группы
group-ask-release = Выйти из группы «{ $title }»? Сообщений { $klass } в ней больше не будет.
group-release-sure-button = 🚪 Да, выйти
group-bound-toast = Группа подключена
group-released-toast = Бот вышел из группы

group-hello = Здравствуйте! Здесь буду рассказывать об изменениях в расписании, домашнем задании и событиях класса – без имён и отметок. Жду, когда группу подключит классный руководитель: в личном чате со мной «Мой класс» → «События» → «Чат класса». Если этого не случится за 10 минут – выйду.
group-asked = Код принят. Классный руководитель подтвердит группу в личном чате.
group-bound = Группа подключена: { $klass }. Здесь будут изменения в расписании, общее домашнее задание и события.
group-wrong-code = Код не подошёл или устарел. Выхожу из группы: новый код классный руководитель возьмёт в личном чате.
group-anonymous = Код нужно написать от своего имени, не анонимно.
group-in-private = Личное – только в личном чате.
group-private-button = 💬 Открыть личный чат

## Сообщение в группе

group-post-title = 📣 <b>{ $klass }</b>
group-post-more = <i>Подробности – в дневнике, в личном чате с ботом.</i>
group-post-change = 🔁 { $subject }{ $group }, { $day }, { $number }-й урок: { $what }
group-post-subgroup = { " " }({ $name })
group-post-substituted = замена учителя
group-post-own-teacher = замены не будет
group-post-room = другой кабинет
group-post-no-day = к следующему уроку
group-post-homework = 🎒 { $subject } ({ $until }): { $text }
group-post-homework-files = 🎒 { $subject } ({ $until }): { $text } 📎 файлы – в дневнике
group-post-homework-in-diary = 🎒 { $subject } ({ $until }): задание в дневнике
group-post-homework-withdrawn = 🎒 { $subject } ({ $until }): задание отменено
group-post-event = 🎪 { $name } – { $when }{ $place }{ $bring }
group-post-event-moved = ✏️ { $name } – другое время: { $when }{ $place }{ $bring }
group-post-event-cancelled = 🚫 { $name } ({ $when }) – отменяется
group-post-event-in-diary = 🎪 Событие: { $when }, подробности в дневнике

error-group-code = Код не подошёл или устарел. Возьмите новый: «Мой класс» → «События» → «Чат класса».
