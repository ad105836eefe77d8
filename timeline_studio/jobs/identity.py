"""Who a worker is, and whether the process of one is known to be dead.

A worker's id is `host:pid:mark:lane`. The mark tells a process from a later one with the same
pid: the boot, the pid namespace and the start time, as the kernel has them. Where there is no
/proc the mark is empty, and a lost worker's jobs wait until their lease ends.
"""

import os
import secrets
import socket
from pathlib import Path

_PROC = Path("/proc")
_DEAD_STATES = {"Z", "X"}  # killed, and not yet waited for by its parent


def new_worker_id() -> str:
    """A different one each time, at most 128 characters."""
    return f"{_host()}:{os.getpid()}:{_mark(os.getpid()) or ''}:{secrets.token_hex(3)}"


def is_known_dead(worker_id: str) -> bool:
    """True only for a process of this computer that has certainly ended."""
    host, _, rest = worker_id.partition(":")
    pid, _, mark = rest.partition(":")
    mark = mark.partition(":")[0]
    if host != _host() or not pid.isdigit() or not _is_comparable(mark):
        return False
    return _mark(int(pid)) != mark


def _is_comparable(mark: str) -> bool:
    """Another boot's process is dead for sure; another container's cannot be looked at."""
    ours = _mark(os.getpid())
    if mark.count("-") != 2 or ours is None:
        return False
    return _boot(mark) != _boot(ours) or _namespace(mark) == _namespace(ours)


def _mark(pid: int) -> str | None:
    """`boot-namespace-start`; None when there is no such process, or no telling."""
    try:
        boot = (_PROC / "sys/kernel/random/boot_id").read_text().strip().replace("-", "")[:12]
        namespace = (_PROC / "self/ns/pid").readlink().name.strip("pid:[]")
        # The command's name, in parentheses, may hold anything: fields count after its end.
        fields = (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    state, start_time = fields[0], fields[19]  # fields 3 and 22 of proc(5)
    return None if state in _DEAD_STATES else f"{boot}-{namespace}-{start_time}"


def _boot(mark: str) -> str:
    return mark.split("-", maxsplit=1)[0]


def _namespace(mark: str) -> str:
    return mark.split("-")[1]


def _host() -> str:
    return socket.gethostname().replace(":", "_")[:48]
