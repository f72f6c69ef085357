"""The database itself refuses to change or delete marks, attendance and audit entries (CTL-7, JRN-9)."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

FIRST = "NEW.replaces IS NULL AND replaces IS NULL AND student_id = NEW.student_id"
FIRST_OF_YEAR = f"{FIRST} AND period_id IS NULL AND NEW.period_id IS NULL"
TABLES = ("mark", "final_mark", "attendance", "audit", "lesson_change", "regulation_override", "chain_anchor")
# Each in a look-up of its own: joined by OR they are looked for from end to end once the table has been analysed.
UNIQUE = {
    "mark": ("id = NEW.id", "replaces = NEW.replaces"),
    "final_mark": (
        "id = NEW.id",
        "replaces = NEW.replaces",
        f"{FIRST} AND subject_id = NEW.subject_id AND period_id IS NOT NULL AND period_id = NEW.period_id",
        f"{FIRST_OF_YEAR} AND subject_id = NEW.subject_id AND year = NEW.year AND kind = NEW.kind",
    ),
    "attendance": (
        "id = NEW.id",
        "replaces = NEW.replaces",
        f"{FIRST} AND lesson_id = NEW.lesson_id",
    ),
    "audit": ("id = NEW.id", "school_id = NEW.school_id AND seq = NEW.seq"),
    "lesson_change": ("id = NEW.id",),
    "regulation_override": ("id = NEW.id",),
    "chain_anchor": ("id = NEW.id", "school_id = NEW.school_id AND day = NEW.day"),
}


def upgrade() -> None:
    """Apply."""
    if op.get_bind().dialect.name != "sqlite":
        _guard_postgres()
        return
    for table in TABLES:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        # INSERT OR REPLACE deletes silently, and from a foreign connection without the delete trigger: what is there
        # already is refused before it comes to that.
        there = " OR ".join(f"EXISTS (SELECT 1 FROM {table} WHERE {same})" for same in UNIQUE[table])  # noqa: S608
        op.execute(
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {there} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def _guard_postgres() -> None:
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    )
    for table in TABLES:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )


def downgrade() -> None:
    """Undo."""
    if op.get_bind().dialect.name != "sqlite":
        for table in TABLES:
            op.execute(f"DROP TRIGGER {table}_append_only ON {table}")
        op.execute("DROP FUNCTION refuse_change()")
        return
    for table in TABLES:
        for name in ("update", "delete", "replace"):
            op.execute(f"DROP TRIGGER {table}_no_{name}")
