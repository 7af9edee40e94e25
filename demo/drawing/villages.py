"""Scenes of villages: bridge, road, school, health station, market, circle dance."""

from math import cos, pi, sin

from . import palette as p
from .canvas import Pen, bow, curve, rectangle, scatter
from .hills import stilt_house
from .people import figure
from .shapes import (
    banana,
    blossoms,
    cloud,
    flag,
    flag_string,
    palm,
    peaks,
    pot,
    ridge,
    sun,
    tiled_roof,
    tree,
    window,
)


def bridge():
    pen = Pen.page()
    pen.sky("#f9efd8", "#f7dcae", "#f0c084")
    sun(pen, 486, 176, 66)
    cloud(pen, 120, 90, 190)
    cloud(pen, 690, 120, 170)
    peaks(pen, "#cdbb8e", 420, ((200, 190, 210), (430, 120, 190), (760, 210, 230)))
    ridge(pen, "#9bac86", 340, (20, 480, 1.2), (7, 150, 0))
    pen.poly(
        [*curve((-10, 290), (120, 300), (190, 350), (250, 520)), (250, 660), (-10, 660)], p.HILLS[3]
    )
    pen.poly(
        [*curve((970, 270), (850, 290), (770, 340), (712, 520)), (712, 660), (970, 660)], p.HILLS[4]
    )
    stream(pen)
    span(pen)
    for x, y, size in ((40, 330, 92), (102, 342, 70), (904, 316, 96), (850, 330, 66)):
        tree(pen, x, y, size, p.LEAVES[x % 3])
    crossing(pen)
    for x, size in ((36, 150), (926, 160)):
        banana(pen, x, 646, size, "#3f7355")
    return pen


def stream(pen):
    pen.poly([(250, 520), (712, 520), (880, 660), (90, 660)], p.SEA[1])
    pen.poly([(228, 470), (742, 470), (712, 540), (250, 540)], p.SEA[0])
    for i in range(26):
        y = 486 + i * 6
        x = 230 + 470 * scatter(i + 1, 2)
        pen.line([(x, y), (x + 40 + 50 * scatter(i + 1, 5), y)], "#dff0ec66", 2.5)
    for x, y, r in ((296, 560, 24), (334, 586, 16), (640, 572, 26), (690, 606, 20), (452, 620, 18)):
        pen.ellipse(x, y, r, r * 0.6, "#8b8474")
        pen.ellipse(x - 3, y - 4, r * 0.7, r * 0.34, "#a8a190")


def span(pen):
    """A concrete arch from bank to bank, its deck at y = 350."""
    for x in (178, 742):
        pen.rect(x, 370, 40, 190, "#c9b793")
    outer, inner = bow(480, 500, 290, 138, 180, 360), bow(480, 516, 266, 122, 360, 180)
    pen.poly(outer + inner, "#d8c8a8")
    for i in range(11):
        x = 230 + i * 50
        rise = 138 * max(0.0, 1 - ((x - 480) / 290) ** 2) ** 0.5
        if rise < 128:
            pen.rect(x - 5, 366, 10, 136 - rise, "#c9b793")
    pen.rect(-10, 350, 980, 20, "#f0e2c2")
    pen.rect(-10, 368, 980, 7, "#b8a884")
    for i in range(51):
        pen.rect(i * 19.4 - 6, 318, 4, 34, p.RED)
    pen.rect(-10, 314, 980, 6, p.DEEP, 3)


def crossing(pen):
    walkers = (
        (218, 0.62, "#fbf5e8", "shirt", None),
        (262, 0.6, "#fbf5e8", "shirt", None),
        (304, 0.62, "#fbf5e8", "shirt", None),
        (610, 0.78, "#4a1418", "skirt", "scarf"),
        (700, 0.8, "#2c3e3a", "shirt", "hat"),
    )
    for i, (x, size, coat, dress, head) in enumerate(walkers):
        figure(
            pen.at(x, 352, size), coat, "#2a2a3a", p.SKIN[i % 4], head, (-26, -74), (26, -74), dress
        )
        if coat == "#fbf5e8":
            pen.poly([(x - 8, 284), (x + 8, 284), (x, 296)], p.RED)
    motorbike(pen.at(460, 350, 0.9))
    for i in range(51):
        pen.rect(i * 19.4 - 6, 332, 3, 20, p.RED)
    flag(pen, 116, 214, 74, pole=136)
    flag(pen, 838, 214, 74, pole=136)


