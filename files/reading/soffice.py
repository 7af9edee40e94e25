"""Files of old Office turned into today's, and any into PDF, by LibreOffice where installed."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from files.reading.errors import ReadingError, UnavailableError

SECONDS = 120

MISSING = "Máy chủ chưa cài LibreOffice nên chưa đọc được tệp {}."
FAILED = "LibreOffice không mở được tệp này: tệp hỏng hoặc được đặt mật khẩu."

# A document may name pictures and templates elsewhere: none is fetched, nothing is run.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def program() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


@contextmanager
def converted(path: Path, extension: str, wanted: str) -> Iterator[Path]:
    """The file, whose own extension is `extension`, as `wanted` ("pdf", "docx" …), for a while.

    Raises UnavailableError, ReadingError.
    """
    if not program():
        raise UnavailableError(MISSING.format(extension.lstrip(".").upper()))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / f"source{extension}"  # its name tells LibreOffice what it is
        shutil.copyfile(path, source)
        _convert(source, folder, wanted)
        result = folder / "out" / f"source.{wanted}"
        if not result.is_file():
            raise ReadingError(FAILED)
        yield result


def _convert(source, folder, wanted):
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    options = "--headless --norestore --nologo --nodefault --nolockcheck".split()
    command = [program(), f"-env:UserInstallation={profile.as_uri()}", *options]
    command += ["--convert-to", wanted, "--outdir", str(folder / "out"), str(source)]
    try:
        subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
        raise ReadingError(FAILED) from error
