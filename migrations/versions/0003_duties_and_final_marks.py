"""Duties, final marks, control and appeals: what the journal grew by, added to a school that is at work."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ENTERED = (
    "bell",
    "calendar_entry",
    "klass",
    "period",
    "person",
    "plan_topic",
    "school_event",
    "study_group",
    "timetable_entry",
)
# As they may be dropped one after the other.
TABLES = (
    "appeal",
    "lesson_change",
    "late_permission",
    "duty_pardon",
    "period_closing",
    "final_mark",
    "operation_review",
    "gap_report",
    "signal",
    "regulation_override",
    "lost_report",
    "duty_confirmation",
    "control_remark",
    "analysis",
    "chain_anchor",
)

FIRST = "NEW.replaces IS NULL AND replaces IS NULL AND student_id = NEW.student_id"
FIRST_OF_YEAR = f"{FIRST} AND period_id IS NULL AND NEW.period_id IS NULL"
# Each in a look-up of its own: joined by OR they are looked for from end to end once the table has been analysed.
UNIQUE = {
    "final_mark": (
        "id = NEW.id",
        "replaces = NEW.replaces",
        f"{FIRST} AND subject_id = NEW.subject_id AND period_id IS NOT NULL AND period_id = NEW.period_id",
        f"{FIRST_OF_YEAR} AND subject_id = NEW.subject_id AND year = NEW.year AND kind = NEW.kind",
    ),
    "lesson_change": ("id = NEW.id",),
    "regulation_override": ("id = NEW.id",),
    "chain_anchor": ("id = NEW.id", "school_id = NEW.school_id AND day = NEW.day"),
}
ATTENDANCE_BEFORE = ("id = NEW.id", "replaces = NEW.replaces")
ATTENDANCE_SINCE = (*ATTENDANCE_BEFORE, f"{FIRST} AND lesson_id = NEW.lesson_id")


def upgrade() -> None:
    """Apply."""
    # For some days steps 0001 and 0002 were issued with all of this in them: what they made then calls itself 0002,
    # and nothing is missing there.
    if sa.inspect(op.get_bind()).has_table("final_mark"):
        return
    _add_tables()
    _add_columns()
    _guard()


def _add_columns() -> None:
    # Each by itself and not as a batch: a table made anew would lose its triggers. Rows of before were entered nobody
    # knows when; their school keeps to its preset and escalates as a school founded now.
    for table in ENTERED:
        op.add_column(table, sa.Column("entered_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("work", sa.Column("received_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("school", sa.Column("deviations", sa.Text(), server_default="", nullable=False))
    op.add_column("school", sa.Column("escalation_days", sa.Integer(), server_default="3", nullable=False))
    op.add_column("lesson", sa.Column("planned_day", sa.Date(), nullable=True))
    op.add_column("lesson", sa.Column("planned_number", sa.Integer(), nullable=True))
    op.create_index(
        "ix_lesson_klass_id_planned_day",
        "lesson",
        ["klass_id", "planned_day"],
        sqlite_where=sa.text("planned_day IS NOT NULL"),
        postgresql_where=sa.text("planned_day IS NOT NULL"),
    )


def _guard() -> None:
    if op.get_bind().dialect.name != "sqlite":
        for table in UNIQUE:
            op.execute(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            )
        return
    for table, same in UNIQUE.items():
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        _refuse_replacing(table, same)
    op.execute("DROP TRIGGER attendance_no_replace")
    _refuse_replacing("attendance", ATTENDANCE_SINCE)


def _refuse_replacing(table: str, unique: tuple[str, ...]) -> None:
    # INSERT OR REPLACE deletes silently, and from a foreign connection without the delete trigger: what is there
    # already is refused before it comes to that.
    there = " OR ".join(f"EXISTS (SELECT 1 FROM {table} WHERE {same})" for same in unique)  # noqa: S608
    op.execute(
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {there} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def downgrade() -> None:
    """Undo."""
    op.drop_index("ix_lesson_klass_id_planned_day", "lesson")
    for table, column in (
        ("lesson", "planned_number"),
        ("lesson", "planned_day"),
        ("school", "escalation_days"),
        ("school", "deviations"),
        ("work", "received_at"),
        *((table, "entered_at") for table in ENTERED),
    ):
        op.drop_column(table, column)
    # Indexes and triggers go with their tables.
    for table in TABLES:
        op.drop_table(table)
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER attendance_no_replace")
        _refuse_replacing("attendance", ATTENDANCE_BEFORE)


def _add_tables() -> None:
    op.create_table(
        "chain_anchor",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("school_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_chain_anchor_school_id_school")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chain_anchor")),
        sa.UniqueConstraint("school_id", "day", name=op.f("uq_chain_anchor_school_id_day")),
    )
    op.create_table(
        "analysis",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("school_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("span", sa.String(length=32), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("text", sa.String(length=4000), nullable=False),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("posted_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["posted_by"], ["person.id"], name=op.f("fk_analysis_posted_by_person")),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_analysis_school_id_school")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_analysis")),
        sa.UniqueConstraint("school_id", "span", "first", name=op.f("uq_analysis_school_id_span_first")),
    )
    op.create_table(
        "control_remark",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("school_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("teacher_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("text", sa.String(length=1000), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("written_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("answer", sa.String(length=1000), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("returned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["confirmed_by"], ["person.id"], name=op.f("fk_control_remark_confirmed_by_person")),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_control_remark_school_id_school")),
        sa.ForeignKeyConstraint(["teacher_id"], ["person.id"], name=op.f("fk_control_remark_teacher_id_person")),
        sa.ForeignKeyConstraint(["written_by"], ["person.id"], name=op.f("fk_control_remark_written_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_control_remark")),
    )
    op.create_index(
        "ix_control_remark_open",
        "control_remark",
        ["school_id"],
        sqlite_where=sa.text("confirmed_at IS NULL"),
        postgresql_where=sa.text("confirmed_at IS NULL"),
    )
    op.create_index("ix_control_remark_school_id_written_at", "control_remark", ["school_id", "written_at"])
    op.create_index("ix_control_remark_teacher_id", "control_remark", ["teacher_id"])

    op.create_table(
        "duty_confirmation",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("school_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("rule_id", sa.String(length=64), nullable=False),
        sa.Column("subject_key", sa.String(length=100), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_duty_confirmation_person_id_person")),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_duty_confirmation_school_id_school")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_confirmation")),
        sa.UniqueConstraint(
            "school_id", "rule_id", "subject_key", name=op.f("uq_duty_confirmation_school_id_rule_id_subject_key")
        ),
    )
    op.create_index("ix_duty_confirmation_school_id_at", "duty_confirmation", ["school_id", "at"])

    op.create_table(
        "lost_report",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("school_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reported_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("named_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["named_by"], ["person.id"], name=op.f("fk_lost_report_named_by_person")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_lost_report_person_id_person")),
        sa.ForeignKeyConstraint(["reported_by"], ["person.id"], name=op.f("fk_lost_report_reported_by_person")),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_lost_report_school_id_school")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lost_report")),
    )
    op.create_index("ix_lost_report_person_id", "lost_report", ["person_id"])
    op.create_index("ix_lost_report_school_id_reported_at", "lost_report", ["school_id", "reported_at"])

    op.create_table(
        "regulation_override",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("school_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("target", sa.String(length=64), nullable=False),
        sa.Column("field", sa.String(length=32), nullable=False),
        sa.Column("value", sa.String(length=200), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["changed_by"], ["person.id"], name=op.f("fk_regulation_override_changed_by_person")),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_regulation_override_school_id_school")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regulation_override")),
    )
    op.create_index("ix_regulation_override_school_id_target", "regulation_override", ["school_id", "target"])

    op.create_table(
        "signal",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("school_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("student_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("subject_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("audience", sa.String(length=32), nullable=False),
        sa.Column("marks", sa.String(length=100), nullable=False),
        sa.Column("missed", sa.Integer(), nullable=False),
        sa.Column("lessons", sa.Integer(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_signal_school_id_school")),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_signal_student_id_person")),
        sa.ForeignKeyConstraint(["subject_id"], ["subject.id"], name=op.f("fk_signal_subject_id_subject")),
        sa.ForeignKeyConstraint(["told_by"], ["person.id"], name=op.f("fk_signal_told_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal")),
        sa.UniqueConstraint(
            "student_id",
            "subject_id",
            "kind",
            "audience",
            "told_on",
            name=op.f("uq_signal_student_id_subject_id_kind_audience_told_on"),
        ),
    )
    op.create_index("ix_signal_subject_id_told_on", "signal", ["subject_id", "told_on"])

    op.create_table(
        "gap_report",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("school_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("klass_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("teacher_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("lessons", sa.Integer(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["klass_id"], ["klass.id"], name=op.f("fk_gap_report_klass_id_klass")),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_gap_report_school_id_school")),
        sa.ForeignKeyConstraint(["teacher_id"], ["person.id"], name=op.f("fk_gap_report_teacher_id_person")),
        sa.ForeignKeyConstraint(["told_by"], ["person.id"], name=op.f("fk_gap_report_told_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gap_report")),
        sa.UniqueConstraint(
            "klass_id", "teacher_id", "told_on", name=op.f("uq_gap_report_klass_id_teacher_id_told_on")
        ),
    )
    op.create_table(
        "operation_review",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("report_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("invalid", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["decided_by"], ["person.id"], name=op.f("fk_operation_review_decided_by_person")),
        sa.ForeignKeyConstraint(
            ["report_id"], ["lost_report.id"], name=op.f("fk_operation_review_report_id_lost_report")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operation_review")),
        sa.UniqueConstraint("report_id", "seq", name=op.f("uq_operation_review_report_id_seq")),
    )
    op.create_index(
        "ix_operation_review_pending",
        "operation_review",
        ["report_id"],
        sqlite_where=sa.text("state = 'pending'"),
        postgresql_where=sa.text("state = 'pending'"),
    )

    op.create_table(
        "final_mark",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("school_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("student_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("klass_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("subject_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("group_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("value", sa.String(length=32), nullable=True),
        sa.Column("proposed", sa.String(length=32), nullable=True),
        sa.Column("basis", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("root", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("replaces", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["study_group.id"], name=op.f("fk_final_mark_group_id_study_group")),
        sa.ForeignKeyConstraint(["klass_id"], ["klass.id"], name=op.f("fk_final_mark_klass_id_klass")),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"], name=op.f("fk_final_mark_period_id_period")),
        sa.ForeignKeyConstraint(["recorded_by"], ["person.id"], name=op.f("fk_final_mark_recorded_by_person")),
        sa.ForeignKeyConstraint(["replaces"], ["final_mark.id"], name=op.f("fk_final_mark_replaces_final_mark")),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_final_mark_school_id_school")),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_final_mark_student_id_person")),
        sa.ForeignKeyConstraint(["subject_id"], ["subject.id"], name=op.f("fk_final_mark_subject_id_subject")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_final_mark")),
        sa.UniqueConstraint("replaces", name=op.f("uq_final_mark_replaces")),
    )
    op.create_index("ix_final_mark_group_id_period_id", "final_mark", ["group_id", "period_id"])
    op.create_index("ix_final_mark_root", "final_mark", ["root"])
    op.create_index("ix_final_mark_student_id_subject_id", "final_mark", ["student_id", "subject_id"])
    op.create_index(
        "uq_final_mark_period",
        "final_mark",
        ["student_id", "subject_id", "period_id"],
        unique=True,
        sqlite_where=sa.text("replaces IS NULL AND period_id IS NOT NULL"),
        postgresql_where=sa.text("replaces IS NULL AND period_id IS NOT NULL"),
    )
    op.create_index(
        "uq_final_mark_year",
        "final_mark",
        ["student_id", "subject_id", "year", "kind"],
        unique=True,
        sqlite_where=sa.text("replaces IS NULL AND period_id IS NULL"),
        postgresql_where=sa.text("replaces IS NULL AND period_id IS NULL"),
    )

    op.create_table(
        "period_closing",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("group_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("period_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("completed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["study_group.id"], name=op.f("fk_period_closing_group_id_study_group")),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"], name=op.f("fk_period_closing_period_id_period")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_period_closing")),
        sa.UniqueConstraint("group_id", "period_id", name=op.f("uq_period_closing_group_id_period_id")),
    )
    op.create_table(
        "duty_pardon",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("school_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("rule_id", sa.String(length=64), nullable=True),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("lesson_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("klass_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("subject_key", sa.String(length=100), nullable=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_duty_pardon_by_person")),
        sa.ForeignKeyConstraint(["klass_id"], ["klass.id"], name=op.f("fk_duty_pardon_klass_id_klass")),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name=op.f("fk_duty_pardon_lesson_id_lesson")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_duty_pardon_person_id_person")),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_duty_pardon_school_id_school")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_pardon")),
    )
    op.create_index(
        "ix_duty_pardon_open",
        "duty_pardon",
        ["school_id", "until"],
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index("ix_duty_pardon_school_id_since", "duty_pardon", ["school_id", "since"])

    op.create_table(
        "late_permission",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("school_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("group_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("lesson_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("period_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("student_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("asked_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("granted", sa.Boolean(), nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("answered_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["answered_by"], ["person.id"], name=op.f("fk_late_permission_answered_by_person")),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"], name=op.f("fk_late_permission_asked_by_person")),
        sa.ForeignKeyConstraint(["group_id"], ["study_group.id"], name=op.f("fk_late_permission_group_id_study_group")),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name=op.f("fk_late_permission_lesson_id_lesson")),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"], name=op.f("fk_late_permission_period_id_period")),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_late_permission_school_id_school")),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_late_permission_student_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_late_permission")),
    )
    op.create_index(
        "ix_late_permission_open",
        "late_permission",
        ["group_id"],
        sqlite_where=sa.text("used_at IS NULL AND ended_at IS NULL"),
        postgresql_where=sa.text("used_at IS NULL AND ended_at IS NULL"),
    )
    op.create_index("ix_late_permission_school_id_asked_at", "late_permission", ["school_id", "asked_at"])

    op.create_table(
        "lesson_change",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("school_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("lesson_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("before", sa.String(length=200), nullable=False),
        sa.Column("after", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["changed_by"], ["person.id"], name=op.f("fk_lesson_change_changed_by_person")),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name=op.f("fk_lesson_change_lesson_id_lesson")),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_lesson_change_school_id_school")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson_change")),
    )
    op.create_index("ix_lesson_change_lesson_id", "lesson_change", ["lesson_id"])
    op.create_index("ix_lesson_change_school_id_changed_at", "lesson_change", ["school_id", "changed_at"])

    op.create_table(
        "appeal",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("school_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("mark_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("lesson_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("student_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("filed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("filed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("value", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("words", sa.String(length=300), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("answer", sa.String(length=300), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["answered_by"], ["person.id"], name=op.f("fk_appeal_answered_by_person")),
        sa.ForeignKeyConstraint(["filed_by"], ["person.id"], name=op.f("fk_appeal_filed_by_person")),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name=op.f("fk_appeal_lesson_id_lesson")),
        sa.ForeignKeyConstraint(["mark_id"], ["mark.id"], name=op.f("fk_appeal_mark_id_mark")),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_appeal_school_id_school")),
        sa.ForeignKeyConstraint(["student_id"], ["person.id"], name=op.f("fk_appeal_student_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appeal")),
    )
    op.create_index("ix_appeal_mark_id", "appeal", ["mark_id"])
    op.create_index(
        "ix_appeal_open",
        "appeal",
        ["school_id", "due_at"],
        sqlite_where=sa.text("answered_at IS NULL"),
        postgresql_where=sa.text("answered_at IS NULL"),
    )
    op.create_index("ix_appeal_school_id_filed_at", "appeal", ["school_id", "filed_at"])
    op.create_index(
        "uq_appeal_open",
        "appeal",
        ["mark_id"],
        unique=True,
        sqlite_where=sa.text("answered_at IS NULL"),
        postgresql_where=sa.text("answered_at IS NULL"),
    )
