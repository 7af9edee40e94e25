"""Scenes of many people: market, circle dance."""

from math import cos, pi, sin

from . import palette as p
from .canvas import Pen, bow, curve, rectangle, scatter
from .hills import stilt_house
from .people import figure
from .shapes import blossoms, flag_string, peaks, ridge, sun


def market():
    pen = Pen.page()
    pen.sky("#f6ecd4", "#f2dcb4", "#ecc890")
    sun(pen, 200, 130, 52)
    peaks(pen, "#d8c29a", 330, ((120, 170, 180), (360, 230, 200), (620, 160, 190), (850, 250, 210)))
    peaks(pen, "#a9ac88", 344, ((240, 120, 190), (500, 140, 190), (730, 110, 170), (960, 160, 200)))
    ridge(pen, "#7f9a70", 318, (10, 420, 1), (4, 120, 0))
    pen.shade(rectangle(0, 352, 960, 290), "#d9a874", "#b57a48")
    flag_string(pen, (-10, 96), (480, 60), 70, 14)
    flag_string(pen, (480, 60), (970, 96), 70, 14)
    for i, (x, cloth) in enumerate(
        ((20, p.RED), (214, p.TEAL), (408, p.OCHRE), (602, "#1f4e79"), (796, p.DEEP))
    ):
        stall(pen.at(x, 246), cloth, i)
    crowd(pen)
    return pen


def stall(pen, cloth, i):
    for x in (4, 150):
        pen.rect(x, 10, 8, 170, p.BARK)
    pen.rect(14, 60, 132, 60, "#00000026")
    figure(
        pen.at(56 + 30 * (i % 2), 150, 0.72),
        p.COATS[(i * 3 + 1) % 8],
        "#2a1218",
        p.SKIN[i % 4],
        ("scarf", "hat", "turban")[i % 3],
    )
    pen.rect(-4, 112, 170, 14, "#8b5a36", 2)
    pen.rect(2, 126, 158, 56, "#a8703f")
    for k in range(8):
        pen.line([(12 + k * 20, 128), (12 + k * 20, 180)], "#7f4f2b66", 2)
    goods(pen, i)
    pen.poly([(-14, 8), (18, -40), (146, -40), (178, 8)], cloth)
    for k in range(6):
        left = -14 + k * 32
        top = 18 + k * 21.4
        if k % 2:
            pen.poly([(left, 8), (left + 32, 8), (top + 21.4, -40), (top, -40)], "#fbf5e8")
        pen.ellipse(left + 16, 8, 16, 10, cloth if k % 2 == 0 else "#fbf5e8")


def goods(pen, i):
    if i % 2:
        for k in range(4):
            fill = (p.RED, p.GOLD, p.TEAL, "#f1e7d6")[k]
            pen.rect(10 + k * 38, 84, 30, 30, fill, 2)
            for row in (90, 98, 106):
                pen.line([(12 + k * 38, row), (38 + k * 38, row)], "#1c141366", 2)
        return
    for k in range(3):
        pen.ellipse(32 + k * 50, 112, 24, 9, "#b5803f")
        blossoms(
            pen,
            32 + k * 50,
            103,
            20,
            16,
            ((p.RED, p.CORAL), ("#4f8550", "#6d9a5f"), (p.GOLD, "#f4d27a"))[k],
            7,
        )


def crowd(pen):
    people = (
        (330, 520, 1.22, "#2c3e3a", "#1c2a36", "turban", "shirt"),
        (560, 512, 1.16, "#22303f", "#2a1218", "scarf", "skirt"),
        (640, 522, 1.24, "#f1e7d6", "#1c2a36", "hat", "shirt"),
        (96, 566, 1.5, "#22303f", "#2a1218", "scarf", "skirt"),
        (216, 606, 1.7, "#4a1418", "#22303f", "hat", "skirt"),
        (420, 604, 1.66, "#c8202a", "#2a1218", "scarf", "skirt"),
        (762, 600, 1.62, "#22303f", "#1c2a36", "hat", "shirt"),
        (876, 584, 1.56, "#2e5f4c", "#2a1218", "scarf", "skirt"),
    )
    for i, (x, y, size, coat, legs, head, dress) in enumerate(people):
        pen.ellipse(x, y + 2, 46 * size, 8, "#6b3f2455")
        left, right = ((-26, -70), (34, -60)) if i % 2 == 0 else ((-36, -62), (26, -70))
        body = pen.at(x, y, size)
        figure(body, coat, legs, p.SKIN[i % 4], head, left, right, dress)
        if i % 3 == 1:
            basket(body.at(-42, -20))
        elif i % 3 == 0:
            basket(body.at(40, -18), p.LEAVES[2])
    figure(
        pen.at(506, 618, 0.95),
        "#f3c55a",
        "#22303f",
        p.SKIN[1],
        "scarf",
        (-22, -70),
        (36, -92),
        "skirt",
    )


