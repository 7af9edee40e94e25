"""Words that the texts have, and the nearest of them to one that they have not."""

from django.contrib.postgres.search import TrigramSimilarity
from django.db import connection, transaction

from search.catalogue import PUBLIC
from search.models import Word
from search.query import Query
from search.spelling import has_accents, plain

ALIKE = 0.3  # similarity from which on a word may be meant
OFTEN = 2  # texts that a word must stand in
TRIED = 3  # words of a query that are corrected at most

# Each word without accents, with the form that most texts have. Of what only members or editors
# see nothing is read.
LEARN = """
INSERT INTO search_word (plain, form, number)
SELECT DISTINCT ON (plain) plain, word, ndoc FROM (
    SELECT word, ndoc, public.unaccent('public.unaccent'::regdictionary, word) AS plain
    FROM ts_stat(format(
        'SELECT words FROM search_entry WHERE shelf = ANY(%%L) ORDER BY day DESC LIMIT 5000',
        %s::smallint[]
    ))
) AS met
WHERE plain ~ '^[a-z]{2,40}$' AND length(word) <= 40 AND ndoc >= %s
ORDER BY plain, (word <> plain) DESC, ndoc DESC
"""


@transaction.atomic
def learn():
    """Make the words anew."""
    Word.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(LEARN, [PUBLIC, OFTEN])


def corrected(query: Query):
    """The query with each word that no text has put right, or ""; whether that finds anything is
    for the caller to see."""
    if not Word.objects.exists():
        learn()
    known = set(
        Word.objects.filter(plain__in=map(plain, query.words)).values_list("plain", flat=True)
    )
    unknown = [w for w in query.words if plain(w) not in known and w.isalpha()]
    if not unknown or len(unknown) > TRIED:
        return ""
    nearest = {word: nearest_to(word) for word in unknown}
    if not all(nearest.values()):
        return ""
    return " ".join(nearest.get(word, word) for word in query.words)


def nearest_to(word):
    """The known word that is most like it, the more frequent of equals; "" where none is."""
    bare = plain(word)
    alike = Word.objects.filter(plain__trigram_similar=bare)
    ranked = alike.annotate(like=TrigramSimilarity("plain", bare)).filter(like__gte=ALIKE)
    found = ranked.order_by("-like", "-number").first()
    if found is None:
        return ""
    return found.form if has_accents(word) else found.plain
