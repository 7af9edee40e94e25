"""Scenes of fresh water: flood, lanterns, lotus."""

from . import palette as p
from .canvas import Pen, curve, oval, rectangle, scatter
from .people import figure
from .shapes import cloud, flag, palm, peaks, ridge, sun, tree, waves


def flood_rescue():
    pen = Pen.page()
    pen.sky(*p.RAIN, "#a9a88e")
    for y, x, size in ((36, -40, 420), (80, 300, 460), (30, 620, 420)):
        cloud(pen, x, y, size, "#2f3b4077")
    ridge(pen, "#66756c", 268, (26, 420, 1), (9, 130, 0))
    ridge(pen, "#4f6158", 304, (18, 520, 3), (6, 160, 2))
    drowned_houses(pen)
    waves(pen, 352, ("#a08a5e", "#94794c"), depth=44, crest=5)
    roof_in_water(pen.at(704, 420))
    waves(pen, 428, ("#876b42",), crest=6)
    rescue_boat(pen.at(360, 520))
    waves(pen, 532, ("#76592f", "#684d28"), depth=52, crest=8)
    rain(pen)
    return pen


def drowned_houses(pen):
    for x, y, size in ((90, 350, 1.0), (300, 344, 0.8)):
        house = pen.at(x, y, size)
        house.rect(-60, -34, 120, 60, "#c9b48a")
        house.poly([(-78, -34), (78, -34), (52, -84), (-52, -84)], "#7a4030")
        house.rect(-36, -22, 24, 26, "#3a3a30")
        house.rect(16, -22, 24, 26, "#3a3a30")
    for x, y, size in ((200, 372, 96), (520, 376, 120), (580, 372, 84), (900, 378, 130)):
        tree(pen, x, y, size, "#3f5a48", "#3c2a19")
    palm(pen, 440, 390, 150, "#3f5a48", "#3c2a19", lean=22)


def roof_in_water(pen):
    pen.poly([(-150, 10), (150, 10), (104, -78), (-104, -78)], "#8f4030")
    for i in range(1, 5):
        y = -78 + i * 17.6
        pen.line([(-104 - i * 9.2, y), (104 + i * 9.2, y)], "#00000033", 2)
    pen.rect(-108, -84, 216, 9, "#6b2f22", 3)
    for x, coat in ((-30, "#d8c4a0"), (24, "#c8202a")):
        person = pen.at(x, -78, 0.86)
        figure(
            person,
            coat,
            p.INDIGO,
            p.SKIN[1],
            "hat" if x < 0 else None,
            (-34, -132) if x < 0 else (-20, -76),
            (24, -76) if x < 0 else (36, -134),
        )


def rescue_boat(pen):
    passengers = (
        (-118, 1.0, "#e8742a", "cap"),
        (-58, 0.94, "#d8c4a0", "grey"),
        (0, 0.9, "#4a1418", "scarf"),
        (54, 0.72, "#f3c55a", None),
        (118, 1.02, "#e8742a", "cap"),
    )
    for i, (x, size, coat, head) in enumerate(passengers):
        body = pen.at(x, 8, size * 1.06)
        figure(body, coat, p.INDIGO, p.SKIN[i % 4], head, (-28, -66), (30, -66))
        if coat != "#e8742a":
            body.poly([(-16, -108), (-5, -108), (-3, -60), (-18, -60)], "#e8742a")
            body.poly([(16, -108), (5, -108), (3, -60), (18, -60)], "#e8742a")
        else:
            body.rect(-18, -88, 36, 6, "#fff1cc")
    pen.line([(146, -66), (214, 40)], "#8b5a36", 6)
    flag(pen, -196, -120, 60, pole=110)
    pen.poly([(-214, -42), (-150, -20), (150, -20), (206, -40), (172, 34), (-176, 34)], "#3d5a3c")
    pen.poly(
        [
            (-214, -42),
            (-150, -20),
            (150, -20),
            (206, -40),
            (202, -28),
            (150, -8),
            (-150, -8),
            (-208, -30),
        ],
        "#c8202a",
    )
    for x in (-110, 0, 110):
        pen.circle(x, 12, 11, p.CREAM)
        pen.circle(x, 12, 6, "#3d5a3c")


