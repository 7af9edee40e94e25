"""What an import tells: bad lines as they come, progress on a terminal, a summary at the end."""

from collections import Counter
from enum import StrEnum

from core.vietnamese import thousands


class Outcome(StrEnum):
    NEW = "mới"
    UPDATED = "cập nhật"
    UNCHANGED = "không đổi"
    EDITED = "không đổi ở nguồn nhưng đã sửa ở đây"
    KEPT = "giữ bản đã sửa ở đây"
    DUPLICATE = "trùng"
    BAD = "lỗi, không nhận"


class Report:
    def __init__(self, stdout, stderr, *, dry_run=False):
        self.out, self.err = stdout, stderr
        self.dry_run = dry_run
        self.progressing = stderr.isatty()
        self.failed = 0

    def begin(self, name, size):
        """`size` of the file in bytes."""
        self.name, self.size = name, size
        self.outcomes, self.repairs, self.faulty = Counter(), Counter(), 0

    def say(self, text):
        self.clear_progress()
        self.err.write(text)

    def line(self, number, text):
        self.say(f"{self.name} dòng {number}: {text}")

    def bad(self, number, reason):
        self.outcomes[Outcome.BAD] += 1
        self.failed += 1
        self.line(number, reason)

    def done(self, line, outcome, reason=""):
        if outcome is Outcome.BAD:
            self.bad(line.number, reason)
            return
        self.outcomes[outcome] += 1
        if outcome in (Outcome.NEW, Outcome.UPDATED):
            self.repairs += line.repairs
        note = outcome in (Outcome.KEPT, Outcome.DUPLICATE) and f"{outcome}: {reason}".rstrip(": ")
        for text in filter(None, [note, *line.faults, *line.notes]):
            self.line(line.number, text)
        self.faulty += bool(line.faults)
        self.failed += bool(line.faults)

    def progress(self, position):
        """`position` in the file in bytes."""
        if self.progressing:
            count = thousands(self.outcomes.total())
            percent = 100 * position // max(self.size, 1)
            self.raw(f"\r{self.name}: {count} dòng, {percent}%\033[K")

    def clear_progress(self):
        if self.progressing:
            self.raw("\r\033[K")

    def raw(self, text):
        self.err.write(text, style_func=str, ending="")
        self.err.flush()

    def end(self, made):
        """`made`: {what: how many} of the rows of vocabularies that were made."""
        self.clear_progress()
        what = "chạy thử, không ghi gì: " if self.dry_run else ""
        total = thousands(self.outcomes.total())
        self.out.write(f"{self.name}: {what}{total} dòng. {listed(self.outcomes)}".rstrip())
        if self.faulty:
            self.out.write(f"  nhận nhưng thiếu một phần vì lỗi: {thousands(self.faulty)}")
        if any(made.values()):
            self.out.write(f"  {'sẽ tạo' if self.dry_run else 'tạo'}: {listed(made)}")
        if self.repairs:
            self.out.write(f"  chuẩn hóa (số chỗ): {listed(self.repairs)}")


def listed(counts):
    return ", ".join(f"{name} {thousands(count)}" for name, count in counts.items() if count)
