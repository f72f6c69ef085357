"""A real browser by its DevTools protocol: Chromium without a window, driven over a WebSocket, nothing else needed.

Used by the page's tests and for the screenshots of the README.
"""

import asyncio
import base64
import json
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Final

from aiohttp import ClientSession, ClientWebSocketResponse

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
_FLAGS: Final = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--hide-scrollbars",
    "--remote-debugging-port=0",
)
_PATIENCE: Final = 15.0
_KEYS: Final = {
    "Enter": ("Enter", 13, "\r"),
    "Tab": ("Tab", 9, ""),
    "Escape": ("Escape", 27, ""),
    "ArrowDown": ("ArrowDown", 40, ""),
}

# Elements are found by a CSS selector, or by the text that a person sees or hears (aria-label).
_FIND: Final = """(what) => {
  if (/^[#.[]|^[a-z]+[.#[:]/.test(what)) { const found = document.querySelector(what); if (found) return found; }
  const seen = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== "hidden";
  const top = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
  const all = [...top.querySelectorAll("button, a, input, textarea, [role=button], summary")].filter(seen);
  const name = (e) => (e.getAttribute("aria-label") ?? e.innerText ?? "").trim();
  return all.findLast((e) => name(e) === what) ?? all.findLast((e) => e.innerText?.trim() === what)
    ?? all.findLast((e) => name(e).includes(what) || e.innerText?.includes(what)) ?? null;
}"""

# Where an element's middle is, once it has stood still there for some frames with nothing above it;
# null when that does not happen within the patience (milliseconds), as when it has gone.
_STILL: Final = """const still = async (find, patience) => {
  const end = performance.now() + patience;
  for (let last = [], frames = 0; performance.now() < end; ) {
    const found = find(), r = found?.getBoundingClientRect();
    const at = r?.width ? [r.x + r.width / 2, r.y + r.height / 2] : [];
    const same = at.length && at[0] === last[0] && at[1] === last[1];
    frames = same && found.contains(document.elementFromPoint(...at)) ? frames + 1 : 0;
    if (frames === 4) return at;
    last = at;
    await new Promise((done) => { requestAnimationFrame(done); setTimeout(done, 200); });
  }
  return null;
}"""


class BrowserError(AssertionError):
    """The page did not do what was expected."""