def rain(pen):
    for i in range(150):
        x, y = 1040 * scatter(i + 1, 2) - 20, 640 * scatter(i + 1, 4)
        long = 22 + 22 * scatter(i + 1, 8)
        pen.line([(x, y), (x - long * 0.32, y + long)], "#e8efe855", 1.6)


def lantern_river():
    pen = Pen.page()
    pen.sky("#14162e", "#25264a", "#4a3a5e", "#7a5566")
    for i in range(70):
        pen.circle(
            960 * scatter(i + 1, 2),
            240 * scatter(i + 1, 4),
            0.7 + 1.1 * scatter(i + 1, 6),
            "#fff1ccaa",
        )
    sun(pen, 660, 138, 62, "#fdf3d6", "#fdf3d6")
    for x, y, r in ((642, 122, 10), (680, 152, 14), (664, 108, 6)):
        pen.circle(x, y, r, "#ecdcb4")
    peaks(pen, "#2f2c50", 350, ((120, 200, 190), (360, 140, 180), (560, 180, 190), (860, 240, 230)))
    peaks(pen, "#211f3e", 362, ((240, 110, 180), (470, 90, 170), (740, 130, 190), (940, 140, 180)))
    pen.shade(rectangle(0, 350, 960, 300), "#3a3358", "#171934")
    moon_path(pen)
    lanterns(pen)
    pen.poly([*curve((-10, 566), (120, 556), (230, 590), (330, 660)), (-10, 660)], "#0f1024")
    people_on_the_bank(pen)
    bamboo(pen)
    return pen


def moon_path(pen):
    for i in range(34):
        y = 358 + i * 8
        half = 16 + 56 * scatter(i + 1, 3) + i * 0.8
        x = 660 + 30 * (scatter(i + 1, 7) - 0.5)
        pen.rect(x - half, y, half * 2, 3 + i * 0.05, "#fdf3d6" + f"{90 - i * 2:02x}", 1.5)


def lanterns(pen):
    for i in range(46):
        depth = (i + 1) / 46
        x = 960 * scatter(i + 1, 12)
        y = 372 + 250 * depth**1.5
        size = 0.22 + depth * 1.05
        floating(pen.at(x, y, size), i)


def floating(pen, i):
    for r, alpha in ((52, "14"), (36, "1e"), (22, "30")):
        pen.ellipse(0, -8, r, r * 0.7, "#ffc86a" + alpha)
    for k in range(5):
        pen.at(0, 4, turn=-56 + k * 28).ellipse(
            0, -12, 8, 17, ("#e88a98", "#f2aeb6", "#f6c86a")[(i + k) % 3]
        )
    pen.poly(
        curve((0, -30), (7, -20), (5, -12), (0, -10))
        + curve((0, -10), (-5, -12), (-7, -20), (0, -30)),
        "#fff1cc",
    )
    pen.ellipse(0, 6, 26, 6, "#7c1217")
    for k in range(3):
        pen.rect(-16 + k * 3, 16 + k * 9, 32 - k * 6, 3, "#ffc86a" + ("66", "44", "22")[k], 1.5)


def people_on_the_bank(pen):
    for x, y, size, dress in (
        (60, 584, 0.98, "tunic"),
        (122, 590, 0.92, "shirt"),
        (188, 604, 0.98, "tunic"),
    ):
        figure(
            pen.at(x, y, size),
            "#0b0c1c",
            "#0b0c1c",
            "#2a2233",
            "bun" if dress == "tunic" else None,
            (-20, -74),
            (30, -80),
            dress,
        )
        pen.circle(x + 30 * size, y - 86 * size, 6, "#ffd98a")
        pen.circle(x + 30 * size, y - 86 * size, 15, "#ffc86a30")


def bamboo(pen):
    """Stems leaning over the water, drooping leaves at their joints."""
    for i in range(4):
        x = 868 + i * 30
        stem = curve((x, 660), (x + 4, 420), (x - 20, 220), (x - 96 - i * 10, 80 + i * 44), 30)
        pen.line(stem, "#0f1024", 8 - i)
        for k, (px, py) in enumerate(stem[11::2]):
            for turn in (-118, -150, 162, 128):
                leaf = pen.at(
                    px,
                    py,
                    0.75 + 0.4 * scatter(k + 1, i),
                    turn=turn + 24 * scatter(k * 4 + i + 1, turn),
                )
                leaf.poly(
                    curve((0, 0), (-7, -16), (-5, -40), (0, -54))
                    + curve((0, -54), (5, -40), (7, -16), (0, 0)),
                    "#14152c",
                )


