"""The files of several papers in one ZIP, with a table of contents."""

import io
from datetime import datetime
from pathlib import PurePath
from typing import NamedTuple

from accounts import audit
from core.site import absolute
from core.vietnamese import date_words, day_words, thousands
from documents.zipping import file_name
from stats.models import Hit
from stats.robots import is_reader

CONTENTS = "MUC-LUC.txt"


class PackedFile:
    """A file with its name inside the ZIP."""

    def __init__(self, attachment, name):
        self.attachment, self.name = attachment, name

    @property
    def is_there(self):
        content = self.attachment.stored.content
        return content.storage.exists(content.name)


def folder_of(place, paper):
    return file_name(f"{place:02} {paper.short_name if paper.symbol else paper.title}", 80)


def files_of(place, paper):
    """The files of a paper, in a folder of its own, each under a name that is there once."""
    folder, taken, found = folder_of(place, paper), set(), []
    for attachment in paper.files:
        path = PurePath(file_name(attachment.name))
        name, number = path.name, 1
        while name.lower() in taken:
            number += 1
            name = f"{path.stem} ({number}){path.suffix}"
        taken.add(name.lower())
        found.append(PackedFile(attachment, f"{folder}/{name}"))
    return found


class Cover(NamedTuple):
    """What a table of contents begins with."""

    title: str
    url: str
    moment: datetime


def members(cover, papers):
    """What the ZIP holds, for documents.zipping.zipped. `papers`: [(heading, paper)]; each paper
    has its files in `files`."""
    packed = [(h, p, files_of(n, p)) for n, (h, p) in enumerate(papers, 1)]
    text = contents(cover, packed).encode("utf-8-sig")
    yield CONTENTS, cover.moment, lambda: io.BytesIO(text)
    for _, paper, files in packed:
        for file in files:
            if file.is_there:
                yield file.name, paper.updated_at, file.attachment.open


def contents(cover, packed):
    """MUC-LUC.txt: what is inside, with sizes and checksums by which a copy can be proved."""
    lines = [
        cover.title,
        absolute(cover.url),
        f"Cập nhật: {date_words(cover.moment)}",
    ]
    for place, (heading, paper, files) in enumerate(packed, 1):
        day = f" – {day_words(paper.issued_on)}" if paper.issued_on else ""
        lines += [
            "",
            f"{place}. {heading}: {paper.title}" if heading else f"{place}. {paper.title}",
            f"   {paper.kind.name} {paper.symbol or '(không số)'} – {paper.issuer.name}{day}",
            f"   {absolute(paper.get_absolute_url())}",
        ]
        lines += ["   (Không có tệp.)"] if not files else []
        for file in files:
            about = file.attachment
            missing = "" if file.is_there else "   (tệp không còn trên máy chủ)"
            lines += [
                f"   - {file.name}{missing}",
                f"     {thousands(about.size)} byte; SHA-256 {about.checksum}",
            ]
    return "\r\n".join(lines) + "\r\n"


def tell_downloads(request, papers, title):
    """Each paper in a ZIP that is fetched is a download of its own; of members' papers the log is
    told, too."""
    if request.method != "GET":
        return
    counts = is_reader(request)
    for _, paper in papers:
        if counts and paper.files:
            Hit.objects.count_one("download", paper)
        if paper.is_for_members:
            audit.record("download", request.user, paper, f"trong “{title}”")
