"""The text of a demo paper: a few `key: value` lines, then marked-up paragraphs.

Marks at the start of a line: `# ` part, `## ` section, `- ` item, `> ` centred, `|` table row;
`**…**` is bold; a line `***` is the place of the signature, if it is not the end. What the
paper's line in documents.jsonl says is not repeated in its text.
"""

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

PLACE = "Đông Lam"
SIGN = "***"
MARKS = {"# ": "part", "## ": "section", "- ": "item", "> ": "centre"}
PARTY_HEAD = ("ĐẢNG CỘNG SẢN VIỆT NAM",)
STATE_HEAD = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
ORGANS = {
    "Ban Tuyên giáo và Dân vận Tỉnh ủy": ("TỈNH ỦY SƠN HẢI", "BAN TUYÊN GIÁO VÀ DÂN VẬN"),
    "Tỉnh ủy Sơn Hải": ("TỈNH ỦY SƠN HẢI",),
    "UBND tỉnh Sơn Hải": ("ỦY BAN NHÂN DÂN", "TỈNH SƠN HẢI"),
}


@dataclass(frozen=True)
class Paper:
    record: dict
    head: dict
    blocks: list = field(default_factory=list)

    @property
    def is_annex(self):
        return "annex" in self.head

    @property
    def is_letter(self):
        return "to" in self.head

    @property
    def is_state(self):
        return self.record["issuer"].startswith("UBND")

    @property
    def organ(self):
        return ORGANS[self.record["issuer"]]

    @property
    def nation(self):
        return STATE_HEAD if self.is_state else PARTY_HEAD

    @property
    def number(self):
        symbol = self.record["symbol"]
        return f"{'Số:' if self.is_state else 'Số'} {symbol}" if symbol else ""

    @property
    def dateline(self):
        day = date.fromisoformat(self.record["issued_on"])
        month = f"{day.month:02}" if day.month < 3 else day.month
        return f"{PLACE}, ngày {day.day:02} tháng {month} năm {day.year}"

    @property
    def heading(self):
        return self.head.get("heading") or self.record["kind"].upper()

    @property
    def subject(self):
        """What stands under the heading, or under the number of a letter."""
        if self.is_annex:
            return f"({self.head['annex']})"
        return self.head.get("subject") or self.record["title"]

    @property
    def title(self):
        return self.heading if self.is_annex else self.record["title"]

    def people(self, key, separator=";"):
        return [part.strip() for part in self.head.get(key, "").split(separator) if part.strip()]


def read_papers(folder):
    """Each file that documents.jsonl names, with its Paper."""
    for line in (folder / "documents.jsonl").read_text().splitlines():
        record = json.loads(line)
        for name in record["files"]:
            text = (folder / "papers" / Path(name).with_suffix(".txt").name).read_text()
            yield folder / name, parse(record, text)


def parse(record, text):
    keys, _, rest = text.strip().partition("\n\n")
    head = dict(line.split(": ", 1) for line in keys.splitlines())
    blocks = blocks_of(rest)
    if "authority" in head and ("sign", SIGN) not in blocks:
        blocks.append(("sign", SIGN))
    return Paper(record, head, blocks)


def blocks_of(text):
    """Pairs of a kind and its text; a table's text is a list of rows."""
    blocks = []
    for chunk in text.strip().split("\n\n"):
        lines = chunk.splitlines()
        if lines[0].startswith("|"):
            blocks.append(("table", [[c.strip() for c in x.strip("|").split("|")] for x in lines]))
        else:
            blocks += [block_of(line) for line in lines]
    return blocks


def block_of(line):
    for mark, kind in MARKS.items():
        if line.startswith(mark):
            return kind, line.removeprefix(mark)
    return ("sign" if line == SIGN else "text"), line


def bold_parts(text):
    """The text in pieces, each with whether it is bold."""
    return [(part, i % 2 == 1) for i, part in enumerate(text.split("**")) if part]
