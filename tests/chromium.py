"""A real Chromium, driven over its debugging pipe."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
    "--mute-audio",
    "--window-size=1280,900",
    "--remote-debugging-pipe",
]
_DEADLINE_SECONDS = 20

# Chromium expects the pipes there; first out of the way, where one may be in the other's place.
_AT_3_AND_4 = """
import os, sys
from fcntl import F_DUPFD, fcntl
commands, answers = (fcntl(int(end), F_DUPFD, 10) for end in sys.argv[1:3])
os.dup2(commands, 3)
os.dup2(answers, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""


class RefusedError(Exception):
    """What Chromium says of a command that it does not carry out."""


class Browser:
    """One page of a headless Chromium; commands go to descriptor 3, answers come from 4.

    `requests` are the URLs that it asked for, `trouble` what its console complains of: refused
    by the page's policy, or an error of its scripts.
    """

    def __init__(self, profile: Path) -> None:
        commands_out, self._commands = os.pipe()
        answers, answers_in = os.pipe()
        chromium = [CHROMIUM or "", *_FLAGS, f"--user-data-dir={profile}", "about:blank"]
        ends = [str(commands_out), str(answers_in)]
        self._process = subprocess.Popen(
            [sys.executable, "-c", _AT_3_AND_4, *ends, *chromium],
            pass_fds=(commands_out, answers_in),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(commands_out)
        os.close(answers_in)
        self._answers = os.fdopen(answers, "rb")
        self._next = 0
        self.requests: list[str] = []
        self.trouble: list[str] = []
        targets = self.call("Target.getTargets", session=None)["targetInfos"]
        page = next(target for target in targets if target["type"] == "page")
        attached = self.call(
            "Target.attachToTarget", session=None, targetId=page["targetId"], flatten=True
        )
        self._session: str = attached["sessionId"]
        for domain in ("Network", "Log", "Runtime", "Page"):
            self.call(f"{domain}.enable")

    def open(self, url: str) -> None:
        self.call("Page.navigate", url=url)
        self.wait_for(f"location.href === {json.dumps(url)} && document.body?.dataset.state")

    def value(self, expression: str) -> Any:
        """What a script's expression comes to; None while one page gives way to another."""
        try:
            answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        except RefusedError as error:
            if "navigated" in str(error) or "context" in str(error):
                return None
            raise
        return answer["result"].get("value")

    def press(self, key: str, code: int = 0) -> None:
        for kind in ("keyDown", "keyUp"):
            self.call(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code
            )

    def type(self, text: str) -> None:
        self.call("Input.insertText", text=text)

    def choose(self, select: str, index: int) -> None:
        """An option of a <select>, by its value."""
        self.value(
            f"{select}.value = '{index}'; {select}.dispatchEvent(new Event('change')); undefined"
        )

    def wait_for(self, expression: str) -> None:
        deadline = time.monotonic() + _DEADLINE_SECONDS
        while not self.value(f"!!({expression})"):
            state = self.value("document.body?.dataset.state + ': ' + document.body?.innerText")
            assert time.monotonic() < deadline, f"never: {expression} ({state})"
            time.sleep(0.03)

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(20)
        self._answers.close()
        os.close(self._commands)

    def call(self, method: str, session: str | None = "page", **params: Any) -> dict[str, Any]:
        self._next += 1
        message = {"id": self._next, "method": method, "params": params}
        if session is not None:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = json.loads(self._read())
            self._note(answer)
            if answer.get("id") == self._next:
                if "error" in answer:
                    raise RefusedError(answer["error"]["message"])
                result: dict[str, Any] = answer["result"]
                return result

    def _note(self, event: dict[str, Any]) -> None:
        match event.get("method"):
            case "Network.requestWillBeSent":
                self.requests.append(event["params"]["request"]["url"])
            case "Runtime.exceptionThrown":
                details = event["params"]["exceptionDetails"]
                self.trouble.append(str(details.get("exception", details).get("description")))
            case "Log.entryAdded":
                entry = event["params"]["entry"]
                if "Content Security Policy" in entry["text"]:
                    self.trouble.append(entry["text"])

    def _read(self) -> bytes:
        data = bytearray()
        while (byte := self._answers.read(1)) != b"\0":
            assert byte, "Chromium has ended"
            data += byte
        return bytes(data)
