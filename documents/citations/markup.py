"""Citations in HTML: found across its tags, made links without breaking them.

`html` is always the canonical kind that core.sanitise leaves, or escaped plain text.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from django.utils.html import format_html

from core.sanitise import TAG
from core.tidy import INLINE

BREAK = "\x1e"  # between blocks and texts: no citation reaches across
LONG = 22  # characters that a phone's line has room for, see components/symbol.html


@dataclass(frozen=True)
class Run:
    """A piece of text between two tags: where it is in the text of all, and where in its part."""

    at: int
    part: int
    start: int
    length: int
    in_link: bool


class PageText:
    """The texts of one page as one; `text` is what to look for citations in."""

    def __init__(self, parts):
        self.parts = parts
        self.runs = []
        pieces = []
        self.length = 0
        for number, html in enumerate(parts):
            pieces += [*self._flatten(number, html), BREAK]
            self.length += 1
        self.text = "".join(pieces)
        self.starts = [run.at for run in self.runs]

    def _flatten(self, part, html):
        at, in_link = 0, False
        for tag in TAG.finditer(html):
            yield self._run(part, html, at, tag.start(), in_link)
            if tag[1] == "a":
                in_link = not tag[0].startswith("</")
            if tag[1] not in INLINE:
                self.length += 1
                yield BREAK
            at = tag.end()
        yield self._run(part, html, at, len(html), in_link)

    def _run(self, part, html, start, end, in_link):
        if end > start:
            self.runs.append(Run(self.length, part, start, end - start, in_link))
            self.length += end - start
        return html[start:end]

    def with_links(self, links):
        """The parts with `links`, (start, end, address) over `text` in order, put in.

        A span in which a link stands already is left; one that tags divide becomes a link a piece.
        """
        written = [[] for _ in self.parts]
        done = [0] * len(self.parts)
        for start, end, address in links:
            for part, first, last in self._pieces(start, end):
                html = self.parts[part]
                link = linked(html[first:last], address, end - start)
                written[part] += [html[done[part] : first], link]
                done[part] = last
        return [
            "".join([*pieces, html[at:]])
            for pieces, html, at in zip(written, self.parts, done, strict=True)
        ]

    def _pieces(self, start, end):
        """(part, start, end) in the HTML of each run that a span has part of."""
        pieces = []
        first_run, end_run = bisect_right(self.starts, start) - 1, bisect_left(self.starts, end)
        for run in self.runs[first_run:end_run]:
            if run.in_link:
                return []
            first = run.start + max(start - run.at, 0)
            last = run.start + min(end - run.at, run.length)
            pieces.append((run.part, first, last))
        return pieces


def linked(html, address, length):
    """A piece of text as a link; a symbol is kept in one line where it fits in one."""
    name = "symbol" if length <= LONG else "symbol symbol--long"
    return format_html('<a class="{}" href="{}">', name, address) + html + "</a>"
