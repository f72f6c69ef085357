### What deputy and head may want to look at. No line accuses: everything may have a simple reason.

slips-title = 🔎 <b>Worth a look</b> · { $school }
    { $span }
slips-count = { $count ->
    [one] { $count } entry, the most telling first.
   *[other] { $count } entries, the most telling first.
}
slips-none = There is nothing to look at this week.
slips-hint = <i>These are no offences: each entry may have a simple reason. Ask the teacher.</i>
slips-button = { $what } · { $name }
slips-button-lesson = { $what } · { $name } · { $day }
slips-back = ‹ To the list
slips-home-button = 🔎 Worth a look

slip-short-after-final = After the period mark: { $count }
slip-short-burst = Many edits in a row: { $count }
slip-short-night = By night: { $count }
slip-short-all-fives = Only fives in a minute: { $count }
slip-short-absent-marked = Mark for an absent student: { $count }
slip-short-on-and-off = There – not there – there
slip-title = 🔎 <b>{ $what }</b> · { $name }
slip-about-after-final = Marks were written or changed when the period mark already stood.
slip-about-burst = At least 15 corrections within 10 minutes. It happens when a typing slip is mended – or when somebody else has the journal open.
slip-about-night = Marks were written between 23:00 and 06:00.
slip-about-all-fives = At least 10 fives within a minute in one lesson, no other mark among them. It may well be so.
slip-about-absent-marked = A mark stands for somebody who is recorded as absent from this lesson. Either the mark or the attendance is wrong.
slip-about-on-and-off = There in the lessons around, absent from this one without a reason. The attendance may have a slip.
slip-began = Began: { $moment }
slip-students = Students: { $names }
slip-students-more = Students: { $names } and { $count } more

objectivity-title = ⚖️ <b>Grounds of period marks</b> · { $school }
    { $period }
objectivity-period = { $name }, { $span }
objectivity-how = Choose a class to see where the period mark differs from the mean, marks or written works are few, or nearly everything was set on the last days.
objectivity-running = <i>The period goes on for { $days ->
    [one] { $days } day
   *[other] { $days } days
}: many may still lack marks.</i>
objectivity-no-periods = There are no reporting periods yet.
objectivity-home-button = ⚖️ Grounds of period marks
objectivity-klass-title = ⚖️ <b>{ $klass }</b> · { $period }
objectivity-fine = ✅ Nothing to ask about.
objectivity-group-line = • <b>{ $subject }</b> ({ $teacher }): { $what }
objectivity-group-button = { $subject } · { $count }
objectivity-group-title = ⚖️ <b>{ $klass } · { $subject }</b> · { $period }
    { $teacher }
objectivity-klasses = ‹ All classes
objectivity-back = ‹ To the class
objectivity-count-apart = period mark apart from the mean – { $count }
objectivity-count-few = few marks – { $count }
objectivity-count-no-written = few written works – { $count }
objectivity-count-no-labs = few laboratory works – { $count }
objectivity-count-no-practicals = few practical works – { $count }
objectivity-count-rush = marks on the last days
objectivity-apart = • { $name }: <b>{ $given }</b> was set, the mean { $mean } gives { $proposed }
objectivity-few = • { $name }: { $have } of { $least } marks
objectivity-no-written = • { $name }: { $have } of { $least } written works
objectivity-no-labs = • { $name }: { $have } of { $least } laboratory works
objectivity-no-practicals = • { $name }: { $have } of { $least } practical works
objectivity-rush = • { $have } of the period's { $least } marks were set on the last two days
