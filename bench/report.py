"""Results: kept as JSON so that a run cut short goes on, told as sections of docs/benchmarks.md."""

import json
import re
from pathlib import Path

from bench import machine, places
from launcher.config import CHECKOUT
from launcher.process import say

PAGE = CHECKOUT / "docs" / "benchmarks.md"
HEAD = "# Benchmarks\nMeasured figures with their commands. A command writes its section anew.\n"


class Results:
    """What was measured, by name; `measure` does only what is missing."""

    def __init__(self, name: str, *, anew: bool):
        self.path = places.bench_dir() / "results" / f"{name}.json"
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if anew:
            self.path.unlink(missing_ok=True)
        self.found = json.loads(self.path.read_text()) if self.path.exists() else {}

    def measure(self, key: str, how, *arguments):
        if key not in self.found:
            say(f"  {key}")
            self.found[key] = how(*arguments)
            self.path.write_text(json.dumps(self.found, ensure_ascii=False, indent=1))
        return self.found[key]


def section(title: str, command: str, notes: list[str], *tables: str, page: Path = PAGE):
    """Put a section in the place of the one with that title, or at the end."""
    lines = [f"## {title}", f"`{command}`. {machine.described()}.", *(f"- {n}" for n in notes), ""]
    text = "\n".join([*lines, *tables])
    page.parent.mkdir(exist_ok=True)
    before = page.read_text() if page.exists() else HEAD
    parts = [part.rstrip() for part in re.split(r"(?m)^(?=## )", before)]
    old = [part for part in parts if part.startswith(f"## {title}\n")]
    if old:
        parts[parts.index(old[0])] = text.rstrip()
    else:
        parts.append(text.rstrip())
    page.write_text("\n\n".join(parts) + "\n")


def table(heads: list[str], rows: list[list]) -> str:
    lines = [heads, ["---"] + ["---:"] * (len(heads) - 1), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines) + "\n"


def figure(number: float) -> str:
    """Three figures that matter."""
    if number >= 100:
        return f"{number:,.0f}"
    return f"{number:.1f}" if number >= 10 else f"{number:.2f}"
