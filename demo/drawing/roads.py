"""Scenes on the way: bridge, road with flowers."""

from . import palette as p
from .canvas import Pen, bow, curve, rectangle, scatter
from .people import figure
from .shapes import banana, blossoms, cloud, flag, peaks, ridge, sun, tiled_roof, tree, window


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
