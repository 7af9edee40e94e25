"""The audit log: who did what when. `record` is called where it happens; nothing listens.

The rows are append-only in the database (sql/append_only.sql) and hold a person's random key.
The name stands in a table of its own, whose row `anonymise` deletes: what was done stays, by
somebody without a name. Nothing of the network is kept.
"""

# The functions import the models when they are called: this package is an app of its own, which
# Django imports before there are models, and core/workflow.py imports it too.


def record(action, person=None, about=None, words="", tried=""):
    """Write one entry, in the transaction of what it tells of.

    `action`: a key of actions.ACTIONS; `person`: who did it, None for nobody known; `about`: the
    object, of a person only their key is kept; `words`: what else there is to know, without
    names of people; `tried`: the name with which somebody failed to sign in, kept as a keyed hash.
    """
    from accounts.audit.models import Entry

    return Entry.objects.write(action, person, about, words, tried)


def anonymise(user):
    """From now on the entries of this person, and those about them, are nobody's. In the
    transaction of what else is forgotten of them."""
    from accounts.audit.models import Name

    Name.objects.filter(user=user).delete()
