### Whom no letter reaches: the class teacher's list, a family's card, counts by class, sheets of paper.

reach-title = 📵 <b>{ $klass }</b> · Out of reach
reach-listed = { $count ->
    [one] Letters don't reach { $count } family.
   *[other] Letters don't reach { $count } families.
}
reach-everybody = Letters reach every family that waits for them.
reach-family = { "" }
    <b>{ $name }</b>
reach-why-never = { $relation ->
    [none] { $guardian }
   *[other] { $guardian } ({ $relation })
} – the code was never used, since { $day }
reach-why-blocked = { $relation ->
    [none] { $guardian }
   *[other] { $guardian } ({ $relation })
} – the bot was stopped or the account deleted, since { $day }
reach-why-silent = { $relation ->
    [none] { $guardian }
   *[other] { $guardian } ({ $relation })
} – letters without an answer, since { $day }
reach-why-declined = { $relation ->
    [none] { $guardian }
   *[other] { $guardian } ({ $relation })
} – declined the electronic diary, since { $day }
reach-no-guardian = The school's list has no parents: ask the administrator to add them.
reach-paper = { "" }
    📄 Chose paper: { $names }
reach-second = { "" }
    Only one of the parents reads: { $names }
reach-more = …and more
reach-family-button = { $name }
reach-paper-button = 📄 Who gets the week's sheet
reach-back = ◀ Out of reach
reach-card = 📵 <b>{ $name }</b> · { $klass }
reach-reached = Letters arrive.
reach-second-reads = The other parent gets letters – important ones at once.
reach-done = Done:
reach-done-called = • { $day } – a call
reach-done-paper = • { $days } – the week given on paper
reach-what-to-do = Call the family. If that fails, give the week to them on paper.
reach-noted = Noted
reach-called-button = 📞 Called – note it
reach-handed-button = 📄 Paper – handed over
reach-invite-button = ✉️ New code: { $name }
reach-home-button = 📵 Out of reach
reach-home-named-button = 📵 { $klass }: contact
reach-school-title = 📵 <b>Out of reach</b>
reach-school-total = Letters reach { $reached ->
    [one] { $reached } family
   *[other] { $reached } families
}{ $second ->
    [0] { "" }
   *[other] , and { $second } through the other parent
}. They don't reach { $listed }.{ $paper ->
    [0] { "" }
   *[other] { " " }Chose paper: { $paper }.
}
reach-school-line = <b>{ $klass }</b> – not reached { $listed }{ $paper ->
    [0] { "" }
   *[other] , on paper { $paper }
}
reach-paper-title = 📄 <b>{ $klass }</b> · The week's sheet, { $days }
reach-paper-nobody = Nobody needs paper: letters reach everybody.
reach-paper-line = { $handed ->
    [yes] ✅ { $name }
   *[no] ▫️ { $name }
}
reach-paper-left = { $count ->
    [one] { $count } sheet is still to be handed over. Note it on the family's card.
   *[other] { $count } sheets are still to be handed over. Note it on the family's card.
}
reach-paper-all = Everything was handed over.
