"""How a paper is named in a sentence and cited."""


class HasWording:
    """`kind`, `symbol`, `issued_on`, `issuer`, `title` of a paper."""

    @property
    def issued_words(self):
        """As official papers write it: 12/8/2025, 05/4/2022, 03/02/2026 (Decree 30/2020)."""
        day = self.issued_on
        month = f"{day.month:02}" if day.month < 3 else day.month
        return f"{day.day:02}/{month}/{day.year}"

    @property
    def short_name(self):
        """Hướng dẫn 51-HD/BTGTU ngày 12/8/2025; its title where it has no symbol."""
        if not self.symbol:
            return self.title
        day = f" ngày {self.issued_words}" if self.issued_on else ""
        return f"{self.kind.name} {self.symbol}{day}"

    @property
    def citation(self):
        """Hướng dẫn số 51-HD/BTGTU, ngày 12/8/2025 của Ban Tuyên giáo Tỉnh ủy: …"""
        number = f" số {self.symbol}" if self.symbol else ""
        day = f", ngày {self.issued_words}" if self.issued_on else ""
        return f"{self.kind.name}{number}{day} của {self.issuer.name}: {self.title}"
