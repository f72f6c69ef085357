### The audit trail: receipts in the evening, the day's seal, checking a record, names of deeds.

trail-deed = { $kind ->
    [mark-set] marks
    [mark-corrected] corrected marks
    [mark-withdrawn] withdrawn marks
    [attendance-set] attendance
    [attendance-corrected] corrected attendance
    [lesson-record] lesson record
    [work-declared] works
    [homework-set] homework
    [homework-changed] changed homework
    [remark-written] comments to students
    [invitation-issued] invitation codes
    [invitation-revoked] revoked codes
    [entry-confirmed] confirmed entries
    [school-imported] school workbook
    [lesson-changed] substitutions and changes of lessons
    [plan-changed] changes of thematic plans
    [final-set] final marks
    [final-corrected] corrected final marks
    [final-withdrawn] withdrawn final marks
    [appeal-filed] questions about marks
    [appeal-forwarded] questions about marks
    [appeal-permitted] questions about marks
    [appeal-corrected] questions about marks
    [appeal-explained] questions about marks
   *[other] other actions
}

receipt-title = 🧾 <b>Written under your name</b> · { $day }
receipt-line = • { $what }: { $deeds }
receipt-line-other = • { $deeds }
receipt-deed = { $deed } – { $count }
receipt-change = { "  " }{ $name }: { $before } → { $after } · <code>{ $code }</code>
receipt-hint = <i>To check a record: /check and the code. If it was not you, close your access: “🔒 It was not me”.</i>
receipt-whole = <i>All records with their names stand in the lessons: “📚 The day's lessons”.</i>
receipt-button-day = 📚 The day's lessons
receipt-button-lost = 🔒 It was not me
receipt-seal = 🔏 <b>Seal of the journal</b> · { $day }
    New records: { $entries }. Keep this message: it shows that nothing was rewritten afterwards.
    <code>{ $seal }</code>

check-how = Send the record's code after the command, for instance: <code>/check 412-K7QM4X</code>. The code is in the evening receipt and on the mark's card.
check-same = ✅ <b>The record is unchanged.</b> The code agrees with the audit trail.
check-superseded = ✅ <b>This record is unchanged</b>, but the mark was corrected after it: that is a record of its own.
check-changed = ⚠️ <b>The code does not agree with the audit trail.</b> Look whether it is typed right. If it is, tell the school's administrator: the record may have been changed.
check-unknown = There is no record with this code here, or not everybody may see it. Look whether the code is typed right.
check-record = { $before } → { $after }, { $moment }
check-record-other = { $deed }, { $moment }
command-check = Check a record by its code
