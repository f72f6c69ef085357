"""Settings: what is taken, what is refused and in which words, and where the pepper lives."""

import stat
from pathlib import Path

import pytest

from bot.settings import BadSettings, Listen, Settings, load_settings, pepper, unknown_names
from locales import LANGUAGES, Translators

TOKEN = "123456:ABC-def_" + "x" * 30


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without a `.env`, and an environment without our names."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    return tmp_path


def _problems(**environment: str) -> dict[str, str]:
    with pytest.MonkeyPatch.context() as patched:
        for name, value in environment.items():
            patched.setenv(name, value)
        with pytest.raises(BadSettings) as refused:
            load_settings()
    return {problem.name: problem.code for problem in refused.value.problems}


def test_nothing_set_is_enough() -> None:
    settings = load_settings()
    assert settings.bot_token is None
    assert settings.bot_api_url == "https://api.telegram.org"
    assert settings.database == "sqlite+aiosqlite:///var/diary.db"
    assert settings.database_file == Path("var/diary.db")
    assert settings.sandbox_listen == Listen("127.0.0.1", 8080)
    assert settings.diary_language == "ru"


def test_a_file_is_read_and_the_environment_wins(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (elsewhere / ".env").write_text(
        f"BOT_TOKEN={TOKEN}\nLOG_LEVEL=debug\nBOT_API_URL=http://localhost:8081/\n", "utf-8"
    )
    monkeypatch.setenv("LOG_LEVEL", "warning")
    settings = load_settings()
    assert settings.bot_token is not None
    assert settings.bot_token.get_secret_value() == TOKEN
    assert settings.log_level == "WARNING"
    assert settings.bot_api_url == "http://localhost:8081"


def test_empty_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "")
    assert load_settings().bot_token is None


def test_the_systems_language_is_not_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "de_AT:de")
    assert load_settings().diary_language == "ru"


@pytest.mark.parametrize(
    ("given", "taken", "file"),
    [
        ("sqlite:///data/school.db", "sqlite+aiosqlite:///data/school.db", Path("data/school.db")),
        ("sqlite:////srv/diary/school.db", "sqlite+aiosqlite:////srv/diary/school.db", Path("/srv/diary/school.db")),
        ("postgres://u:p@db/school", "postgresql+asyncpg://u:p@db/school", None),
        ("postgresql+asyncpg://db/school", "postgresql+asyncpg://db/school", None),
    ],
)
def test_databases_are_called_by_their_own_names(given: str, taken: str, file: Path | None) -> None:
    settings = load_settings(database_url=given)
    assert (settings.database, settings.database_file) == (taken, file)


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("BOT_TOKEN", "qwerty", "settings-token"),
        ("BOT_TOKEN", "12 3:abc", "settings-token"),
        ("BOT_API_URL", "telegram", "settings-url"),
        ("DATABASE_URL", "mysql://u:p@db/school", "settings-database"),
        ("DATABASE_URL", "sqlite:///:memory:", "settings-database"),
        ("DATABASE_URL", "sqlite://", "settings-database"),
        ("WEBHOOK_URL", "http://diary.example", "settings-webhook-https"),
        ("WEBHOOK_SECRET", "с пробелом", "settings-webhook-secret"),
        ("SANDBOX_LISTEN", "8080", "settings-listen"),
        ("SANDBOX_LISTEN", "localhost:99999", "settings-listen"),
        ("TELEGRAM_PROXY", "proxy:1080", "settings-proxy"),
        ("INVITE_PEPPER", "short", "settings-pepper"),
        ("LOG_LEVEL", "LOUD", "settings-log-level"),
        ("DIARY_LANGUAGE", "de", "settings-language"),
    ],
)
def test_what_cannot_be_used_is_named(name: str, value: str, code: str) -> None:
    assert _problems(**{name: value}) == {name: code}
    for language in LANGUAGES:
        assert name in Translators.load(strict=True)[language](code, name=name)


def test_all_problems_at_once() -> None:
    assert set(_problems(BOT_TOKEN="x", LOG_LEVEL="x", SANDBOX_LISTEN="x")) == {
        "BOT_TOKEN",
        "LOG_LEVEL",
        "SANDBOX_LISTEN",
    }


def test_a_webhook_without_secret_is_refused() -> None:
    # Anybody who finds the address could speak in anybody's name.
    assert _problems(WEBHOOK_URL="https://diary.example") == {"WEBHOOK_SECRET": "settings-webhook-secret-missing"}


def test_secrets_are_not_told() -> None:
    secret = "s3cret-" + "x" * 40
    settings = load_settings(
        bot_token=f"1:{secret}", invite_pepper=secret, webhook_secret=secret, database_url=f"postgres://u:{secret}@db/x"
    )
    assert secret not in repr(settings) + str(settings)
    with pytest.raises(BadSettings) as refused:
        load_settings(
            bot_token=f"!{secret}", telegram_proxy=f"ftp://u:{secret}@proxy", database_url=f"mysql://u:{secret}@db"
        )
    assert secret not in str(refused.value)
    assert refused.value.__context__ is None or refused.value.__suppress_context__


@pytest.mark.parametrize(
    ("given", "listen"), [("0.0.0.0:80", Listen("0.0.0.0", 80)), ("[::1]:8080", Listen("::1", 8080))]
)
def test_addresses(given: str, listen: Listen) -> None:
    assert load_settings(sandbox_listen=given).sandbox_listen == listen
    assert str(listen) == given


def test_slips_in_the_file_are_found(elsewhere: Path) -> None:
    file = elsewhere / ".env"
    file.write_text("# ours\nBOT_TOKN=1\nexport LOG_LEVEL=INFO\n\nSANDBOX_LISTEN = x\n", "utf-8")
    assert unknown_names(file) == ("BOT_TOKN",)
    assert unknown_names(elsewhere / "nothing") == ()


def test_the_pepper_is_made_once_and_hidden(elsewhere: Path) -> None:
    settings = load_settings()
    made = pepper(settings)
    file = elsewhere / "var" / "pepper"
    assert len(made) == 64
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert pepper(settings) == made


def test_a_given_pepper_needs_no_file(elsewhere: Path) -> None:
    given = "p" * 32
    assert pepper(load_settings(invite_pepper=given)) == given.encode()
    assert not (elsewhere / "var").exists()
