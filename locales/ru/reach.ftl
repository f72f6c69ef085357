### До кого не доходят письма: список классного руководителя, карточка семьи, счёт по классам, листы на бумаге.

reach-title = 📵 <b>{ $klass }</b> · Кого не достать
reach-listed = { $count ->
    [one] До { $count } семьи письма не доходят.
    [few] До { $count } семей письма не доходят.
   *[many] До { $count } семей письма не доходят.
}
reach-everybody = Письма доходят до каждой семьи, которая их ждёт.
reach-family = { "" }
    <b>{ $name }</b>
reach-why-never = { $relation ->
    [none] { $guardian }
   *[other] { $guardian } ({ $relation })
} – код не использован, с { $day }
reach-why-blocked = { $relation ->
    [none] { $guardian }
   *[other] { $guardian } ({ $relation })
} – бот остановлен или аккаунт удалён, с { $day }
reach-why-silent = { $relation ->
    [none] { $guardian }
   *[other] { $guardian } ({ $relation })
} – письма без ответа, с { $day }
reach-why-declined = { $relation ->
    [none] { $guardian }
   *[other] { $guardian } ({ $relation })
} – отказ от электронного дневника, с { $day }
reach-no-guardian = В списке школы нет родителей: попросите администратора добавить их.
reach-paper = { "" }
    📄 Выбрали бумагу: { $names }
reach-second = { "" }
    Читает только один из родителей: { $names }
reach-more = …и ещё
reach-family-button = { $name }
reach-paper-button = 📄 Кому лист за неделю
reach-back = ◀ Кого не достать
reach-card = 📵 <b>{ $name }</b> · { $klass }
reach-reached = Письма доходят.
reach-second-reads = Второй из родителей письма получает – важное сразу.
reach-done = Сделано:
reach-done-called = • { $day } – звонок
reach-done-paper = • { $days } – сведения переданы на бумаге
reach-what-to-do = Позвоните семье. Не получается – передайте сведения за неделю на бумаге.
reach-noted = Записано
reach-called-button = 📞 Звонок – отметить
reach-handed-button = 📄 На бумаге – передано
reach-invite-button = ✉️ Новый код: { $name }
reach-home-button = 📵 Без связи
reach-home-named-button = 📵 { $klass }: без связи
reach-school-title = 📵 <b>Кого не достать</b>
reach-school-total = Письма доходят до { $reached ->
    [one] { $reached } семьи
    [few] { $reached } семей
   *[many] { $reached } семей
}{ $second ->
    [0] { "" }
   *[other] , ещё до { $second } – через второго из родителей
}. Не доходят до { $listed }.{ $paper ->
    [0] { "" }
   *[other] { " " }Выбрали бумагу: { $paper }.
}
reach-school-line = <b>{ $klass }</b> – не доходят до { $listed }{ $paper ->
    [0] { "" }
   *[other] , на бумаге { $paper }
}
reach-paper-title = 📄 <b>{ $klass }</b> · Лист за неделю, { $days }
reach-paper-nobody = На бумаге сведения никому не нужны: письма доходят до всех.
reach-paper-line = { $handed ->
    [yes] ✅ { $name }
   *[no] ▫️ { $name }
}
reach-paper-left = { $count ->
    [one] Осталось передать { $count } лист. Отметьте в карточке семьи.
    [few] Осталось передать { $count } листа. Отметьте в карточке семьи.
   *[many] Осталось передать { $count } листов. Отметьте в карточке семьи.
}
reach-paper-all = Всё передано.
