"""What every test may ask for."""

import gc
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.world import World, migrated_copy, open_world

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


gc.disable()  # thousands of classes are made by imports, and none of them goes


def pytest_collection_finish() -> None:
    """Collect garbage again: all is imported."""
    gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the slow files: one of them alone at the end would keep a single processor busy."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(scope="module", autouse=True)
def _settled() -> None:
    """Let the collector pass over what stays, as modules and texts do: looking through it takes longer than a test."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The place of the migrated database that every test gets a copy of."""
    return tmp_path_factory.mktemp("template") / "template.db"


@pytest.fixture
def database_url(tmp_path: Path, template: Path) -> str:
    """A migrated, empty database of this test's own."""
    return migrated_copy(tmp_path, template)


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    """A founded school without people."""
    world = open_world(database_url)
    yield await world.found()
    await world.engines.dispose()
