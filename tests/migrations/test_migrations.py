"""The steps of the disk's shape: up, down, up again; they give exactly what the rows describe."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, inspect

from core.storage import schema
from core.storage.rows import Row

VERSIONS = Path(schema.__file__).parents[2] / "migrations" / "versions"
# Steps that schools may have taken already. Whatever a later program needs is a step of its own.
ISSUED = {
    "0001_the_first_shape.py": "455421c3bbffec2341c7def566f714201c6aee696c28b17ac90a25b4671f2982",
    "0002_append_only.py": "7c37fae1dfe6926f8f32449fe2b467e46f240ffa83e053d71891b0e9eb128e99",
    "0003_duties_and_final_marks.py": "a62a790ae86c5ef3d026bdbab285fdc2634ab19e6260d18845bc12ebf552189f",
    "0004_talk_and_notices.py": "00a50bb5c1303042f92071da69a8464e8791be6f1bc2310ece59f222df6ab9cb",
    "0005_append_only_of_talk.py": "99647e2af2d3f81162c5059cb6229165055f2568d6d7f3be63ada0e696f62adf",
}


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Engine]:
    """An empty database."""
    engine = create_engine(f"sqlite:///{tmp_path / 'empty.db'}")
    yield engine
    engine.dispose()


def revisions() -> list[str]:
    scripts = ScriptDirectory.from_config(schema._config())
    return [script.revision for script in reversed(list(scripts.walk_revisions()))]


def test_every_step_can_be_taken_back_and_again(empty: Engine) -> None:
    for revision in revisions():
        for step in (revision, "-1", revision):
            with empty.begin() as connection:
                config = schema._config(connection)
                if step == "-1":
                    command.downgrade(config, step)
                else:
                    command.upgrade(config, step)


def test_the_steps_give_what_the_rows_describe(empty: Engine) -> None:
    with empty.begin() as connection:
        schema.migrate(connection)
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Row.metadata) == []


def test_going_down_leaves_nothing(empty: Engine) -> None:
    with empty.begin() as connection:
        schema.migrate(connection)
        command.downgrade(schema._config(connection), "base")
    assert inspect(empty).get_table_names() == ["alembic_version"]


def test_a_database_of_a_newer_program_is_refused(empty: Engine) -> None:
    def age(connection: Connection) -> None:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")

    with empty.begin() as connection:
        schema.migrate(connection)
        age(connection)
        with pytest.raises(schema.NewerSchema):
            schema.migrate(connection)


def test_steps_are_numbered_as_they_follow() -> None:
    names = sorted(path.stem for path in VERSIONS.glob("[0-9]*.py"))
    assert [name[:4] for name in names] == [f"{number:04}" for number in range(1, len(names) + 1)]
    assert all(re.fullmatch(r"\d{4}_[a-z0-9_]+", name) for name in names)
    assert revisions() == [name[:4] for name in names]


def test_an_issued_step_stays_as_it_is() -> None:
    """Who has taken a step never takes it again: what is written into it later would never reach those schools."""
    there = {name: hashlib.sha256((VERSIONS / name).read_bytes()).hexdigest() for name in ISSUED}
    assert there == ISSUED
