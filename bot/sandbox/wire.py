"""The Bot API description as data (`wire.json`): which method takes which arguments, of which types.

A type is written as in the file: `integer`, `[PhotoSize]`, alternatives by `|`, a `!` behind what must be given.
"""

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, Final

from bot.sandbox.call import Call

_SHAPES: Final[dict[str, Any]] = json.loads(files("bot.sandbox").joinpath("wire.json").read_text(encoding="utf-8"))
METHODS: Final[dict[str, dict[str, str]]] = _SHAPES["methods"]
OBJECTS: Final[dict[str, dict[str, str]]] = _SHAPES["objects"]
NAMES: Final = {name.lower(): name for name in METHODS}
"""Canonical spelling by lower case: Telegram takes method names in any case."""

_NUMBER: Final = re.compile(r"-?\d{1,19}")
_FLAGS: Final = {"true": True, "false": False, "True": True, "False": False, "1": True, "0": False}
_PLAIN: Final[dict[str, type | tuple[type, ...]]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
}


def check(call: Call) -> list[str]:
    """Turn the call's strings into values of the described types, in place; give what doesn't fit the description.

    An argument that doesn't fit is taken out of the call: the method then treats it as absent, as Telegram mostly does.
    """
    shape = METHODS[call.method]
    problems = [f"{call.method}: unknown parameter {name}" for name in call.values if name not in shape]
    given = set(call.values) | set(call.uploads)
    problems += [
        f"{call.method}: {name} is missing" for name, spec in shape.items() if spec[-1] == "!" and name not in given
    ]
    for name in [name for name in call.values if name in shape]:
        value = _from_text(shape[name], call.values[name])
        faults = list(_misfits(shape[name], value, name))
        problems += [f"{call.method}: {fault}" for fault in faults]
        call.values[name] = value
        if faults and set(shape[name].rstrip("!").split("|")) <= {"integer", "number", "boolean"}:
            del call.values[name]
    return problems


def _from_text(spec: str, value: Any) -> Any:
    """Read a form's string as the described type; what can't be read stays a string."""
    if not isinstance(value, str):
        return value
    kinds = spec.rstrip("!").split("|")
    if "boolean" in kinds:
        return _FLAGS.get(value, value)
    if "integer" in kinds and _NUMBER.fullmatch(value):
        return int(value)
    if not set(kinds) & {"string", "file", "integer", "number", "boolean"}:
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _misfits(spec: str, value: Any, place: str) -> Iterator[str]:
    """Say what in a value doesn't fit its type; with alternatives the one that fits best counts."""
    kinds = spec.rstrip("!").split("|")
    if isinstance(value, list):
        inner = "|".join(kind[1:-1] for kind in kinds if kind.startswith("["))
        if not inner and "any" not in kinds:
            yield f"{place}: no array expected"
        elif inner:
            for index, item in enumerate(value):
                yield from _misfits(inner, item, f"{place}[{index}]")
        return
    yield from min((list(_misfit(kind, value, place)) for kind in kinds), key=len)


def _misfit(kind: str, value: Any, place: str) -> Iterator[str]:
    if kind == "any" or (kind == "file" and isinstance(value, str)):
        return
    if kind in _PLAIN:
        if not isinstance(value, _PLAIN[kind]) or (kind != "boolean" and isinstance(value, bool)):
            yield f"{place}: {kind} expected"
    elif not isinstance(value, dict) or kind not in OBJECTS:
        yield f"{place}: {kind} expected"
    else:
        yield from _object_misfits(kind, value, place)


def _object_misfits(kind: str, value: dict[str, Any], place: str) -> Iterator[str]:
    shape = OBJECTS[kind]
    yield from (f"{place}.{name}: unknown field of {kind}" for name in value if name not in shape)
    for name, spec in shape.items():
        if name in value:
            yield from _misfits(spec, value[name], f"{place}.{name}")
        elif spec.endswith("!"):
            yield f"{place}.{name}: missing in {kind}"
