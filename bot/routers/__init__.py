"""Handlers, one module per screen family: at most two use cases, then a screen."""

from bot.desk import Desk


def all_desks() -> Desk:
    """Give the bot's one desk with the handlers of all families."""
    from bot.routers import admin, entry, family, home, teacher

    desk = Desk()
    desk.include(home.desk, entry.desk, admin.desk, family.desk, teacher.desk)
    return desk
