"""Who may use the page: only what this server itself gave out, even if a foreign name points at this machine."""

from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


def is_loopback(host: str) -> bool:
    """Tell whether a host name or address means this machine only."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def require_own_page(request: web.Request, *, loopback_only: bool) -> None:
    """Let pass what comes from our own page, or from no page at all. Raises HTTPForbidden otherwise."""
    host = request.headers.get("Host", "")
    if loopback_only and not is_loopback(urlsplit(f"//{host}").hostname or ""):
        raise web.HTTPForbidden(text="unknown host")
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != host:
        raise web.HTTPForbidden(text="foreign origin")
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        raise web.HTTPForbidden(text="foreign site")
