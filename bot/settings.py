"""Settings from the environment or from a file `.env` in the folder where the program starts.

What is wrong is told as `SettingProblem`s: codes with values; the sentences are `settings-…` in locales. Values of
secrets are never part of a problem.
"""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Final, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from locales import LANGUAGES

TELEGRAM: Final = "https://api.telegram.org"

_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_LISTEN = re.compile(r"(?P<host>\[[0-9a-fA-F:.]+\]|[^\s:\[\]]+):(?P<port>[0-9]{1,5})")
_PROXIES = ("http", "https", "socks4", "socks5")
# People write what their database calls itself; the program needs the name of its driver.
_DRIVERS: Final = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}


@dataclass(frozen=True, slots=True)
class Listen:
    """An address to listen on."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class SettingProblem:
    """One setting that cannot be used: its name as in `.env`, and the code of the sentence."""

    code: str
    name: str


class BadSettings(Exception):
    """The settings cannot be used; `problems` says why, one by one."""

    def __init__(self, problems: tuple[SettingProblem, ...]) -> None:
        super().__init__(", ".join(f"{problem.name}: {problem.code}" for problem in problems))
        self.problems = problems


def _refuse(code: str) -> PydanticCustomError:
    return PydanticCustomError(code, code)


def _token(value: SecretStr) -> SecretStr:
    if not _TOKEN.fullmatch(value.get_secret_value()):
        raise _refuse("settings-token")
    return value


def _webhook_secret(value: SecretStr) -> SecretStr:
    if not _WEBHOOK_SECRET.fullmatch(value.get_secret_value()):
        raise _refuse("settings-webhook-secret")
    return value


def _pepper(value: SecretStr) -> SecretStr:
    if len(value.get_secret_value()) < 32:
        raise _refuse("settings-pepper")
    return value


def _base_url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise _refuse("settings-url")
    return value.rstrip("/")


def _webhook_url(value: str) -> str:
    base = _base_url(value)
    if not base.startswith("https://"):
        raise _refuse("settings-webhook-https")
    return base


def _proxy(value: SecretStr) -> SecretStr:
    parts = urlsplit(value.get_secret_value())
    if parts.scheme not in _PROXIES or not parts.hostname:
        raise _refuse("settings-proxy")
    return value


def _database(value: SecretStr) -> SecretStr:
    scheme, separator, rest = value.get_secret_value().partition("://")
    driver = _DRIVERS.get(scheme)
    if driver is None or not separator or rest in {"", "/", "/:memory:"}:
        raise _refuse("settings-database")
    return SecretStr(f"{driver}://{rest}")


def _listen(value: object) -> object:
    if isinstance(value, Listen):
        return value
    found = _LISTEN.fullmatch(str(value).strip())
    if found is None or int(found["port"]) > 65535:
        raise _refuse("settings-listen")
    return Listen(found["host"].strip("[]"), int(found["port"]))


def _level(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


Address = Annotated[Listen, NoDecode, BeforeValidator(_listen)]


class Settings(BaseSettings):
    """How this deployment runs. Names in the environment are the fields' names in capitals."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    bot_token: Annotated[SecretStr, AfterValidator(_token)] | None = None
    bot_api_url: Annotated[str, AfterValidator(_base_url)] = TELEGRAM
    database_url: Annotated[SecretStr, AfterValidator(_database)] = SecretStr("sqlite+aiosqlite:///var/diary.db")
    webhook_url: Annotated[str, AfterValidator(_webhook_url)] | None = None
    webhook_secret: Annotated[SecretStr, AfterValidator(_webhook_secret)] | None = None
    webhook_listen: Address = Listen("127.0.0.1", 8081)
    sandbox_listen: Address = Listen("127.0.0.1", 8080)
    telegram_proxy: Annotated[SecretStr, AfterValidator(_proxy)] | None = None
    invite_pepper: Annotated[SecretStr, AfterValidator(_pepper)] | None = None
    pepper_file: Path = Path("var/pepper")
    # More than that a chat gets as one message per child that counts the rest (NTF-10).
    chat_letters_per_hour: Annotated[int, Field(ge=5, le=1000)] = 30
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_level)] = "INFO"
    # Not LANGUAGE: that name belongs to the operating system's own texts and is set on many machines.
    diary_language: Literal["ru", "en"] = "ru"

    @property
    def database(self) -> str:
        """The database's address with its driver, password included: for the engine only, never for a log."""
        return self.database_url.get_secret_value()

    @property
    def database_file(self) -> Path | None:
        """The file of the embedded database; None for a database server."""
        scheme, _, rest = self.database.partition("://")
        return Path(rest.partition("?")[0][1:]) if scheme.startswith("sqlite") else None


def load_settings(**overrides: Any) -> Settings:
    """Read the settings; `overrides` (field names) win over environment and file.

    Raises BadSettings with everything that is wrong at once.
    """
    try:
        settings = Settings(**overrides)
    except ValidationError as wrong:
        raise BadSettings(tuple(_problem(error) for error in wrong.errors(include_input=False))) from None
    if settings.webhook_url is not None and settings.webhook_secret is None:
        # Without it anybody who finds the address could speak for anybody.
        raise BadSettings((SettingProblem("settings-webhook-secret-missing", "WEBHOOK_SECRET"),))
    return settings


def _problem(error: ErrorDetails) -> SettingProblem:
    name = str(error["loc"][0]).upper()
    known = {"LOG_LEVEL": "settings-log-level", "DIARY_LANGUAGE": "settings-language"}
    code = error["type"] if error["type"].startswith("settings-") else known.get(name, "settings-value")
    return SettingProblem(code, name)


def preferred_language(environment: Mapping[str, str]) -> str:
    """The language to speak before, or without, valid settings: DIARY_LANGUAGE, else Russian."""
    wanted = environment.get("DIARY_LANGUAGE", "")
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


def unknown_names(file: Path, known: type[Settings] = Settings) -> tuple[str, ...]:
    """Names in a `.env` file that no setting has: mostly slips such as BOT_TOKN. Empty without a file."""
    if not file.is_file():
        return ()
    lines = (line.strip().removeprefix("export ") for line in file.read_text("utf-8").splitlines())
    names = (line.partition("=")[0].strip() for line in lines if line and not line.startswith("#"))
    return tuple(name for name in names if name.lower() not in known.model_fields)


def pepper(settings: Settings) -> bytes:
    """The secret that invitation codes are hashed with; it lives outside the database (ACC-1).

    Taken from INVITE_PEPPER, else from the pepper file, which is made when it is not there, for its owner alone.
    Raises OSError when the file can be neither read nor written.
    """
    if settings.invite_pepper is not None:
        return settings.invite_pepper.get_secret_value().encode()
    try:
        return settings.pepper_file.read_bytes().strip()
    except FileNotFoundError:
        settings.pepper_file.parent.mkdir(parents=True, exist_ok=True)
        return _new_pepper(settings.pepper_file)


def _new_pepper(file: Path) -> bytes:
    made = secrets.token_hex(32).encode()
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # another process was quicker
        return file.read_bytes().strip()
    with os.fdopen(handle, "wb") as opened:
        opened.write(made + b"\n")
    return made
