"""The secret key of a portal that runs on its own machine only."""

import os
import secrets
from pathlib import Path

from launcher.config import Unfit


def local_secret_key(var_dir: Path) -> str:
    """The key kept in `var_dir`, made at the first call. Only its owner may read it."""
    path = Path(var_dir) / "secret-key"
    try:
        if not path.exists():
            make(path)
        return path.read_text().strip()
    except OSError as error:
        raise Unfit(f"Không đọc hoặc tạo được {path}: {error.strerror}.") from None


def make(path: Path):
    """Write it beside and link it into place, so that of two processes one key wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(64) + "\n")
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # another process was first: its key is as good
    finally:
        draft.unlink()
