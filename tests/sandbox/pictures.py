"""The README's pictures, taken anew: `python -m tests.sandbox.pictures http://127.0.0.1:8080 docs/pictures`.

Wants a sandbox that was just made: its clock stands in the middle of the first lesson.
"""

import asyncio
import sys
from pathlib import Path

from tests.sandbox.browser import Browser, browser

PHONE, DESKTOP = (390, 844), (1280, 800)
TEACHER, MOTHER = "Анна Зимина", "Екатерина Орлова"


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


async def main(url: str, folder: Path) -> None:
    """Take all pictures."""
    async with browser() as page:
        await page.size(*PHONE, 2)
        await page.open(url)
        await page.wait_text(MOTHER)
        await _phones(page, folder)
        await _side_by_side(page, folder)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2])))
