### Администратор и классный руководитель: школа одним взглядом, приглашения, листы с кодами.

admin-card =
    🏫 <b>{ $name }</b>
    Учебный год { $year }

    Классов: { $klasses } · учащихся: { $students } · сотрудников: { $staff }

    <b>Вошли в дневник</b>
    семьи: { $guardians_entered } из { $guardians }
    учащиеся: { $students_entered } из { $students }
    сотрудники: { $staff_entered } из { $staff }
admin-empty = Школа пока пуста. Отправьте сюда файл XLSX со школой – бот проверит его и покажет, что будет загружено.
admin-dead-letters = ⚠️ Не доставлено сообщений: { $count }. Отправьте их ещё раз или закройте.
admin-dead-updates = ⚠️ Не обработано действий: { $count }. Скажите об этом тому, кто обслуживает бота.

admin-klasses-button = ✉️ Классы: кто вошёл
admin-staff-button = ✉️ Сотрудники: кто вошёл
admin-waiting-button = ⏳ Ждут подтверждения: { $count }
admin-import-button = 📥 Загрузить школу из файла

## Ждут подтверждения

admin-waiting-title = ⏳ <b>Ждут подтверждения</b>
admin-waiting-line = <b>{ $name }</b>{ $position ->
        [none] { "" }
       *[other] , { $position }
    } – { $moment }
admin-waiting-hint = Впускайте только тех, кому сами выдали код. Сомневаетесь – спросите лично.
admin-waiting-none = Никто не ждёт подтверждения.
admin-waiting-confirm = ✅ { $name }
admin-waiting-refuse = ✖️ Отклонить

## Приглашения

admin-klasses-title =
    ✉️ <b>Кто вошёл в дневник</b>

    Рядом с классом – сколько человек вошло: учащиеся и семьи вместе. Нажмите на класс, чтобы увидеть имена и напечатать коды.
admin-klass-short = { $klass } · { $entered }/{ $all }
admin-klass-title = ✉️ <b>{ $klass }</b> · кто вошёл
admin-staff-title = ✉️ <b>Сотрудники</b> · кто вошёл
admin-counts = Вошли: { $entered } из { $all }.
admin-counts-klass = Вошли: учащиеся { $students_entered } из { $students }, семьи { $guardians_entered } из { $guardians }.
admin-counts-codes = Код на руках: { $invited }. Без кода или с просроченным: { $needing }.
admin-legend = ✅ вход выполнен · ⏳ ждёт подтверждения · ✉️ код на руках · ⌛ код просрочен · ▫️ кода нет

admin-person-entered = ✅ { $name }
admin-person-waiting = ⏳ { $name }
admin-person-invited = ✉️ { $name }
admin-person-expired = ⌛ { $name }
admin-person-uninvited = ▫️ { $name }
admin-person-guardian = ↳ { $name }

admin-print-new = 🖨 Напечатать коды: { $count }
admin-print-again = 🖨 Заново всем, кто не вошёл: { $count }
admin-klasses-back = ‹ Классы
admin-show-missing = 🚪 Не вошли: { $count }
admin-show-all = 👥 Показать всех
admin-klass-back = ‹ { $klass }
admin-person-back = ‹ Назад
admin-staff-back = ‹ Сотрудники

## Один человек

admin-card-name = <b>{ $name }</b>
admin-card-staff = { $position }
admin-card-student = { $klass }
admin-card-guardian = Семья: { $children }
admin-card-entered = ✅ Вход выполнен.
admin-card-waiting = ⏳ Ждёт подтверждения администратора.
admin-card-invited = ✉️ Код на руках, действует до { $day }.
admin-card-expired = ⌛ Код просрочен { $day }. Напечатайте новый.
admin-card-uninvited = ▫️ Кода ещё нет. Напечатайте и отдайте лично.
admin-card-issued = 🖨 Выдан { $day }.
admin-card-paper = 📄 По заявлению дневник ведётся на бумаге, код не нужен.
admin-card-code = 🖨 Новый код
admin-card-revoke = Отозвать код
admin-card-cut = 🔒 Закрыть доступ (вход { $day })
admin-revoked = Код отозван: войти по нему больше нельзя.
admin-revoked-none = Неиспользованного кода нет.

## Печать

admin-issued =
    🖨 Готово: { $count ->
        [one] код для { $count } человека
        [few] коды для { $count } человек
       *[many] коды для { $count } человек
    }.

    Напечатайте файл, разрежьте по линиям и раздайте лично. Коды действуют до { $day }, прежние неиспользованные больше не работают.
