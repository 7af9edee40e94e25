"""Woven highland cloth."""

from . import palette as p
from .canvas import Pen
from .shapes import rays


def brocade():
    page = Pen.page("#2a1218")
    pen = page.at(0, 0, 1.5)
    tones = (
        (p.RED, p.STAR),
        (p.TEAL, p.CREAM),
        (p.GOLD, p.DEEP),
        (p.CREAM, p.TEAL),
        (p.CORAL, "#f6c27a"),
    )
    rows = (
        ("band", 22),
        ("large", 114),
        ("zigzag", 200),
        ("band", 244),
        ("figures", 302),
        ("band", 362),
        ("zigzag", 404),
    )
    for kind, y in rows:
        ROWS[kind](pen, y, tones)
    return page


def diamond(pen, x, y, r, *colours):
    for k, colour in enumerate(colours):
        part = r * (1 - k / len(colours))
        pen.poly([(x, y - part), (x + part, y), (x, y + part), (x - part, y)], colour)


def large_row(pen, y, tones):
    """Great diamonds with hooked corners, and seeds between them."""
    for i in range(7):
        a, b = tones[i % 5]
        x = i * 120 - 40
        diamond(pen, x, y, 58, a, "#2a1218", b, a, "#2a1218", p.STAR)
        for side in (-1, 1):
            for up in (-1, 1):
                pen.line(
                    [
                        (x + side * 40, y + up * 30),
                        (x + side * 56, y + up * 46),
                        (x + side * 44, y + up * 56),
                    ],
                    a,
                    6,
                )
        diamond(pen, x + 60, y - 44, 14, b, a)
        diamond(pen, x + 60, y + 44, 14, b, a)


def band(pen, y, tones):
    pen.rect(0, y - 17, 960, 34, "#7c1217")
    pen.rect(0, y - 17, 960, 4, p.GOLD)
    pen.rect(0, y + 13, 960, 4, p.GOLD)
    for i in range(22):
        rays(pen, i * 30 + 2, y, 10, 8, (p.CREAM, p.STAR)[i % 2])


def zigzag(pen, y, tones):
    for k, colour in enumerate((p.TEAL, p.CREAM, p.CORAL)):
        points = [(i * 20, y - 10 + k * 9 + (10 if i % 2 else -8)) for i in range(34)]
        pen.line(points, colour, 5)


def figure_row(pen, y, tones):
    """People hand in hand, as stitched on highland cloth."""
    for i in range(12):
        x = i * 60
        a, b = tones[i % 5]
        pen.poly([(x, y - 8), (x + 20, y + 32), (x - 20, y + 32)], a)
        pen.rect(x - 4, y - 20, 8, 18, b)
        diamond(pen, x, y - 28, 11, b, a)
        pen.line([(x - 29, y - 4), (x - 12, y - 12), (x + 12, y - 12), (x + 29, y - 4)], b, 5)
        diamond(pen, x + 30, y + 22, 9, p.GOLD, "#2a1218")


ROWS = {"large": large_row, "band": band, "zigzag": zigzag, "figures": figure_row}