def lotus_pond():
    pen = Pen.page()
    pen.sky("#1b3f38", "#12302b", "#0d2420")
    pads = (
        (880, 110, 84, 0),
        (372, 236, 104, 1),
        (150, 178, 90, 2),
        (640, 262, 74, 0),
        (110, 420, 110, 1),
        (560, 470, 128, 2),
        (840, 392, 108, 1),
        (330, 566, 118, 0),
        (720, 604, 120, 2),
        (40, 620, 90, 2),
        (500, 96, 70, 2),
        (930, 560, 84, 0),
        (250, 60, 60, 0),
    )
    for x, y, r, tone in pads:
        lily_pad(pen.at(x, y), r, ("#2e5f4c", "#3b7158", "#28513f")[tone])
    for i in range(16):
        x, y = 960 * scatter(i + 1, 5), 640 * scatter(i + 1, 9)
        pen.line([(x, y), (x + 40, y)], "#dff0ec14", 2)
    for x, y, size in ((150, 196, 0.72), (640, 246, 0.92), (850, 430, 0.78), (372, 330, 1.5)):
        lotus(pen.at(x, y, size))
    bud(pen.at(540, 420, 1.1), -8)
    bud(pen.at(214, 470, 0.9), 10)
    dragonfly(pen.at(760, 150))
    return pen


def lily_pad(pen, r, fill):
    pen.ellipse(4, 8, r, r * 0.55, "#00000030")
    pen.ellipse(0, 0, r, r * 0.55, fill)
    for x, y in [oval(0, 0, r * 0.92, r * 0.5)[k * 6] for k in range(12)]:
        pen.line([(0, 0), (x, y)], "#12302b88", 2)
    pen.ellipse(0, 0, r * 0.12, r * 0.07, "#5f9a78")


def petal(pen, turn, length, width, fill, tip):
    blade = pen.at(0, 0, turn=turn)
    shape = curve((0, 0), (-width, -length * 0.3), (-width * 0.9, -length * 0.75), (0, -length))
    shape += curve((0, -length), (width * 0.9, -length * 0.75), (width, -length * 0.3), (0, 0))
    blade.shade(shape, tip, fill) if abs(turn) < 1 else blade.poly(shape, fill)
    blade.line([(0, -length * 0.2), (0, -length * 0.86)], "#ffffff2a", 1.6)


def lotus(pen):
    for turn in (-78, 78, -58, 58):
        petal(pen, turn, 112, 26, "#c9566e", "#e88a98")
    for turn in (-38, 38, -20, 20):
        petal(pen, turn, 122, 28, "#e07f92", "#f2aeb6")
    petal(pen, 0, 126, 28, "#e88a98", "#f9d3d4")
    for turn in (-64, 64, -36, 36):
        petal(pen, turn, 84, 24, "#f0a3ad", "#f9d3d4")
    petal(pen, 0, 78, 25, "#f2aeb6", "#fbe3e0")
    for turn in (-80, 80):
        petal(pen, turn, 62, 16, "#f6c5c8", "#f9d3d4")
    pen.ellipse(0, 4, 40, 9, "#8a3a4e")


def bud(pen, lean):
    pen.line(curve((0, 120), (4, 60), (lean, 30), (lean, 0)), "#3b7158", 6)
    petal(pen.at(lean, 6, turn=lean), 0, 78, 26, "#d8667a", "#f2aeb6")
    petal(pen.at(lean, 8, turn=lean), -10, 62, 17, "#c9566e", "#e88a98")


def dragonfly(pen):
    pen.line([(0, 0), (46, 18)], p.GOLD, 4.5)
    pen.circle(-4, -2, 6, p.CORAL)
    for turn in (-24, 16, 200, 158):
        pen.at(6, 3, turn=turn).ellipse(0, -24, 6, 24, "#dff0ec88")
