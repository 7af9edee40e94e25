"""The legal state of a paper: what holds on a day."""

from django.db import models


class LegalState(models.TextChoices):
    NOT_YET = "not_yet", "Chưa có hiệu lực"
    IN_FORCE = "in_force", "Còn hiệu lực"
    PARTLY = "partly", "Hết hiệu lực một phần"
    ENDED = "ended", "Hết hiệu lực"
    REPLACED = "replaced", "Bị thay thế"
    REVOKED = "revoked", "Đã thu hồi"

    @classmethod
    def settable(cls):
        """Those that an editor may set; that a paper waits for its day follows from the day."""
        return [choice for choice in cls.choices if choice[0] != cls.NOT_YET]

    @property
    def icon(self):
        return ICONS[self]


ICONS = {
    LegalState.NOT_YET: "clock",
    LegalState.IN_FORCE: "check",
    LegalState.PARTLY: "warning",
    LegalState.ENDED: "ended",
    LegalState.REPLACED: "swap",
    LegalState.REVOKED: "ended",
}


class HasLegalState:
    """`state_set`, `effective_on`, `lapses_on` and `symbol` of a paper."""

    def state_on(self, day, *, replaced=False):
        """The LegalState on a day, or None where a paper has none.

        `replaced`: whether a paper that replaces this one is in force on that day. What an editor
        set wins. A paper that amends another leaves it in force. Slides, outlines and the like,
        with neither a symbol nor dates, were never in force and say nothing.
        """
        if self.state_set:
            return LegalState(self.state_set)
        if replaced:
            return LegalState.REPLACED
        if self.lapses_on and self.lapses_on <= day:
            return LegalState.ENDED
        if self.effective_on and self.effective_on > day:
            return LegalState.NOT_YET
        return LegalState.IN_FORCE if self.symbol or self.effective_on or self.lapses_on else None

    @property
    def legal_state(self):
        """That of today, of a paper read `with_state`."""
        return self.state_on(self.today, replaced=self.is_replaced)