def motorbike(pen):
    """A rider with sacks of maize."""
    for x in (-46, 46):
        pen.circle(x, -18, 18, p.INK)
        pen.circle(x, -18, 9, "#b8a884")
    pen.poly([(-52, -34), (20, -40), (38, -26), (10, -18), (-40, -20)], p.RED)
    pen.line([(40, -22), (28, -62), (16, -64)], p.INK, 5)
    pen.rect(-70, -84, 40, 46, "#d9b26a", 10)
    pen.rect(-70, -66, 40, 5, "#a8762e")
    pen.line([(-14, -44), (14, -40), (16, -16)], p.INDIGO, 12)
    pen.line([(-14, -46), (-8, -88)], "#2e5f4c", 24)
    pen.line([(-6, -84), (18, -66)], "#2e5f4c", 9)
    pen.circle(-4, -108, 13, p.SKIN[1])
    pen.poly(bow(-4, -110, 16, 15, 180, 360), p.GOLD)


def flower_road():
    pen = Pen.page()
    pen.sky("#f7ecd2", "#f8deb0", "#f3c68c")
    sun(pen, 480, 200, 64)
    cloud(pen, 120, 84, 200)
    cloud(pen, 660, 110, 190)
    ridge(pen, "#bcc29a", 296, (20, 460, 0.6), (7, 150, 1))
    ridge(pen, "#7fa27a", 318, (10, 520, 2.4), (4, 130, 0))
    pen.shade(rectangle(0, 320, 960, 320), "#86b06a", "#4d8a4f")
    paddies(pen)
    pen.poly([(466, 320), (494, 320), (800, 650), (160, 650)], "#e6dac0")
    pen.poly([(479, 320), (481, 320), (500, 650), (460, 650)], "#fbf5e8")
    for x, y, size, wall in (
        (120, 332, 1.0, "#f3deb0"),
        (262, 326, 0.72, "#f7efe0"),
        (700, 326, 0.74, "#f0cf98"),
        (840, 332, 1.05, "#f7efe0"),
    ):
        farmhouse(pen.at(x, y, size), wall)
    for i in range(9):
        depth = (i / 8) ** 1.8
        borders(pen, 330 + 310 * depth, depth)
    cyclists(pen)
    return pen


def paddies(pen):
    for i in range(9):
        y = 326 + i * i * 4.6
        for side in (-1, 1):
            pen.line(
                [(480 + side * (16 + (y - 320)), y), (480 + side * 520, y + 3 * i)],
                "#e9e2a066",
                1.5 + i * 0.5,
            )
    for k in (1, 2, 3, 4):
        for side in (-1, 1):
            pen.line([(480 + side * k * 40, 322), (480 + side * k * 420, 650)], "#2f6b4255", 2)


def farmhouse(pen, wall):
    pen.rect(-60, -52, 120, 56, wall)
    for x in (-44, 22):
        window(pen, x, -38, 20, 24, "#8fb0a0", p.BROWN, 3)
    pen.rect(-11, -36, 22, 40, p.BROWN)
    tiled_roof(pen, -60, -50, 120, 34, "#b5502f")
    tree(pen, 88, 4, 70, p.LEAVES[1])
    flag(pen, -76, -74, 26, pole=78)


def borders(pen, y, depth):
    """Flower beds on both sides of the road, larger as they come nearer."""
    size = 0.16 + depth
    for side in (-1, 1):
        x = 480 + side * (20 + (y - 320) * 1.07)
        pen.ellipse(x, y, 56 * size, 18 * size, p.LEAVES[0])
        blossoms(
            pen,
            x,
            y - 14 * size,
            54 * size,
            26,
            (p.GOLD, p.RED, "#f28ba0", p.STAR, p.CORAL),
            8 * size,
        )
        if depth > 0.02:
            post = pen.at(x + side * 62 * size, y, size)
            post.rect(-3, -190, 6, 190, "#5a4a3a")
            post.rect(-3 - 30 * (side > 0), -190, 36, 6, "#5a4a3a", 2)
            post.ellipse(-22 * side, -182, 14, 7, p.CREAM)


def cyclists(pen):
    for x, y, size, coat, hat in (
        (424, 478, 0.72, "#fbf5e8", "hat"),
        (552, 560, 1.0, "#c8202a", None),
    ):
        bicycle(pen.at(x, y, size), coat, hat)


def bicycle(pen, coat, hat):
    """A cyclist seen from behind."""
    pen.ellipse(0, 2, 30, 6, "#8b7a5c66")
    pen.rect(-4, -64, 8, 66, p.INK, 4)
    pen.rect(-13, -72, 26, 8, p.INK, 3)
    for side in (-1, 1):
        pen.line([(side * 10, -76), (side * 17, -30)], p.INDIGO, 12)
    pen.poly([(-20, -138), (20, -138), (16, -70), (-16, -70)], coat)
    for side in (-1, 1):
        pen.line([(side * 19, -132), (side * 30, -100)], coat, 10)
    pen.line([(-36, -98), (36, -98)], "#5a5a5a", 4)
    pen.circle(0, -154, 15, p.INK)
    pen.rect(-5, -144, 10, 10, p.SKIN[1])
    if hat:
        pen.poly([(-32, -154), (0, -182), (32, -154)], "#ecd9a6")


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
