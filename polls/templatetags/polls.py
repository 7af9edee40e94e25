"""Polls inside pages of other apps, each in one line. They ask the public door, so they cost
queries only where they stand."""

from django import template

from polls.models import Poll

register = template.Library()


@register.inclusion_tag("polls/home.html")
def home_polls():
    """The band of the home page."""
    return {"polls": Poll.objects.published().on_home().for_list()}


@register.inclusion_tag("polls/in_article.html")
def poll_of(article):
    """The poll that the article's editor chose, while it is public."""
    return {"poll": Poll.objects.published().for_list().filter(pk=article.poll_id).first()}


@register.inclusion_tag("polls/members.html")
def members_polls():
    """Those of the speakers' area that are open."""
    return {"polls": Poll.objects.among_members().open().newest_first().for_list()}
