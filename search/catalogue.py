"""Everything that is searched: which function tells of it, and on which shelves it stands.

The one place of the shelves' numbers. What an app writes into its `<app>_searchable` function
(search/following.py) and into rows that stand already are these, so a number never changes its
meaning.
"""

from search.following import Source

ARTICLES = Source(
    "news_searchable",
    "news_article",
    public=1,
    in_work=51,
    named={
        "news_tag": "SELECT article_id AS id FROM news_article_tags WHERE tag_id = %s",
        "news_author": "SELECT article_id AS id FROM news_article_authors WHERE author_id = %s",
    },
)
PAPERS = Source(
    "documents_searchable",
    "documents_document",
    public=2,
    members=3,
    in_work=52,
    named={
        "documents_kind": "SELECT id FROM documents_document WHERE kind_id = %s",
        "documents_issuer": "SELECT id FROM documents_document WHERE issuer_id = %s",
        "documents_field": (
            "SELECT document_id AS id FROM documents_document_fields WHERE field_id = %s"
        ),
    },
)
PAGES = Source("pages_searchable", "pages_standingpage", public=4)
QUESTIONS = Source(
    "questions_searchable",
    "feedback_question",
    public=5,
    named={"feedback_subject": "SELECT id FROM feedback_question WHERE subject_id = %s"},
)
CONSULTATIONS = Source("consultations_searchable", "feedback_consultation", public=6)

SOURCES = (ARTICLES, PAPERS, PAGES, QUESTIONS, CONSULTATIONS)
PUBLIC = [source.public for source in SOURCES]
