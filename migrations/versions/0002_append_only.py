"""The database itself refuses to change or delete marks, attendance and audit entries (CTL-7, JRN-9)."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = ("mark", "attendance", "audit")
# Each in a look-up of its own: joined by OR they are looked for from end to end once the table has been analysed.
UNIQUE = {
    "mark": ("id = NEW.id", "replaces = NEW.replaces"),
    "attendance": ("id = NEW.id", "replaces = NEW.replaces"),
    "audit": ("id = NEW.id", "school_id = NEW.school_id AND seq = NEW.seq"),
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
