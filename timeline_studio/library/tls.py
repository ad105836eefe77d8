"""TLS to a database server, as its address asks for it."""

import ssl

from sqlalchemy import URL

from timeline_studio.library.addresses import option, shown
from timeline_studio.library.errors import LibraryError

_YES = {"1", "true", "yes"}
_NO = {"0", "false", "no"}


def tls_context(url: URL) -> ssl.SSLContext | None:
    """None where the address has no `ssl…` option: then TLS is used if the server offers it,
    and its certificate is not checked.

    With one, the server must offer TLS and prove that it is the host: by `ssl_ca`, or by the
    system's authorities. `ssl_cert` and `ssl_key` prove who we are; `ssl_check_hostname=false`
    is for a server that is reached by another name than its certificate's.
    """
    wanted = _is_yes(url, "ssl", default=False)
    if not wanted and not any(name.startswith("ssl_") for name in url.query):
        return None
    try:
        context = ssl.create_default_context(cafile=option(url, "ssl_ca"))
        certificate = option(url, "ssl_cert")
        if certificate is not None:
            context.load_cert_chain(certificate, option(url, "ssl_key"))
    except OSError as error:  # missing, unreadable, or no certificate: ssl.SSLError is one too
        raise LibraryError(
            f"The certificates for the library {shown(url)} cannot be read: {error}. "
            "Check ssl_ca, ssl_cert and ssl_key in its address."
        ) from error
    context.check_hostname = _is_yes(url, "ssl_check_hostname", default=True)
    return context


def _is_yes(url: URL, name: str, *, default: bool) -> bool:
    value = (option(url, name) or "").lower()
    if value not in {"", *_YES, *_NO}:
        raise LibraryError(
            f"The address of the library {shown(url)} says {name}={value}. Use true or false."
        )
    return value in _YES or (value == "" and default)
