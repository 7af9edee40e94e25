"""Background work on articles."""

from procrastinate.contrib.django import app

from news import tally


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="fold_news_tally", pass_context=False)
def fold_news_tally(timestamp: int) -> None:
    """Keep the number of lines that each list sums up small."""
    tally.fold()
