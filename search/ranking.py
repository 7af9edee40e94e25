"""The order of what was found: as a person would put it.

Words with the accents that were typed come before others, a title before a text, words that stand
near each other before scattered ones; of equal fitness the fresh before the old.
"""

from math import log2

from django.db import connection

from search.spelling import plain_spellings, toned_spellings, words_of

RANKED = 400  # candidates whose vectors are read: titles first, then accents, then the newest
REFINED = 60  # of the best of them the titles are read

# Of the weights D C B A: in a file, in the text, in the lead, in the title.
NEARNESS = """
SELECT shelf, object_id, ts_rank_cd('{0.06, 0.1, 0.3, 1}', words, %s::tsquery)
FROM unnest(%s::smallint[], %s::bigint[]) AS wanted (shelf, object_id)
JOIN search_entry USING (shelf, object_id)
"""
ACCENTS = 6  # how much it counts that the accents are those that were typed
EXACTLY = 0.25  # … that tones stand on the letters on which they were typed
IN_TITLE, IN_A_ROW, WHOLE_TITLE = 2, 1.5, 2


def by_fitness(found, query, titles_of):
    """The Candidates, the fittest first. `titles_of`: gives {Key: title} for Keys."""
    pool = sorted(found, key=lambda c: (c.in_title, c.has_accents, c.day), reverse=True)
    pool, rest = pool[:RANKED], pool[RANKED:]
    near = nearness(pool, query)
    fitness = {c.key: rough(c, near.get(c.key, 0)) for c in pool}

    def order(candidate):
        return fitness[candidate.key], candidate.day, candidate.key

    pool.sort(key=order, reverse=True)
    best = pool[:REFINED]
    titles = titles_of([c.key for c in best if c.in_title])
    for candidate in best:
        if title := titles.get(candidate.key):
            fitness[candidate.key] += by_title(title, query)
    best.sort(key=order, reverse=True)
    return best + pool[REFINED:] + sorted(rest, key=lambda c: (c.has_accents, c.day), reverse=True)


def by_date(found):
    return sorted(found, key=lambda c: (c.day, c.key), reverse=True)


def nearness(found, query):
    """{Key: how near the words stand to each other, and how often}."""
    shelves, ids = [c.key.shelf for c in found], [c.key.pk for c in found]
    with connection.cursor() as cursor:
        cursor.execute(NEARNESS, [query.loose(), shelves, ids])
        return {(shelf, pk): rank for shelf, pk, rank in cursor}


def rough(candidate, near):
    """Fitness in steps, so that one mention more or less leaves the fresher one first."""
    steps = round(min(4, max(-4, log2(near / 0.1) / 2 if near else -4)) * 2) / 2
    return steps + ACCENTS * candidate.has_accents + IN_TITLE * candidate.in_title


def by_title(title, query):
    """What a title adds: the words in the order in which they were typed, and few others."""
    words = words_of(title)
    length = len(query.words)
    spellings = toned_spellings if query.has_accents else plain_spellings
    forms = [spellings(word) for word in query.words]
    places = range(len(words) - length + 1)
    rows = [p for p in places if all(words[p + n] in form for n, form in enumerate(forms))]
    if not rows:
        return 0
    exactly = any(tuple(words[p : p + length]) == query.words for p in rows)
    return IN_A_ROW + WHOLE_TITLE * length / len(words) + EXACTLY * exactly
