from pathlib import Path

from django.db import migrations

from core.editions import edition_triggers
from core.versions import version_trigger

RULES = Path(__file__).parent.parent / "sql" / "ballots.sql"
DROP_RULES = """
DROP TRIGGER polls_ballot_check ON polls_ballot;
DROP TRIGGER polls_ballot_fixed ON polls_ballot;
DROP TRIGGER polls_correction_fixed ON polls_correction;
DROP TRIGGER polls_choice_kept ON polls_choice;
DROP TRIGGER polls_choice_text_kept ON polls_choice;
DROP TRIGGER polls_poll_kept ON polls_poll;
DROP FUNCTION polls_check_ballots();
DROP FUNCTION polls_refuse_change();
DROP FUNCTION polls_keep_choice();
DROP FUNCTION polls_keep_poll();
DROP FUNCTION polls_is_correction(bigint, bigint, text, text);
DROP FUNCTION polls_has_ballots(bigint);
"""
PUBLIC = "status = 'published' AND audience = 'public'"
MOMENTS = ("r.published_at", "r.expires_at", "r.opens_at", "r.closes_at")
OF_A_PUBLIC_POLL = (
    "EXISTS (SELECT FROM polls_poll AS p WHERE p.id = r.poll_id AND p.status = 'published' "
    "AND p.audience = 'public'{})"
)
# The results of a closed poll stand on its kept page. A ballot that was cast in time may be
# committed after the close, so those of the last minute count as well; no others raise anything.
ENDING = " AND p.closes_at < statement_timestamp() + interval '1 minute'"


class Migration(migrations.Migration):
    dependencies = [("polls", "0001_polls_and_ballots"), ("core", "0004_workflow")]
    operations = [
        migrations.RunSQL(RULES.read_text(), DROP_RULES),
        edition_triggers("polls_poll", PUBLIC, moments=MOMENTS),
        edition_triggers("polls_choice", OF_A_PUBLIC_POLL.format("")),
        edition_triggers("polls_correction", OF_A_PUBLIC_POLL.format("")),
        edition_triggers("polls_ballot", OF_A_PUBLIC_POLL.format(ENDING)),
        version_trigger("polls_poll"),
    ]
