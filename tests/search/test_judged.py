"""The judged set: what people type, and what must then be among the first three.

`judged.txt` has the queries. They are asked of the demo content, and of the seeds where these are
there, in the text as it stands, in NFD, and with the other placement of the tones.
"""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.db import connection

from documents.lookup import papers_named
from documents.models import Document
from exchange import demo_face, demo_feedback
from feedback.models import Consultation, Question
from news.models import Article
from pages.models import StandingPage
from search.catalogue import ARTICLES, CONSULTATIONS, PAGES, PAPERS, QUESTIONS
from search.filters import Filters
from search.query import Query
from search.results import Results
from tests.factories import make_attachment

HERE = Path(__file__).parent
DEMO = settings.BASE_DIR / "demo"
SEEDS = settings.BASE_DIR / ".." / "shared" / "seeds"
FIRST = 3
MODELS = {
    ARTICLES.public: Article,
    PAPERS.public: Document,
    PAGES.public: StandingPage,
    QUESTIONS.public: Question,
    CONSULTATIONS.public: Consultation,
}
COLUMNS = {
    Article: ["title", "lead", "body"],
    Document: ["title"],
    StandingPage: ["title", "lead", "body"],
    Question: ["title", "text", "answer"],
    Consultation: ["title", "lead", "body", "outcome"],
}
# Open rhymes, in the old and the new style.
OLD, NEW = "òa óa ỏa õa ọa òe óe ỏe õe ọe", "oà oá oả oã oạ oè oé oẻ oẽ oẹ"
PAIRS = dict(zip(OLD.split(), NEW.split(), strict=True))
PICTURE = re.compile("<figure.*?</figure>|<img[^>]*>", re.DOTALL)
PLACES = re.compile(rf"({'|'.join([*PAIRS, *PAIRS.values()])})(?![\w])", re.IGNORECASE)


def judged(part):
    """[(query, pieces)] of one part of the file."""
    found, current = [], ""
    for line in (HERE / "judged.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = line.strip("[]")
        elif current == part:
            query, _, pieces = line.rpartition(" | ")
            found.append((query, [piece.strip() for piece in pieces.split(";")]))
    return found


def load(folder, to):
    """The content of a folder, without pictures and files."""
    to.mkdir()
    for name in ("articles.jsonl", "documents.jsonl"):
        lines = (folder / name).read_text(encoding="utf-8").splitlines()
        kept = [json.loads(line) for line in lines if line]
        for row in kept:
            for key in ("image", "files"):
                row.pop(key, None)
            if "body_html" in row:
                row["body_html"] = PICTURE.sub("", row["body_html"])
        text = "\n".join(json.dumps(row, ensure_ascii=False) for row in kept)
        (to / name).write_text(text, encoding="utf-8")
    call_command("import_content", str(to), verbosity=0)


def attach_texts():
    """To each paper of the demo the text that its first file was made from."""
    lines = (DEMO / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    for row in map(json.loads, lines):
        source = DEMO / "papers" / f"{Path(row['files'][0]).stem}.txt"
        paper = Document.objects.get(title=row["title"], issued_on=row["issued_on"])
        attachment = make_attachment(paper, content=f"%PDF-1.7 {row['id']}".encode())
        attachment.stored.pages.create(number=1, text=source.read_text(encoding="utf-8"))


def known():
    """{(model, pk): words by which a piece of the set knows it}."""
    found = {(model, t.pk): t.title for model in COLUMNS for t in model.objects.only("title")}
    return found | {(Document, d.pk): f"{d.symbol} {d.title}" for d in Document.objects.all()}


def first_three(query):
    nobody = AnonymousUser()
    if papers := papers_named(query, nobody):
        return [(Document, paper.pk) for paper in papers[:FIRST]]
    results = Results(Query.parse(query), Filters({"q": query}), nobody)
    return [(MODELS[c.key.shelf], c.key.pk) for c in results.in_order[:FIRST]]


def judge(queries, names, label):
    """Nothing, or what is missing; prints the share found."""
    missing = []
    for query, pieces in queries:
        shown = [names[thing] for thing in first_three(query)]
        lost = [piece for piece in pieces if not any(piece in name for name in shown)]
        if lost:
            missing.append(f"{query}: {lost}; shown: {[name[:50] for name in shown]}")
    print(f"{label}: {len(queries) - len(missing)} of {len(queries)} queries")
    return missing


def rewrite(expression):
    with connection.cursor() as cursor:
        for model, columns in COLUMNS.items():
            assignments = ", ".join(f"{c} = {expression.format(c)}" for c in columns)
            cursor.execute(f"UPDATE {model._meta.db_table} SET {assignments}")


def other_placement():
    for model, columns in COLUMNS.items():
        for row in model.objects.all():
            changed = {c: PLACES.sub(swapped, getattr(row, c)) for c in columns}
            model.objects.filter(pk=row.pk).update(**changed)


def swapped(match):
    pairs = PAIRS | {new: old for old, new in PAIRS.items()}
    found = pairs[match[0].lower()]
    return found.upper() if match[0].isupper() else found


@pytest.fixture
def portal(db, tmp_path):
    load(DEMO, tmp_path / "demo")
    attach_texts()
    demo_face.load_pages(json.loads((DEMO / "face.json").read_text("utf-8"))["pages"])
    demo_feedback.load(json.loads((DEMO / "feedback.json").read_text("utf-8")))


def check(queries, label):
    names = known()
    missing = judge(queries, names, label)
    rewrite("normalize({}, NFD)")
    missing += judge(queries, names, f"{label}, NFD")
    rewrite("normalize({}, NFC)")
    other_placement()
    missing += judge(queries, names, f"{label}, other placement")
    assert not missing, "\n".join(missing)


def test_the_demo_s_pages_are_among_the_first_three(portal):
    queries = judged("demo")
    assert len(queries) >= 120
    check(queries, "demo")


@pytest.mark.skipif(not SEEDS.exists(), reason="the shared seeds are not here")
def test_the_seeds_pages_are_too_beside_the_demo_s(portal, tmp_path):
    load(SEEDS, tmp_path / "seeds")
    check(judged("seeds"), "seeds")
