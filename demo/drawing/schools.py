"""Scenes of school and health station."""

from . import palette as p
from .canvas import Pen, bow, curve, rectangle
from .people import figure
from .shapes import blossoms, cloud, flag, palm, peaks, pot, ridge, tiled_roof, window


def school():
    pen = Pen.page()
    pen.sky("#cfe3df", "#eef0dc", "#f8e6bc")
    cloud(pen, 90, 80, 200, "#ffffffcc")
    cloud(pen, 540, 56, 150, "#ffffffaa")
    ridge(pen, "#a9bd9c", 320, (36, 560, 1), (10, 180, 0))
    ridge(pen, "#7fa27a", 362, (22, 640, 3), (6, 170, 2))
    pen.shade(rectangle(0, 430, 960, 210), "#e3c08a", "#cf9f63")
    school_house(pen)
    pen.rect(0, 424, 960, 10, "#a8764a")
    flag(pen, 210, 130, 128, pole=330)
    pen.poly([(168, 470), (248, 470), (262, 486), (154, 486)], "#f0e2c2")
    pen.rect(150, 486, 116, 10, "#b8a884")
    flame_tree(pen)
    children(pen)
    return pen


def school_house(pen):
    x, width = 292, 500
    pen.rect(x, 232, width, 200, "#f7e6b8")
    pen.rect(x, 324, width, 9, "#d9b26a")
    for i in range(5):
        left = x + 20 + i * 97
        for y in (254, 348):
            window(pen, left + 8, y, 56, 52, "#9cc3c0", "#2e6b62", 4)
        pen.rect(left + 80, 240, 8, 192, "#ead09a")
    pen.rect(x - 6, 316, width + 12, 5, p.RED)
    pen.rect(x + 216, 346, 60, 86, "#8b5a36")
    tiled_roof(pen, x, 234, width, 58, "#b5402c", 22)
    pen.poly([(486, 180), (598, 180), (542, 142)], "#c8202a")
    pen.circle(542, 167, 9, p.STAR)


def flame_tree(pen):
    """A flamboyant in bloom, the tree of every schoolyard."""
    pen.line(curve((872, 560), (866, 470), (884, 400), (850, 300)), p.BARK, 26)
    pen.line(curve((872, 420), (900, 360), (920, 330), (950, 300)), p.BARK, 14)
    pen.line(curve((864, 380), (830, 340), (800, 330), (770, 300)), p.BARK, 12)
    for x, y, r in ((760, 270, 64), (840, 214, 84), (930, 250, 80), (880, 300, 66), (800, 310, 50)):
        pen.ellipse(x, y, r, r * 0.62, "#3f7355")
        blossoms(pen, x, y - 12, r * 1.05, 60, ("#d8301f", "#e2562a", "#c8202a", "#f07a3a"), 8)
    pen.ellipse(872, 566, 66, 12, "#8b5a3666")
    blossoms(pen, 860, 566, 90, 22, ("#d8301f", "#e2562a"), 3.5)


def children(pen):
    places = (
        (92, 560, 0.95, None),
        (366, 524, 0.8, "skip"),
        (470, 600, 1.1, None),
        (560, 590, 1.05, "up"),
        (650, 520, 0.8, None),
        (716, 528, 0.82, "up"),
    )
    for i, (x, y, size, play) in enumerate(places):
        pen.ellipse(x, y + 1, 30 * size, 6, "#8b5a3655")
        left, right = ((-34, -138), (34, -138)) if play == "up" else ((-32, -80), (32, -84))
        child = pen.at(x, y, size, turn=-4 if i % 2 else 4)
        figure(
            child,
            "#fbf5e8",
            "#22303f" if i % 2 else "#2e4b73",
            p.SKIN[i % 3],
            "bun" if i % 3 == 2 else None,
            left,
            right,
        )
        child.poly([(-12, -112), (12, -112), (0, -94)], p.RED)
        if play == "skip":
            child.line(curve((-34, -82), (-90, 20), (90, 20), (34, -82), 30), p.RED, 3)
    pen.circle(516, 604, 13, p.CREAM)
    pen.circle(516, 604, 5, p.INK)


def health_station():
    pen = Pen.page()
    pen.sky("#d9e6dc", "#f3ecd2", "#f6deae")
    cloud(pen, 110, 84, 200, "#ffffffcc")
    cloud(pen, 660, 62, 170, "#ffffffaa")
    peaks(pen, "#b9c4a4", 380, ((150, 190, 200), (420, 120, 190), (820, 230, 230)))
    ridge(pen, "#86a883", 352, (20, 560, 2), (6, 150, 0))
    pen.shade(rectangle(0, 440, 960, 200), "#c6cf9a", "#93b577")
    pen.poly([(400, 448), (540, 448), (690, 650), (230, 650)], "#eadcc0")
    palm(pen, 92, 470, 190, "#3f7355")
    clinic(pen)
    for x in (172, 770):
        pot(pen, x, 470, 66)
    patients(pen)
    return pen


def clinic(pen):
    pen.rect(200, 262, 540, 190, "#fbf5e8")
    pen.rect(200, 400, 540, 52, "#dfe8da")
    for x in (228, 306, 580, 658):
        window(pen, x, 300, 52, 66, "#a9cbc4", "#2e7c6e", 5)
    pen.rect(414, 300, 112, 152, "#2e7c6e")
    pen.rect(422, 308, 46, 144, "#bcd8d0")
    pen.rect(472, 308, 46, 144, "#bcd8d0")
    pen.rect(388, 272, 164, 18, "#2e7c6e", 4)
    pen.rect(404, 278, 132, 6, p.CREAM, 2)
    tiled_roof(pen, 200, 264, 540, 66, "#b5502f", 24)
    pen.circle(470, 214, 37, p.CREAM)
    pen.circle(470, 214, 31, "#2e7c6e")
    pen.rect(463, 194, 14, 40, p.CREAM)
    pen.rect(450, 207, 40, 14, p.CREAM)
    flag(pen, 826, 190, 70, pole=280)
    pen.rect(376, 448, 188, 10, "#d8c8a8")
    pen.rect(362, 458, 216, 10, "#c9b793")


def patients(pen):
    people = (
        (386, 560, 1.42, "#fbf5e8", "#fbf5e8", "cap", "shirt", (-24, -74), (40, -92)),
        (470, 562, 1.3, "#4a1418", "#2a1218", "scarf", "skirt", (-24, -84), (22, -74)),
        (640, 590, 1.4, "#d8c4a0", "#3b2a2a", "grey", "shirt", (-26, -72), (34, -74)),
        (566, 586, 1.46, "#fbf5e8", "#2e7c6e", "bun", "tunic", (-26, -74), (44, -90)),
        (250, 540, 1.12, "#2c3e3a", "#22303f", "hat", "shirt", (-24, -72), (24, -72)),
        (196, 542, 0.8, "#f3c55a", "#22303f", None, "shirt", (-24, -72), (32, -96)),
    )
    for i, (x, y, size, coat, legs, head, dress, left, right) in enumerate(people):
        pen.ellipse(x, y + 2, 40 * size, 7, "#5a6b4a44")
        figure(pen.at(x, y, size), coat, legs, p.SKIN[i % 4], head, left, right, dress)
    pen.line([(690, 488), (694, 592)], p.WOOD, 5)
    for x, y in ((386, 436), (566, 440)):
        pen.line(bow(x, y - 12, 14, 20, 20, 160), p.TEAL, 3)
        pen.circle(x + 2, y + 10, 5, p.TEAL)
