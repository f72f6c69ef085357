### Events of the school and its classes: screens, letters, writing a new one.

## Shared

events-when = { $day }
events-when-at = { $day }, { $time }
events-place = 📍 { $place }
events-words = { $words }
events-bring = 🎒 Bring along: { $bring }
events-whom-school = whole school
events-whom-grades = { $count ->
    [one] grade { $grades }
   *[other] grades { $grades }
}

## Letters

events-letter-new = 🎪 <b>{ $name }</b>
    🗓 { $when }
events-letter-changed = ✏️ <b>{ $name }</b> – the details have changed
    🗓 { $when }
events-letter-moved = ✏️ <b>{ $name }</b> – another time
    🗓 { $when } (it was: { $before })
events-letter-cancelled = 🚫 <b>{ $name }</b> – cancelled ({ $when })
events-letter-soon = 🎪 Tomorrow: <b>{ $name }</b>
    🗓 { $when }
events-letter-staff = 🎪 <b>Events</b>
events-letter-whom = { $whom }: { $said }
events-letter-button = 🎪 All events
events-letter-open = { $name }

## For families

events-child-title = 🎪 <b>Events ahead</b>
events-child-none = Nothing is planned yet. A message will tell of a new event.
events-child-event = <b>{ $name }</b>
    🗓 { $when }
events-child-holiday = 🏖 { $name }: { $span }
events-child-moved = 🔁 { $name }: { $span } – a school day
events-more = … and { $count ->
    [one] { $count } more event
   *[other] { $count } more events
}
events-button = 🎪 Events
events-button-timetable = ‹ Timetable

## For the school

events-title = 🎪 <b>Events</b> · { $name }
events-none = Nothing is planned ahead.
events-line = • { $when } · { $whom } · { $name }
events-line-klass = • { $when } · { $name }
events-add-button = ➕ New event
events-event-button = { $when } · { $name }
events-home-button = 🎪 Events
events-home-named-button = 🎪 Events { $klass }
events-back-button = ‹ Events
events-card-title = 🎪 <b>{ $name }</b> · { $whom }
events-card-when = 🗓 { $when }
events-card-in-time = ✅ Entered in time: the term is { $moment } [{ $clause }]
events-card-late = ⚠️ Entered after its term, which was { $moment } [{ $clause }]
events-change-button = ✏️ Change
events-cancel-button = 🚫 Cancel
events-cancel-sure = Cancel <b>{ $name }</b> ({ $when })? Families and teachers who know of it will get a message.
events-cancel-sure-button = 🚫 Yes, cancel it
events-cancel-keep-button = ‹ No, keep it
events-cancelled = The event is cancelled
events-saved = Done. Families and teachers will be told
events-changed = Saved. What is new will be told

## A new event

events-pick-day = 🎪 <b>New event</b> · { $name }
    When? Choose the day.
events-pick-last = 🎪 The last day of the event
    For an event of one day press { $day }.
events-pick-other = 🎪 Another day
events-draft-new = 🎪 <b>New event</b> · { $whom }
events-draft-change = 🎪 <b>Change the event</b> · { $whom }
events-draft-name = <b>{ $name }</b>
events-draft-nameless = <i>No name yet</i>
events-draft-late = ⚠️ By the regulation such an event is entered until { $moment } [{ $clause }]. You may enter it now: reports will show that it was entered late.
events-draft-term = ℹ️ The term for entering it is { $moment } [{ $clause }].
events-draft-hint = When all is right, press the button below: families and teachers will get a message.
events-field-name-button = ✏️ Name
events-field-time-button = 🕐 Time
events-field-place-button = 📍 Place
events-field-words-button = 💬 Details
events-field-bring-button = 🎒 Bring along
events-draft-day-button = 🗓 Day
events-draft-last-button = 🗓 End
events-draft-whom-button = 👥 For whom
events-draft-save-button = ✅ Enter and tell
events-draft-change-button = ✅ Save and tell
events-draft-drop-button = ✖️ Drop it
events-draft-back-button = ‹ To the event
events-draft-dropped = The draft is gone
events-field-clear-button = 🧹 Leave out
events-ask-name = 🎪 <b>{ $when }</b>
    What is the event called? Write it in one message, for example: “Trip to the space museum”.
events-ask-time = When does it begin? Write it, for example: 14:30.
events-ask-place = Where? Write it in one message, for example: “the assembly hall”.
events-ask-words = What is good to know? Write it in one message.
events-ask-bring = What to bring along? Write it in one message, for example: “indoor shoes, water”.
events-whom-title = 👥 <b>For whom is the event?</b>
    Now: { $whom }
events-whom-school-button = 🏫 Whole school
events-whom-grade-button = { $grade }
events-whom-grade-chosen-button = ✅ { $grade }
events-whom-klass-chosen-button = ✅ { $klass }

error-event-time = This is no time. Write it, for example: 14:30.
error-event-past = This day has passed. Choose today or a later day.
error-event-far = Events are not entered so far ahead: the last possible day is { $last }.
error-event-order = The last day cannot be before the first one.
error-event-long = An event cannot last longer than { $days ->
    [one] { $days } day
   *[other] { $days } days
}.
error-event-nameless = Give the event a name first: the button “✏️ Name”.
error-event-whom = For whom an event is cannot be changed: they were told already. Cancel it and enter a new one.
