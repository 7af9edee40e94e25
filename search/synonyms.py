"""Abbreviations that define themselves in texts, “Ban Tuyên giáo (BTG)”: proposed to editors."""

import re
from collections import Counter, defaultdict
from datetime import timedelta

from django.utils import timezone

from core.sanitise import text_of
from core.vietnamese import plain_key, repair
from news.models import Article
from search.models import Synonym
from search.spelling import words_of

DEFINED = re.compile(r"((?:[\w&-]+\s+){1,11}[\w&-]+)\s*\(([A-ZĐ]{2,8}(?:[-&.][A-ZĐ]{1,6})*)\)")
LOOSE_END = 2  # words between the name and the bracket: … tỉnh (BHXH)
READ = 2000  # articles a run


def known():
    """{abbreviation in small letters: words of its name} of those that editors accepted."""
    rows = Synonym.objects.filter(state=Synonym.State.ACCEPTED).values_list("short", "name")
    found = {" ".join(words_of(short)): tuple(words_of(name)) for short, name in rows}
    return {short: name for short, name in found.items() if short and name}


def harvest():
    """Propose what the articles of the last two days define; all when nothing was proposed yet."""
    articles = Article.objects.published().newest_first()
    if Synonym.objects.exists():
        articles = articles.filter(updated_at__gte=timezone.now() - timedelta(days=2))
    met, examples = Counter(), defaultdict(str)
    rows = articles.values_list("title", "lead", "body")[:READ]
    for title, lead, body in rows.iterator():
        for pair in set(definitions(f"{lead} {text_of(body)}")):
            met[pair] += 1
            examples[pair] = examples[pair] or title[:300]
    for (short, name), number in met.items():
        Synonym.objects.get_or_create(
            short=short,
            name=name,
            defaults={"number": number, "example": examples[short, name]},
        )


def definitions(text):
    """(abbreviation, name) of each that a text defines."""
    for before, short in DEFINED.findall(repair(text)):
        if name := name_of(short, before.split()):
            yield short, name


def name_of(short, words):
    """The words before the bracket whose first letters make the abbreviation; "" where none do."""
    letters = re.sub("[^a-z]", "", plain_key(short))
    for loose in range(LOOSE_END + 1):
        end = len(words) - loose
        chosen = words[max(0, end - len(letters)) : end]
        if len(chosen) == len(letters) and "".join(plain_key(w)[:1] for w in chosen) == letters:
            return " ".join(chosen)
    return ""
