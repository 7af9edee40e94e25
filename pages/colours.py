"""The board's colours: whether they can be read, and their stylesheet.

The house's colours stand in static/css/tokens.css. A board may choose four; everything that is
written in them, or over them, must reach 4.5 : 1 (WCAG 2.2, 1.4.3) in light and in dark.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError

ENOUGH = 4.5
WHITE, CREAM, SLOGAN = "#ffffff", "#fde9bd", "#ffe7ae"
GROUNDS = {"nền giấy": "#fbf8f3", "nền trắng": WHITE, "dải màu cát": "#f5eee3"}
DARK_GROUNDS = {"nền tối": "#171210", "ô nền tối": "#211a17", "dải tối": "#231c18"}
DEEPER = 0.76  # of the cloth: the ground of the slogan


@dataclass(frozen=True)
class Colours:
    """`cloth` is the header's, `accent` that of links, marks and buttons; each light and dark."""

    cloth: str = "#a5171c"
    cloth_dark: str = "#7d1015"
    accent: str = "#a3161b"
    accent_dark: str = "#ffb3a3"

    @classmethod
    def of(cls, row):
        return cls(*(getattr(row, name) for name in cls.__dataclass_fields__))

    @classmethod
    def named(cls, key):
        """Those of an address: six digits each, with hyphens."""
        return cls(*(f"#{part}" for part in key.split("-")))

    @property
    def key(self):
        """Their name in the address of the stylesheet; "" for the house's own."""
        if self == Colours():
            return ""
        return "-".join(getattr(self, name)[1:] for name in self.__dataclass_fields__)

    def faults(self):
        """{name of a field: what cannot be read}"""
        return {
            name: f"Không đủ tương phản để đọc: {', '.join(found)} (cần ít nhất 4,5 : 1)."
            for name, found in self._unreadable()
            if found
        }

    def check(self):
        if faults := self.faults():
            raise ValidationError(faults)

    def _unreadable(self):
        for name in ("cloth", "cloth_dark"):
            cloth = getattr(self, name)
            deep = deeper(cloth)
            pairs = [("chữ trắng", WHITE, cloth), ("dòng trên tên", CREAM, cloth)]
            yield name, told([*pairs, ("khẩu hiệu", SLOGAN, deep)])
        on_paper = [(f"chữ trên {where}", self.accent, g) for where, g in GROUNDS.items()]
        yield "accent", told([*on_paper, ("chữ trắng trên nút", WHITE, self.accent)])
        yield (
            "accent_dark",
            told([(f"chữ trên {where}", self.accent_dark, g) for where, g in DARK_GROUNDS.items()]),
        )

    def stylesheet(self):
        light = f"--mast:{self.cloth};--mast-deep:{deeper(self.cloth)};"
        light += f"--red:{self.accent};--fill:{self.accent}"
        dark = f"--mast:{self.cloth_dark};--mast-deep:{deeper(self.cloth_dark)};"
        dark += f"--red:{self.accent_dark};--fill:#f2c14e"
        return (
            f":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
            # Buttons and the current page keep the gold of the dark look.
        )


def told(pairs):
    """The pairs that are too weak, with their ratio as Vietnamese write numbers."""
    weak = ((what, contrast(text, ground)) for what, text, ground in pairs)
    return [f"{what} chỉ {ratio:.1f}".replace(".", ",") for what, ratio in weak if ratio < ENOUGH]


def contrast(one, other):
    """WCAG's ratio of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    red, green, blue = (linear(part / 255) for part in parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part):
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def parts(colour):
    return bytes.fromhex(colour[1:])


def deeper(colour):
    return "#" + "".join(f"{round(part * DEEPER):02x}" for part in parts(colour))
