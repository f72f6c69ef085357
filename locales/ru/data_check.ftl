### Ежемесячная сверка данных класса и ошибки, которые она находит.

data-check-button = 🧾 Сверить данные
data-title = 🧾 <b>{ $klass } · сверка данных</b> · { $month } · { $place } из { $all }
data-title-done = 🧾 <b>{ $klass } · сверка данных</b> · { $month }
data-name = <b>{ $name }</b>
data-born = Дата рождения: { $day ->
    [none] не указана
   *[other] { $day }
}
data-enrolled = В классе с { $day }
data-guardian = { $relation ->
    [none] Представитель
   *[other] { $relation }
}: { $name }{ $way ->
    [paper] {" "}(дневник на бумаге)
   *[electronic] {""}
}
data-no-guardians = ⚠️ Представители не указаны.
data-how = Всё так, как в документах и как говорит семья? Сверку можно прервать: бот помнит, на ком вы остановились.
data-right = ✅ Верно
data-fault = ✏️ Есть ошибка
data-ask = Напишите одним сообщением, что не так и как правильно, до { $limit } знаков. Это получит администратор.
data-fault-told = Передано администратору
data-all-looked = Просмотрены все: { $count }. Завершите сверку – дело за этот месяц закроется.
data-closed = ✅ Сверка закончена, просмотрены все: { $count }.
data-faulty = ✏️ Администратор исправит данные: { $names }
data-done = ✅ Завершить сверку
data-back-list = ‹ Список класса

data-faults-button = 🧾 Ошибки в данных
data-faults-title = 🧾 <b>Ошибки в данных</b> · { $count }
data-faults-none = Классные руководители об ошибках не сообщали, или всё уже исправлено.
data-faults-how = Исправьте книгу школы и загрузите её снова, затем нажмите кнопку.
data-fault-line = <b>{ $name }</b> · { $klass }
    { $words }
    <i>{ $teller }, { $day }</i>
data-settle = ✅ Исправлено: { $name }
data-settled = Отмечено
data-fault-letter = 🧾 <b>Ошибка в данных: { $name }, { $klass }</b>
    { $words }
    <i>Сообщает { $teller }</i>
data-fault-settled = ✅ Исправлено

error-data-check-unfinished = Просмотрены ещё не все, осталось: { $count }. Вернитесь к сверке и досмотрите список.
