"""Background work of the exchange."""

from procrastinate.contrib.django import app

from exchange import missing


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="add_up_missing", pass_context=False)
def add_up_missing(timestamp: int) -> None:
    """Add up which addresses answered 404."""
    missing.add_up()