def chromium() -> str | None:
    """Give the path of a Chromium, None when this machine has none."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Browser:
    """One page. Everything waits for what it needs, up to fifteen seconds, and fails with what was missing."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket
        self._next = 0
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self.errors: list[str] = []

    async def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Call a DevTools method."""
        self._next += 1
        answer = self._answers[self._next] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": self._next, "method": method, "params": params})
        return await asyncio.wait_for(answer, 60)

    async def listen(self) -> None:
        """Take in answers, and everything the page complains of in `errors`."""
        async for message in self._socket:
            body = json.loads(message.data)
            if "id" in body:
                future = self._answers.pop(body["id"])
                if not future.done():
                    future.set_result(body.get("result") or {"error": body.get("error")})
            elif body["method"] == "Runtime.exceptionThrown":
                details = body["params"]["exceptionDetails"]
                self.errors.append(details.get("exception", {}).get("description") or details["text"])
            elif body["method"] == "Log.entryAdded" and body["params"]["entry"]["level"] == "error":
                self.errors.append(body["params"]["entry"]["text"])

    async def run(self, script: str) -> Any:
        """Evaluate an expression in the page and give its value."""
        answer = await self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise BrowserError(answer["exceptionDetails"].get("exception", {}).get("description", "script failed"))
        return answer.get("result", {}).get("value")

    async def open(self, url: str) -> None:
        """Go to an address and wait until the page is there."""
        await self.call("Page.navigate", url=url)
        await self.wait("document.readyState === 'complete'", url)

    async def size(self, width: int, height: int, scale: float = 1) -> None:
        """Make the window so many CSS pixels large; below 700 it is a telephone with touch."""
        phone = width < 700
        await self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=phone
        )
        await self.call("Emulation.setTouchEmulationEnabled", enabled=phone)

    async def dark(self, dark: bool) -> None:
        """Prefer the dark or the light scheme."""
        features = [
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        await self.call("Emulation.setEmulatedMedia", features=features)

    async def wait(self, condition: str, what: str = "") -> None:
        """Wait until a script's condition holds."""
        deadline = asyncio.get_running_loop().time() + _PATIENCE
        while not await self._try(condition):
            if asyncio.get_running_loop().time() > deadline:
                raise BrowserError(f"waited in vain for {what or condition}; page errors: {self.errors}")
            await asyncio.sleep(0.03)

    async def _try(self, condition: str) -> bool:
        try:
            return bool(await self.run(condition))
        except BrowserError:
            return False

    async def wait_text(self, text: str, where: str = "body") -> None:
        """Wait until a text can be seen within the elements of a selector."""
        inside = (
            f"[...document.querySelectorAll({json.dumps(where)})].some(e => e.innerText.includes({json.dumps(text)}))"
        )
        await self.wait(inside, f"text {text!r} in {where}")

    async def wait_no_text(self, text: str, where: str = "body") -> None:
        """Wait until a text can't be seen any more."""
        await self.wait(
            f"![...document.querySelectorAll({json.dumps(where)})].some(e => e.innerText.includes({json.dumps(text)}))",
            text,
        )

    async def click(self, what: str) -> None:
        """Click what a selector or a visible text names, with a real mouse at its middle."""
        find = f"({_FIND})({json.dumps(what)})"
        await self.wait(f"!!{find}?.getClientRects().length", f"something to click: {what}")
        await self.run(f"{find}?.scrollIntoView({{block: 'nearest', behavior: 'instant'}})")
        box = await self.run(f"(() => {{ {_STILL}; return still(() => {find}, {_PATIENCE * 1000:.0f}); }})()")
        if box is None:
            raise BrowserError(f"gone, moving or covered before the click: {what}; page errors: {self.errors}")
        mouse = {"x": box[0], "y": box[1], "button": "left", "clickCount": 1}
        # All three at once: the page must not be drawn anew between pressing and letting go.
        kinds = ("mouseMoved", "mousePressed", "mouseReleased")
        await asyncio.gather(*(self.call("Input.dispatchMouseEvent", type=kind, **mouse) for kind in kinds))

    async def type(self, text: str) -> None:
        """Type into what has the focus."""
        await self.call("Input.insertText", text=text)

    async def press(self, key: str) -> None:
        """Press a key: Enter, Tab, Escape, ArrowDown."""
        name, code, text = _KEYS[key]
        base = {"key": name, "code": name, "windowsVirtualKeyCode": code}
        await self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **base)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **base)

    async def choose_file(self, selector: str, path: Path) -> None:
        """Choose a file in a file field."""
        root = await self.call("DOM.getDocument")
        node = await self.call("DOM.querySelector", nodeId=root["root"]["nodeId"], selector=selector)
        await self.call("DOM.setFileInputFiles", files=[str(path)], nodeId=node["nodeId"])

    async def screenshot(self, path: Path) -> None:
        """Save what can be seen as a PNG."""
        await self.run("new Promise(done => requestAnimationFrame(() => setTimeout(done, 60)))")
        shot = await self.call("Page.captureScreenshot", format="png")
        await asyncio.to_thread(path.write_bytes, base64.b64decode(shot["data"]))


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    """Start a Chromium with an empty page, and end it. Raises FileNotFoundError where there is none."""
    path = chromium()
    if path is None:
        raise FileNotFoundError("no Chromium on this machine")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        quiet = asyncio.subprocess.DEVNULL
        process = await asyncio.create_subprocess_exec(
            path, *_FLAGS, f"--user-data-dir={folder}", "about:blank", stdout=quiet, stderr=quiet
        )
        try:
            async with (
                ClientSession() as http,
                http.ws_connect(await _page(http, Path(folder)), max_msg_size=0) as socket,
            ):
                page = Browser(socket)
                listener = asyncio.create_task(page.listen())
                for domain in ("Page", "Runtime", "DOM", "Log"):
                    await page.call(f"{domain}.enable")
                yield page
                listener.cancel()
        finally:
            with suppress(ProcessLookupError):
                process.terminate()
            await process.wait()


async def _page(http: ClientSession, folder: Path) -> str:
    """Wait until the browser has written its port down; give the address of its page's socket."""
    note = folder / "DevToolsActivePort"
    for _ in range(600):
        if note.is_file() and note.read_text().count("\n"):
            break
        await asyncio.sleep(0.05)
    port = note.read_text().splitlines()[0]
    while True:
        async with http.get(f"http://127.0.0.1:{port}/json/list") as answer:
            pages = [target for target in await answer.json() if target["type"] == "page"]
        if pages:
            return str(pages[0]["webSocketDebuggerUrl"])
        await asyncio.sleep(0.05)