def basket(pen, filling="#f4d27a"):
    pen.line(bow(0, -34, 17, 22, 180, 360), "#8b5a36", 3)
    blossoms(pen, 0, -32, 16, 12, (filling, p.CORAL), 6)
    pen.poly([(-20, -32), (20, -32), (14, 2), (-14, 2)], "#c99a52")
    for y in (-24, -14, -5):
        pen.line([(-17, y), (17, y)], "#8b5a3688", 2)


def circle_dance():
    pen = Pen.page()
    pen.sky("#241830", "#4d2038", "#8f3a34", "#d9804a")
    for i in range(50):
        pen.circle(
            960 * scatter(i + 1, 2), 190 * scatter(i + 1, 4), 0.8 + scatter(i + 1, 6), "#fff1cc99"
        )
    peaks(pen, "#4a2440", 380, ((110, 210, 200), (360, 150, 190), (640, 190, 210), (880, 250, 220)))
    ridge(pen, "#331b33", 372, (16, 420, 1), (6, 120, 0))
    stilt_house(pen.at(150, 330, 0.62))
    stilt_house(pen.at(820, 330, 0.62))
    pen.shade(rectangle(0, 384, 960, 260), "#5a2c2a", "#331a1e")
    for r, alpha in ((420, "18"), (320, "22"), (220, "30"), (130, "44")):
        pen.ellipse(480, 500, r, r * 0.32, "#f6a04a" + alpha)
    flag_string(pen, (-10, 90), (480, 50), 66, 14)
    flag_string(pen, (480, 50), (970, 90), 66, 14)
    ring_of_dancers(pen)
    return pen


def ring_of_dancers(pen):
    """Twenty people hand in hand around the fire, the far ones first."""
    places = []
    for i in range(20):
        a = (i + 0.5) / 20 * 2 * pi
        places.append((480 + 356 * cos(a), 506 + 92 * sin(a), i))
    places.sort(key=lambda place: place[1])
    for x, y, i in [q for q in places if q[1] < 506]:
        dancer(pen, x, y, i)
    bonfire(pen.at(480, 506))
    for x, y, i in [q for q in places if q[1] >= 506]:
        dancer(pen, x, y, i)


def dancer(pen, x, y, i):
    size = 0.72 + (y - 414) / 184 * 0.62
    coats = ("#22303f", "#c8202a", "#2e5f4c", "#4a1418", "#f1e7d6")
    pen.ellipse(x, y + 2, 30 * size, 6, "#1c101466")
    men = i % 4 == 3
    figure(
        pen.at(x, y, size),
        coats[i % 5],
        "#1c2a36" if men else "#2a1218",
        p.SKIN[i % 4],
        ("scarf", "scarf", "bun", "turban")[i % 4],
        (-44, -90),
        (44, -90),
        "shirt" if men else "skirt",
    )


def bonfire(pen):
    for turn in (-32, 30, -10):
        pen.at(0, 6, turn=turn).rect(-58, -6, 116, 13, "#4a2a19", 6)
    for width, height, fill in (
        (56, 170, "#c8202a"),
        (42, 132, "#e2703a"),
        (28, 92, "#f3a63a"),
        (15, 52, "#fff1cc"),
    ):
        flame = curve(
            (0, -height),
            (width * 0.2, -height * 0.6),
            (width * 1.3, -height * 0.45),
            (width * 0.6, 0),
        )
        flame += curve(
            (-width * 0.6, 0),
            (-width * 1.3, -height * 0.3),
            (-width * 0.5, -height * 0.5),
            (0, -height),
        )
        pen.poly(flame, fill)
    for i in range(22):
        pen.circle(
            -70 + 140 * scatter(i + 1, 3),
            -120 - 150 * scatter(i + 1, 8),
            1.4 + 1.8 * scatter(i + 1, 5),
            "#f6c566cc",
        )
