### The monthly check of a class's data, and the errors it finds.

data-check-button = 🧾 Check the data
data-title = 🧾 <b>{ $klass } · data check</b> · { $month } · { $place } of { $all }
data-title-done = 🧾 <b>{ $klass } · data check</b> · { $month }
data-name = <b>{ $name }</b>
data-born = Date of birth: { $day ->
    [none] not known
   *[other] { $day }
}
data-enrolled = In the class since { $day }
data-guardian = { $relation ->
    [none] Guardian
   *[other] { $relation }
}: { $name }{ $way ->
    [paper] {" "}(diary on paper)
   *[electronic] {""}
}
data-no-guardians = ⚠️ No guardians are named.
data-how = Is all as in the documents and as the family says? You may stop at any time: the bot remembers where you were.
data-right = ✅ Right
data-fault = ✏️ There is an error
data-ask = Write in one message what is wrong and how it should be, up to { $limit } characters. The administrator gets it.
data-fault-told = The administrator is told
data-all-looked = All were looked at: { $count }. End the check – the duty of this month closes.
data-closed = ✅ The check is done, all were looked at: { $count }.
data-faulty = ✏️ The administrator will correct: { $names }
data-done = ✅ End the check
data-back-list = ‹ Class list

data-faults-button = 🧾 Errors in the data
data-faults-title = 🧾 <b>Errors in the data</b> · { $count }
data-faults-none = Class teachers have told of no errors, or all is put right.
data-faults-how = Correct the school's workbook and load it again, then press the button.
data-fault-line = <b>{ $name }</b> · { $klass }
    { $words }
    <i>{ $teller }, { $day }</i>
data-settle = ✅ Put right: { $name }
data-settled = Noted
data-fault-letter = 🧾 <b>An error in the data: { $name }, { $klass }</b>
    { $words }
    <i>Told by { $teller }</i>
data-fault-settled = ✅ Put right

error-data-check-unfinished = Not all were looked at yet, left: { $count }. Go back to the check and see the list through.
