"""What a row of the table is made of."""

from dataclasses import dataclass

from accounts.roles import LABELS

VISITOR = "khách"  # nobody who signed in

SIGNED_IN = frozenset(LABELS)
EVERYBODY = SIGNED_IN | {VISITOR}
ADMINISTRATORS = frozenset({"quan_tri"})
PUBLISHERS = ADMINISTRATORS | {"thu_ky"}
EDITORS = PUBLISHERS | {"bien_tap_vien"}
WRITERS = EDITORS | {"cong_tac_vien"}
READERS = EDITORS | {"bao_cao_vien"}  # of members' papers
NOBODY = frozenset()


@dataclass(frozen=True)
class Row:
    """Who is let in by each method; NOBODY where there is no such method.

    `members`: who is let in where the address shows a members' paper; to all others there is none.
    """

    get: frozenset = NOBODY
    post: frozenset = NOBODY
    members: frozenset | None = None


def both(people):
    return Row(get=people, post=people)


@dataclass(frozen=True)
class Model:
    """Who may do what with a model in the admin; `rows` are its addresses there.

    `is_publication`: it has the pages of core.admin.PublicationAdmin too.
    """

    view: frozenset
    add: frozenset = NOBODY
    change: frozenset = NOBODY
    delete: frozenset = NOBODY
    is_publication: bool = False

    def rows(self, label):
        """{name or route of an address: Row} for the model `app_model`."""
        app, model = label.split("_", 1)
        found = {
            "changelist": both(self.view),
            "add": both(self.add),
            "change": Row(get=self.view, post=self.change),
            "history": both(self.view),
            "delete": both(self.delete),
        } | (self.publication_rows() if self.is_publication else {})
        rows = {f"admin:{label}_{page}": row for page, row in found.items()}
        return rows | {f"quan-tri/{app}/{model}/<path:object_id>/": both(EDITORS)}

    def publication_rows(self):
        return {
            "step": both(self.view),
            "copy": Row(post=self.change),
            "discard": Row(post=self.change),
            "restore": Row(post=self.change),
            "preview": both(self.view),
            "frame": both(self.view),
            "autosave": both(self.view),
            "typed": both(EDITORS),
            "forget": Row(post=EDITORS),
        }
