"""Scenes of election day and the stage."""

from . import palette as p
from .canvas import Pen, rectangle
from .halls import curtain, slogan, village_window
from .people import back, conical_hat, figure
from .shapes import blossoms, pot, star


def ballot():
    pen = Pen.page("#efdfbe")
    curtain(pen, 330, 300, 330, 12)
    star(pen, 480, 130, 50)
    pen.rect(392, 204, 176, 15, p.STAR, 3)
    pen.rect(418, 232, 124, 11, "#e0a050", 3)
    for x in (60, 742):
        village_window(pen, x + 18, 70, x < 480)
    for i in range(14):
        pen.poly([(i * 70 - 10, 0), (i * 70 + 54, 0), (i * 70 + 22, 40)], (p.RED, p.GOLD)[i % 2])
    pen.rect(0, 352, 960, 288, "#a8663a")
    pen.rect(0, 346, 960, 10, p.WOOD)
    pen.ellipse(480, 598, 420, 44, "#8b4f2a55")
    voters(pen)
    ballot_box(pen.at(480, 452))
    return pen


def voters(pen):
    people = (
        (72, "#22303f", "#1c2a36", "turban", "shirt"),
        (176, "#2c3e3a", "#22303f", "scarf", "skirt"),
        (278, "#f1e7d6", "#22303f", None, "shirt"),
        (672, "#c8202a", "#fbf5e8", "bun", "tunic"),
        (782, "#4a1418", "#2a1218", "scarf", "skirt"),
        (888, "#d8c4a0", "#3b2a2a", "grey", "shirt"),
    )
    for i, (x, coat, legs, head, dress) in enumerate(people):
        toward = 1 if x < 480 else -1
        pen.ellipse(x, 584, 52, 8, "#5f2e1a44")
        body = pen.at(x, 584, 1.72, mirror=toward < 0)
        near = (40, -92) if i in (2, 3) else (22, -80)
        figure(body, coat, legs, p.SKIN[i % 4], head, (-24, -70), near, dress)
        body.poly(
            [
                (near[0] - 4, near[1] - 13),
                (near[0] + 15, near[1] - 11),
                (near[0] + 12, near[1] + 1),
                (near[0] - 7, near[1] - 2),
            ],
            p.CREAM,
        )


def ballot_box(pen):
    pen.poly([(-170, 30), (170, 30), (196, 60), (-196, 60)], "#7a4427")
    pen.rect(-196, 60, 392, 18, "#5a2f1b", 2)
    for x in (-176, 156):
        pen.rect(x, 76, 20, 108, "#5a2f1b", 2)
    pen.poly([(-96, -122), (96, -122), (112, -98), (-112, -98)], "#e5484d")
    pen.shade(rectangle(-112, -98, 224, 142), "#c8202a", "#9c141b")
    pen.rect(-40, -114, 80, 8, p.WINE, 3)
    pen.poly([(-26, -156), (22, -162), (28, -110), (-22, -110)], p.CREAM)
    for k in range(3):
        pen.line([(-16, -144 + k * 10), (14, -147 + k * 10)], "#b8a884", 2)
    star(pen, 0, -30, 40)
    pen.rect(-112, 34, 224, 10, p.GOLD)
    for x in (-146, 146):
        pot(pen, x, 42, 48)


def stage():
    """An amateur company dancing with conical hats."""
    pen = Pen.page("#2a1020")
    curtain(pen, 0, 960, 452, 40, "#5e0b14", "#a3161b")
    for x, tint in ((170, "#f6c56624"), (480, "#fff1cc2e"), (790, "#f6c56624")):
        pen.poly([(x - 22, 0), (x + 22, 0), (x + 150, 486), (x - 150, 486)], tint)
        pen.rect(x - 26, 26, 52, 22, p.INK, 5)
    star(pen, 480, 112, 44)
    slogan(pen, 480, 176, (300, 220), 13)
    pen.shade(rectangle(0, 438, 960, 110), "#c9803f", "#7a3a24")
    for i in range(-2, 22):
        pen.line([(i * 48, 438), (480 + (i * 48 - 480) * 1.5, 548)], "#5f2e1a40", 1.5)
    dancers(pen)
    pen.rect(0, 536, 960, 110, "#3d1512")
    pen.rect(0, 534, 960, 7, p.GOLD)
    for i in range(16):
        blossoms(pen, 30 + i * 60, 532, 24, 9, (p.RED, p.GOLD, p.CORAL, p.LEAVES[1]), 6)
    for r, (y, size, step) in enumerate(((596, 0.9, 84), (650, 1.15, 110))):
        for i in range(-1, 13):
            back(
                pen.at(i * step + 30 + r * 40, y, size),
                "#1c0c0e",
                "#3a1c18",
                ("short", "bun", "long")[(i + r) % 3],
            )
    return pen


def dancers(pen):
    tunics = ("#f3c55a", "#f2aeb6", "#fbf5e8", "#f2aeb6", "#f3c55a")
    for i, x in enumerate((150, 315, 480, 645, 810)):
        y, size = (512, 1.75) if i == 2 else (496, 1.55)
        pen.ellipse(x, y + 2, 50, 7, "#3d151266")
        body = pen.at(x, y, size, turn=(i - 2) * 3)
        hand = (34, -158) if i >= 2 else (-34, -158)
        low = (-32, -78) if i >= 2 else (32, -78)
        left, right = (hand, low) if hand[0] < 0 else (low, hand)
        figure(body, tunics[i], p.CREAM, p.SKIN[i % 2], "bun", left, right, "tunic")
        conical_hat(body.at(*hand, 1.0, turn=24 if hand[0] > 0 else -24))
        conical_hat(body.at(low[0], low[1], 0.8, turn=160 if low[0] > 0 else 200))
