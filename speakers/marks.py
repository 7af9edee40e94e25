"""What a person sees beside each paper: whether it is new to them, whether they confirmed it."""

from speakers.models import Question, ReadingRequest, Visit


def mark(papers, person, since=None):
    """Give each paper `is_new` and `reading_asked`. `papers`: a list that was read already."""
    asked = ReadingRequest.objects.for_papers([paper.pk for paper in papers], person)
    for paper in papers:
        paper.is_new = since is not None and paper.published_at > since
        paper.reading_asked = asked.get(paper.pk)
    return papers


def around(person, current):
    """What stands on every page of the area: its parts with what is new in them."""
    return {"answers": Question.objects.news_for(person).count(), "current": current}


def since(person):
    """When the visit before this one ended; None for the first one."""
    return Visit.objects.of(person).since
