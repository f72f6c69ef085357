"""The README's pictures, taken anew: `python -m tests.sandbox.pictures http://127.0.0.1:8080 docs/pictures`.

Wants a sandbox that was just made: its clock stands in the middle of the first lesson.
"""

import asyncio
import sys
from pathlib import Path

from aiohttp import ClientSession

from tests.sandbox.browser import Browser, browser

PHONE, DESKTOP = (390, 844), (1280, 800)
TEACHER, MOTHER, ANOTHER_MOTHER, DEPUTY = "Анна Зимина", "Екатерина Орлова", "Инна Дроздова", "Светлана Рогозина"
# When the period marks of the first quarter are set.
PERIOD_END = "2026-10-26T09:00"


async def _talk(page: Browser, *labels: str) -> None:
    for label in labels:
        await page.click(label)
        await asyncio.sleep(1.2)


async def _phones(page: Browser, folder: Path) -> None:
    await page.size(*PHONE, 2)
    await page.click(MOTHER)
    await _talk(page, "Начать", "Сегодня")
    await page.screenshot(folder / "day.png")
    await page.dark(True)
    await _talk(page, "Меню", "Отметки")
    await page.screenshot(folder / "marks-dark.png")
    await page.dark(False)
    await page.click("К списку людей")
    await page.click(TEACHER)
    await _talk(page, "Начать", "Посещаемость", "Орлов М.С.")
    await page.screenshot(folder / "attendance.png")


async def _side_by_side(page: Browser, folder: Path) -> None:
    await _talk(page, "Сохранить")
    await page.size(*DESKTOP)
    await page.click(f"Открыть рядом: {MOTHER}")
    await asyncio.sleep(3)
    await page.screenshot(folder / "side-by-side.png")


async def _at_a_glance(page: Browser, folder: Path) -> None:
    await page.size(*PHONE, 2)
    for person, labels, name in (
        (ANOTHER_MOTHER, ("Начать", "Отметки", "Прогноз", "Биология"), "forecast.png"),
        (DEPUTY, ("Начать", "Доска"), "board.png"),
    ):
        await page.click("К списку людей")
        await page.click(person)
        await _talk(page, *labels)
        await page.screenshot(folder / name)


async def _results(page: Browser, url: str, folder: Path) -> None:
    async with ClientSession() as http, http.post(f"{url}/page/act", json={"op": "clock", "set": PERIOD_END}) as moved:
        moved.raise_for_status()
    await asyncio.sleep(5)
    await page.click("К списку людей")
    await page.click(TEACHER)
    await _talk(page, "🏁 Итоги", "9А · Алгебра")
    await page.screenshot(folder / "results.png")


async def main(url: str, folder: Path) -> None:
    """Take all pictures."""
    async with browser() as page:
        await page.size(*PHONE, 2)
        await page.open(url)
        await page.wait_text(MOTHER)
        await _phones(page, folder)
        await _side_by_side(page, folder)
        await _at_a_glance(page, folder)
        await _results(page, url, folder)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2])))
