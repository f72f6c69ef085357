"""What each role may do, written down from the requirements and the texts, apart from the table in the code.

s = oneself, c = own child, l = own lesson, u = substituted lesson, g = own group, h = own lesson handed over to
a substitute, k = own class, o = own school (a deputy's own parallels). What is not listed is denied.
"""

GUARDIAN = """
account.manage_own s   access.report_own_lost s  access.cut sc     preferences.set sc   notice.confirm_read sc
diary.read c           diary.export c            forecast.read c   attachment.read c    timetable.read c
absence.announce c     appeal.file c             message.write c   message.complain c   parent_sheet.print c
regulation.read o
"""

STUDENT = """
account.manage_own s   access.report_own_lost s  preferences.set s  notice.confirm_read s
diary.read s           diary.export s            forecast.read s    attachment.read s    timetable.read s
diary.tick_homework s  appeal.file s             message.write s    message.complain s
regulation.read o
"""

TEACHER = """
account.manage_own s   access.report_own_lost s  preferences.set s  notice.confirm_read s
lesson.read lugh       journal.read lgh          attachment.read lugh
attendance.take lug    mark.set lug              mark.correct lug   work.declare lug     topic.set lug
homework.set lug       remark.write lug          nothing.record lug appeal.answer lug
plan.edit g            period_mark.set g         period_mark.reopen g  exam_mark.set g   diagnostic.enter g
signal.tell g          forecast.read g           message.write lg   thread.mute s        subgroup.edit g
message.complain lg
klass.report g         parent_sheet.print g      period_sheet.print g
duty_board.read s      duty.confirm s            control_remark.resolve s
timetable.read o       regulation.read o
"""

CLASS_TEACHER = """
account.manage_own s   access.report_own_lost s  preferences.set s  notice.confirm_read s
invitation.issue k     invitation.revoke k       invitation.board k access.cut k         access.report_lost k
consent.list k
diary.read k           diary.export k            forecast.read k    attachment.read k    lesson.read k
journal.read k         plan.edit k               period_mark.set k  exam_mark.set k
klass.overview k       absence_reason.correct k  absence_note.accept k  notice.send_klass k  subgroup.edit k
event.edit_klass k     klass.report k            klass_timetable.edit k data.check k     gap.tell k
group_chat.bind k      reach.note k  message.write k           message.complain k       thread.mute s
duty_board.read sk     duty.confirm s            fill_rates.read k  control_remark.resolve s
parent_sheet.print k   journal.print k           period_sheet.print k
timetable.read o       regulation.read o
"""

DEPUTY = """
account.manage_own s   access.report_own_lost s  preferences.set s  notice.confirm_read s
invitation.board o     diary.read o              diary.export o     forecast.read o      attachment.read o
lesson.read o          journal.read o            klass.overview o   klass.report o       message.write o
message.complain o
appeal.decide o        notice.send_school o      subgroup.edit o    event.edit_klass o   event.edit_school o
klass_timetable.edit o timetable.edit o          lesson.change o    curriculum.edit o    calendar.edit o
duty_board.read so     fill_rates.read o         control_remark.write o  analysis.post o mark_changes.read o
objectivity.read o     audit.verify o            fraud_list.read o  duty.pardon o        backdating.permit o
duty.confirm s
thread.read_complained o
parent_sheet.print o   journal.print o           school.report o    period_sheet.print o inspection_pack.make o
timetable.read o       regulation.read o
"""

HEAD = """
account.manage_own s   access.report_own_lost s  preferences.set s  notice.confirm_read s
invitation.board o     consent.list o            diary.read o       diary.export o       forecast.read o
attachment.read o      lesson.read o             journal.read o     klass.overview o     klass.report o
duty_board.read o      duty.confirm s            fill_rates.read o  mark_changes.read o  objectivity.read o
audit.verify o         fraud_list.read o      thread.read_complained o
parent_sheet.print o   journal.print o           school.report o    period_sheet.print o inspection_pack.make o
timetable.read o       regulation.read o
"""

ADMINISTRATOR = """
account.manage_own s   access.report_own_lost s  preferences.set s  notice.confirm_read s
invitation.issue o     invitation.revoke o       invitation.board o entry.confirm_staff o access.cut o
access.report_lost o   operations.review o       consent.record_paper o  consent.list o
lesson.read o          journal.read o            klass.report o     message.write o      notice.send_school o
message.complain o
subgroup.edit o        event.edit_school o       plan.edit o        klass_timetable.edit o data.check o
duty_board.read o      fill_rates.read o         analysis.post o    mark_changes.read o  audit.verify o
duty.confirm s
school.import o        school.settings o         regulation.read o  regulation.edit o    timetable.read o
timetable.edit o       lesson.change o           curriculum.edit o  calendar.edit o      movement.record o
year.close o           archive.make o            backup.make o      interchange.export o inspection_pass.issue o
dead_letters.tend o
parent_sheet.print o   journal.print o           school.report o    period_sheet.print o
"""

INSPECTOR = """
account.manage_own s   access.report_own_lost s  preferences.set s  notice.confirm_read s
diary.read o           attachment.read o         lesson.read o      journal.read o       journal.print o
mark_changes.read o    audit.verify o            inspection_pack.make o  timetable.read o regulation.read o
"""

SECRETARY = """
account.manage_own s   access.report_own_lost s  preferences.set s  notice.confirm_read s
movement.record o      timetable.read o          regulation.read o  duty_board.read s    duty.confirm s
"""

WORKING_GROUP = """
account.manage_own s   access.report_own_lost s  preferences.set s  notice.confirm_read s
lesson.read o          journal.read o            attachment.read o  klass.report o       school.report o
duty_board.read o      duty.confirm s            fill_rates.read o  timetable.read o     regulation.read o
"""

SYSTEM = """
invitation.issue o     invitation.revoke o       invitation.board o entry.confirm_staff o access.cut o
school.import o        school.settings o         regulation.read o  archive.make o       backup.make o
interchange.export o   audit.verify o            regulation.edit o  duty_board.read o     mark_changes.read o
"""

EXPECTED = {
    "guardian": GUARDIAN,
    "student": STUDENT,
    "teacher": TEACHER,
    "psychologist": TEACHER,
    "class_teacher": CLASS_TEACHER,
    "deputy": DEPUTY,
    "head": HEAD,
    "administrator": ADMINISTRATOR,
    "inspector": INSPECTOR,
    "secretary": SECRETARY,
    "working_group": WORKING_GROUP,
    "system": SYSTEM,
}
