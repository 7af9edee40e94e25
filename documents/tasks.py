"""Background work on papers."""

from procrastinate.contrib.django import app

from documents.citations.reading import read_batch

BATCHES = 20  # of one job, so that an import of a million pages leaves room for other jobs


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="read_citations", pass_context=False)
def read_citations(timestamp: int) -> None:
    """Look for citations in the pages that changed."""
    for _ in range(BATCHES):
        if not read_batch():
            return