admin-sheet-file = Приглашения { $klass }.pdf
admin-sheet-file-staff = Приглашения сотрудников.pdf

sheet-title = { $school } · { $klass }
sheet-title-staff = { $school } · сотрудники
sheet-guardian = Для семьи: { $children }
sheet-student = Дневник учащегося · { $klass }
sheet-staff = Для сотрудника школы
sheet-step-scan = 1. Наведите камеру телефона на QR-код или найдите в Telegram @{ $bot } и отправьте ему код.
sheet-step-send = 1. Откройте в Telegram бота школы и отправьте ему код.
sheet-step-consent = 2. Прочитайте согласие и нажмите «Принимаю».
sheet-step-until = 3. Код – на один вход, до { $day }. Никому его не показывайте.

## Классный руководитель

klass-title = 👥 <b>{ $klass }</b> · { $day }
klass-absent = Сегодня на уроках не было: { $names }.
klass-nobody-absent = Сегодня отсутствующих пока не отмечено.
klass-unreached = { $count ->
    [one] ⚠️ До { $count } семьи письма не доходят: нужен код, звонок или лист на бумаге.
    [few] ⚠️ До { $count } семей письма не доходят: нужен код, звонок или лист на бумаге.
   *[many] ⚠️ До { $count } семей письма не доходят: нужен код, звонок или лист на бумаге.
}
klass-list-button = 📋 Список класса
klass-list-named-button = 📋 { $klass }: список
klass-invitations-button = ✉️ Кто вошёл, коды
klass-invitations-named-button = ✉️ { $klass }: коды
klass-list-title = 📋 <b>{ $klass }</b> · { $count ->
        [one] { $count } человек
        [few] { $count } человека
       *[many] { $count } человек
    }
klass-list-line = { $number }. { $name }

## Загрузка школы из файла

load-how =
    📥 <b>Школа из файла</b>

    Отправьте сюда файл XLSX: бот проверит его, покажет ошибки с местами или то, что изменится, и загрузит только после вашего «Загрузить». Повторная загрузка обновляет школу, отметки и ученики при этом не пропадают.

    Пустой шаблон с подсказками – в файле ниже.
load-template-file = Школа, шаблон.xlsx
load-reading = ⏳ Читаю файл «{ $name }»: обычно это несколько секунд.
load-writing = ⏳ Загружаю школу. Большая школа занимает до минуты.
load-title = 📄 <b>{ $name }</b>
load-more = … и ещё { $count }. Весь список – в файле ниже.
load-problems-file = Замечания к файлу.txt
load-fix = Исправьте и отправьте файл ещё раз. Пока ничего не записано.
load-ask = Загрузить?
load-yes = ✅ Загрузить
load-no = Отмена
load-cancelled = Хорошо, ничего не записано. Исправленный файл можно отправить сюда в любой момент.
load-next = Дальше – коды: раздайте приглашения сотрудникам и семьям.

## Командная строка

invites-cli-about = напечатать приглашения: листы с кодами и QR для класса или сотрудников
invites-cli-klass = класс, например 7Б
invites-cli-staff = все сотрудники, в том числе первый администратор
invites-cli-file = файл .pdf, которого ещё нет
invites-cli-reissue = новые коды и тем, у кого действующий код уже есть: прежние перестанут работать
invites-cli-school = номер школы, если их несколько
invites-cli-bot = имя бота без @ для QR-кодов; без него имя спрашивается у Телеграма
invites-cli-done = { $count ->
    [one] Записан { $count } код
    [few] Записано { $count } кода
   *[many] Записано { $count } кодов
}: { $file }. Напечатайте файл и удалите его: по коду входят без пароля.
invites-cli-no-bot = Имя бота неизвестно, поэтому в QR-кодах только сам код, без ссылки. Имя можно задать: --bot ИМЯ
invites-cli-no-school = В базе нет ни одной школы. Сначала: diary school import ФАЙЛ.xlsx
invites-cli-which-school = Школ несколько, выберите номер: --school N
invites-cli-school-line = { $number } – { $name }
invites-cli-no-klass = Класса «{ $klass }» нет. Есть: { $known }.
invites-cli-exists = Файл { $file } уже есть. Назовите другой, чтобы не потерять напечатанное.
invites-cli-not-writable = Файл { $file } не записать: нет папки или прав. Назовите другое место.
