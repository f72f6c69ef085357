"""How people come in: by paper, button and text."""

from tests.whole.conftest import Place
from tests.whole.paper import code_of
from tests.whole.phone import Phone


async def administrator(place: Place, number: int) -> Phone:
    """The first administrator enters by the link on paper; nobody has to confirm him."""
    phone = place.phone(number)
    await phone.say(f"/start {code_of(place.codes, 'Осинов')}", "Согласие")
    await phone.press("Принимаю", "Вы – Осинов Пётр Львович?")
    await phone.press("Да, это я", "доступ открыт")
    return phone


async def teacher(place: Place, number: int, office: Phone) -> Phone:
    """The class teacher of 7А types the code carelessly, and the office lets her in."""
    phone = place.phone(number)
    await phone.say("/start", "код приглашения")
    await phone.say(code_of(place.codes, "Липина").lower().replace("-", " "), "Согласие")
    await phone.press("Принимаю", "Вы – Липина Ольга Юрьевна?")
    await phone.press("Да, это я", "подтвердит")
    await office.hear("Ждёт подтверждения: Липина")
    await office.press("Подтвердить")
    await phone.hear("Администратор подтвердил")
    return phone


async def guardian(place: Place, number: int, name: str) -> Phone:
    """A guardian types the code and has the diary."""
    phone = place.phone(number)
    await phone.say(code_of(place.codes, name), "Согласие")
    await phone.press("Принимаю", "Готово")
    return phone


async def guardian_again(phone: Phone, place: Place, name: str) -> None:
    """A guardian who has given consent types a code."""
    await phone.say(code_of(place.codes, name), "Готово")
