"""Citations on the pages of articles and papers."""

from django import template

from documents.citations.references import references_of

register = template.Library()


@register.filter
def linked_title(page):
    """The title of an article or a paper with links to the papers that it names."""
    return references_of(page).parts[0]


@register.filter
def linked_lead(article):
    return references_of(article).parts[1]


@register.filter
def linked_body(article):
    return references_of(article).parts[2]


@register.filter
def cited_papers(page):
    """The papers that a page surely names, in its order."""
    return references_of(page).papers
