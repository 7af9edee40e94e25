"""What a reading gives, and how far it may go."""

from dataclasses import dataclass, field
from time import monotonic

MB = 1024 * 1024
OUT_OF_MEMORY = 71  # exit status of the process that reads


@dataclass(frozen=True)
class Limits:
    """How much of a file is read, and what the process that reads it may use."""

    pages: int = 2000
    characters: int = 5_000_000
    ocr_pages: int = 60
    ocr_seconds: int = 180  # new pages are begun until then
    seconds: int = 300  # wall clock of the whole process
    memory: int = 1536 * MB
    office_memory: int = 4096 * MB  # LibreOffice maps much that it never uses
    output: int = 300 * MB  # any file that the process writes


@dataclass
class Reading:
    """The text of a file. `pages` has one item a page, slide, sheet or member of a ZIP (the first
    item of a ZIP lists its names), and a single one for other kinds."""

    pages: list[str] = field(default_factory=list)
    page_count: int = 1  # also of the pages beyond the limit
    is_scan: bool = False  # most of its pages are pictures
    ocr: bool = False  # some text was recognised from pictures and may be wrong
    confidence: list[int | None] = field(
        default_factory=list
    )  # per cent; None where not recognised
    html: str = ""  # DOCX alone; clean, without pictures
    note: str = ""  # for the sender, in Vietnamese
    converted: str = ""  # "TCVN3", "VNI" or "TCVN3/VNI": what the text was typed in
    needs_declaration: bool = False  # some part of it was not read: only its sender knows it


class Budget:
    """What is left of the limits of one reading, members of a ZIP included."""

    def __init__(self, limits: Limits):
        self.limits = limits
        self.characters, self.ocr_pages = limits.characters, limits.ocr_pages
        self._ocr_end = monotonic() + limits.ocr_seconds

    def taken(self, text: str) -> str:
        """The part of a text that there is room for."""
        text = text[: self.characters]
        self.characters -= len(text)
        return text

    @property
    def is_spent(self) -> bool:
        return self.characters <= 0

    @property
    def has_time(self) -> bool:
        return monotonic() < self._ocr_end

    def may_recognise(self) -> bool:
        """Counts one more page of OCR, where there is room for one."""
        self.ocr_pages -= 1
        return self.ocr_pages >= 0 and self.has_time
