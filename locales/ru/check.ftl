### diary check: что в порядке, а что нет.

check-good = ✓ { $text }
check-note = • { $text }
check-bad = ✗ { $text }
check-verdict-good = Всё готово к работе.
check-verdict-sandbox = Всё готово для учебной школы: «diary sandbox». Для Телеграма впишите в .env строку BOT_TOKEN=…
check-verdict-bad = Исправьте строки с ✗ и запустите «diary check» ещё раз.

check-unknown-name = В файле .env есть { $name }: такой настройки нет. Проверьте, нет ли опечатки.

check-token-none = Токена нет: «diary run» не запустится, а «make run» откроет учебную школу. Токен выдаёт @BotFather.
check-token-shape = BOT_TOKEN не похож на токен Телеграма. Скопируйте его у @BotFather целиком, с цифрами и двоеточием.
check-token-shape-good = Токен по виду верный.

check-clock-good = Часы: { $now }.
check-clock-behind = Часы отстают: сейчас на них { $now }, а база записана позже. Включите точное время (timedatectl set-ntp true), иначе все сроки будут неверны.
check-clock-off = Часы расходятся с часами Телеграма на { $seconds ->
    [one] { $seconds } секунду
    [few] { $seconds } секунды
   *[many] { $seconds } секунд
}. Включите точное время (timedatectl set-ntp true), иначе все сроки будут неверны.
check-zones = Нет сведений о часовых поясах. Установите заново: make setup.

check-disk = Место на диске: свободно { $megabytes } МБ в { $folder }.
check-disk-full = На диске почти нет места: { $megabytes } МБ в { $folder }. Освободите хотя бы 2 ГБ.
check-folder-closed = В папку { $folder } нельзя писать. Дайте права тому, от чьего имени работает бот.

check-pepper-given = Секрет кодов приглашений задан в INVITE_PEPPER.
check-pepper-good = Секрет кодов приглашений лежит в { $file } и закрыт от чужих.
check-pepper-later = Секрет кодов приглашений будет создан при первом запуске: { $file }. Храните его копию отдельно от копии базы.
check-pepper-open = Файл { $file } могут читать посторонние. Закройте его: chmod 600 { $file }

check-database-good = База в порядке, версия { $revision }.
check-database-later = Базы ещё нет: она будет создана при первом запуске в { $file }.
check-database-older = База от прежней версии: при запуске она сама обновится до { $newest }. Сначала сделайте копию.
check-database-newer = База создана более новой программой (версия { $revision }). Обновите программу: старая может испортить записи.
check-database-closed = База не открывается: { $fault }. Проверьте DATABASE_URL.
check-database-damaged = База повреждена: { $damage }. Остановите бота и восстановите последнюю копию.
check-database-setting = База работает с опасной настройкой { $name }. Обновите программу или сообщите разработчикам.

check-online-good = Телеграм отвечает, токен принадлежит боту @{ $name }.
check-online-refused = Телеграм не признаёт этот токен. Возьмите новый у @BotFather (команда /token).
check-online-unreachable = До Телеграма не дозвониться ({ $fault }). Проверьте сеть; если он закрыт, задайте TELEGRAM_PROXY.
