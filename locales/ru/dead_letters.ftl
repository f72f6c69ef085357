### Недоставленные сообщения: список администратора.

dead-title = { $count ->
    [0] ✉️ <b>Недоставленных сообщений нет</b>
    [one] ✉️ <b>Не доставлено { $count } сообщение</b>
    [few] ✉️ <b>Не доставлено { $count } сообщения</b>
   *[many] ✉️ <b>Не доставлено { $count } сообщений</b>
}
dead-line = <b>{ $number }.</b> { $kind ->
    [mark] Отметки
    [attendance] Посещаемость
    [homework] Домашнее задание
    [remark] Комментарий учителя
    [lesson_change] Изменение в расписании
    [lesson_change_staff] Изменение в расписании
    [period_mark] Итоговые отметки
    [forecast] Прогноз
    [signal] Просьба обратить внимание
    [digest] Вечерняя сводка
    [notice] Объявление
    [message] Сообщение
    [duty_list] Список дел
    [lesson_form] Напоминание об уроке
    [homework_form] Напоминание о домашнем задании
   *[other] Служебное сообщение
} · { $moment }
    { $reader ->
        [none] Кому: аккаунт без доступа
       *[other] Кому: { $reader }
    }. { $reason ->
        [refused] Telegram не принял сообщение.
        [spoilt] Сообщение не удалось составить: ошибка программы.
       *[unknown] Причина не записана.
    }
dead-hint = Сообщение составляется заново из того, что верно сейчас. Если ошибка повторяется, скажите о ней тому, кто обслуживает бота.
dead-revive-button = 🔁 { $number } · Отправить
dead-close-button = ✖️ { $number } · Закрыть
dead-revived = Отправляем ещё раз
dead-closed = Закрыто
dead-home-button = ✉️ Не доставлено: { $count }
