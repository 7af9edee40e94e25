"""Background work of the search."""

from procrastinate.contrib.django import app

from search import misses, renaming, synonyms, words


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="follow_names", pass_context=False)
def follow_names(timestamp: int) -> None:
    """What bears a name that was changed is found by the new one."""
    renaming.follow()


@app.periodic(cron="23 * * * *")
@app.task(queueing_lock="learn_words", pass_context=False)
def learn_words(timestamp: int) -> None:
    """Know the words of the newest texts, for “did you mean”."""
    words.learn()


@app.periodic(cron="37 2 * * *")
@app.task(queueing_lock="harvest_abbreviations", pass_context=False)
def harvest_abbreviations(timestamp: int) -> None:
    """Once a night propose the abbreviations that new texts define; forget old misses."""
    synonyms.harvest()
    misses.prune()
