"""The database itself refuses to change or delete what is appended only, in the tables of the step before."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# Each in a look-up of its own: joined by OR they are looked for from end to end once the table has been analysed.
UNIQUE: dict[str, tuple[str, ...]] = {
    "reach_step": ("id = NEW.id", "student_id = NEW.student_id AND kind = NEW.kind AND day = NEW.day"),
    "thread_message": ("id = NEW.id",),
}


def upgrade() -> None:
    """Apply."""
    for table, unique in UNIQUE.items():
        if op.get_bind().dialect.name == "sqlite":
            _guard(table, unique)
        else:
            op.execute(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            )


def _guard(table: str, unique: tuple[str, ...]) -> None:
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
    # INSERT OR REPLACE deletes silently, and from a foreign connection without the delete trigger: what is there
    # already is refused before it comes to that.
    there = " OR ".join(f"EXISTS (SELECT 1 FROM {table} WHERE {same})" for same in unique)  # noqa: S608
    op.execute(
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {there} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def downgrade() -> None:
    """Undo."""
    for table in UNIQUE:
        if op.get_bind().dialect.name != "sqlite":
            op.execute(f"DROP TRIGGER {table}_append_only ON {table}")
            continue
        for name in ("update", "delete", "replace"):
            op.execute(f"DROP TRIGGER {table}_no_{name}")
