"""Scenes of work in the open: harvest, planting, loudspeaker."""

from . import palette as p
from .canvas import Pen, curve, rectangle, scatter, wave
from .people import figure
from .shapes import banana, cloud, peaks, ridge, sun, tree


def harvest():
    pen = Pen.page()
    pen.sky("#f7ead0", "#f6d49a", "#efb870")
    sun(pen, 190, 150, 54)
    cloud(pen, 380, 84, 220)
    cloud(pen, 720, 130, 140)
    peaks(pen, "#b9b892", 300, ((60, 130, 230), (330, 170, 180), (560, 120, 170), (800, 190, 210)))
    peaks(pen, "#7f9a78", 312, ((200, 90, 170), (450, 110, 170), (690, 130, 170), (930, 110, 190)))
    pen.rect(0, 302, 960, 24, "#3f6350")
    for i in range(20):
        tree(pen, 20 + i * 50, 326, 26 + 16 * scatter(i + 1, 4), p.LEAVES[i % 3])
    rice_field(pen)
    harvesters(pen)
    near_rice(pen)
    return pen


def rice_field(pen):
    pen.shade(rectangle(0, 322, 960, 320), "#ecc568", "#d69a3a")
    for i in range(15):
        y = 330 + i * i * 1.45
        for k in range(74 - i * 3):
            x = k * (13 + i) + 7 * scatter(k + 1, i)
            tall = 5 + i * 1.5
            pen.line(
                [(x, y), (x + 2 + i * 0.2, y - tall)],
                "#fbe3a0aa" if k % 2 else "#b97f2c88",
                1 + i * 0.12,
            )
    pen.poly([(150, 640), (330, 640), (452, 330), (440, 330)], "#b9853f")
    pen.poly([(190, 640), (290, 640), (448, 332), (444, 332)], "#c99a52")


def harvesters(pen):
    bent = (
        (120, 470, 0.9, "#22303f"),
        (600, 452, 0.85, "#8a1016"),
        (690, 486, 0.95, "#2c3e3a"),
        (880, 440, 0.8, "#c8202a"),
    )
    for i, (x, y, size, coat) in enumerate(bent):
        stooping(pen.at(x, y, size, mirror=i % 2 == 1), coat)
    carrier(pen.at(380, 540, 1.45))
    for x, y in ((112, 566), (148, 574), (130, 552)):
        sheaf(pen.at(x, y, 1.0))


def stooping(pen, coat):
    """A reaper bent over the rice."""
    for side in (0, 14):
        pen.line([(side, 0), (side + 2, -46)], p.INDIGO, 13)
    pen.line([(8, -52), (46, -76)], coat, 30)
    pen.line([(46, -74), (66, -34)], coat, 10)
    pen.circle(67, -30, 5.5, p.SKIN[1])
    pen.circle(68, -84, 13, p.SKIN[1])
    pen.poly([(40, -84), (70, -112), (98, -72)], "#ecd9a6")
    pen.poly([(70, -112), (98, -72), (76, -78)], "#b88d4a55")
    pen.arc(76, -30, 11, -70, 110, "#5f5f5f", 3)


def carrier(pen):
    """A woman with two sheaves on a shoulder pole."""
    pen.ellipse(0, 0, 46, 7, "#8b5a2a55")
    figure(pen, "#4a1418", "#1c2a36", p.SKIN[0], "hat", (-44, -104), (40, -104))
    pen.line([(-78, -106), (0, -112), (78, -106)], "#8b5a36", 5)
    for side in (-1, 1):
        pen.line([(side * 76, -106), (side * 76, -84)], p.BARK, 2)
        sheaf(pen.at(side * 76, -30, 1.15))


def sheaf(pen):
    for k in range(-4, 5):
        pen.line([(k * 2, 6), (k * 5, -38)], ("#f4d27a", "#d9a441")[k % 2], 5)
        pen.circle(k * 5.4, -42, 4.4, "#f0ba52")
    pen.rect(-11, -18, 22, 7, "#8a1016", 3)


def near_rice(pen):
    for i in range(64):
        x, tall = i * 15.5 - 8, 54 + 34 * scatter(i + 1, 2)
        if 250 < x < 350:
            continue
        bend = 10 + 14 * scatter(i + 1, 6)
        stem = curve(
            (x, 650), (x, 640 - tall * 0.6), (x + bend * 0.4, 640 - tall), (x + bend, 644 - tall), 8
        )
        pen.line(stem, "#a8862e", 2.4)
        for k in range(5):
            pen.ellipse(
                x + bend + k * 2.6, 646 - tall + k * 5.5, 3.4, 4.6, ("#f4d27a", "#e3a94a")[k % 2]
            )


def planting():
    pen = Pen.page()
    pen.sky("#fbf0d6", "#f9dfb4", "#f3c68c")
    sun(pen, 206, 156, 60)
    cloud(pen, 420, 88, 220)
    cloud(pen, 740, 140, 150)
    ridge(pen, "#c6cba6", 312, (30, 560, 2), (8, 150, 0))
    ridge(pen, "#9db888", 366, (34, 620, 4.4), (9, 190, 1))
    ridge(pen, "#6f9d6a", 424, (28, 900, 3.6), (7, 260, 0))
    ridge(pen, "#4f8557", 500, (20, 980, 4.2), (4, 200, 2))
    for i in range(30):
        x = 16 + i * 33
        y = 420 + wave(x, (28, 900, 3.6), (7, 260, 0))
        tree(pen, x, y + 6 + 30 * scatter(i + 1, 2), 26 + 10 * scatter(i + 1, 5), p.LEAVES[i % 3])
    peach_branch(pen)
    planters(pen)
    return pen


def peach_branch(pen):
    pen.line(curve((970, 40), (880, 60), (800, 40), (716, 104), 20), p.BARK, 11)
    pen.line(curve((880, 54), (840, 100), (816, 120), (780, 168), 16), p.BARK, 7)
    pen.line(curve((930, 44), (910, 120), (890, 150), (884, 214), 16), p.BARK, 6)
    spots = (
        (716, 104),
        (752, 76),
        (794, 66),
        (838, 96),
        (812, 130),
        (780, 168),
        (884, 214),
        (900, 148),
        (916, 92),
        (862, 50),
        (930, 190),
        (848, 28),
    )
    for i, (x, y) in enumerate(spots):
        blossom(pen.at(x, y, 0.8 + 0.5 * scatter(i + 1, 1), turn=i * 23))


def blossom(pen):
    for k in range(5):
        pen.at(0, 0, turn=k * 72).ellipse(0, -12, 8, 11, ("#f2aeb6", "#f6c5c8")[k % 2])
    pen.circle(0, 0, 5, "#d8667a")
    pen.circle(0, 0, 2.2, p.GOLD)


def planters(pen):
    for x, y, size in ((150, 590, 1.0), (470, 612, 1.25), (770, 588, 1.0)):
        sapling(pen.at(x, y, size))
    figure(pen.at(92, 590, 1.45), "#4a7a56", p.INDIGO, p.SKIN[0], "cap", (-24, -76), (36, -66))
    pen.line([(146, 440), (136, 600)], "#8b5a36", 6)
    figure(pen.at(400, 612, 1.7), "#c8202a", p.INDIGO, p.SKIN[1], None, (-24, -74), (36, -56))
    figure(pen.at(546, 614, 1.15), "#fbf5e8", "#22303f", p.SKIN[0], None, (-38, -48), (22, -74))
    pen.poly([(532, 484), (560, 484), (546, 502)], p.RED)
    figure(pen.at(700, 590, 1.5), "#2f6b8f", p.INDIGO, p.SKIN[2], "hat", (-24, -70), (38, -60))
    figure(pen.at(846, 592, 1.15), "#fbf5e8", "#22303f", p.SKIN[1], None, (-40, -52), (22, -74))
    pen.poly([(832, 462), (860, 462), (846, 480)], p.RED)
    watering_can(pen.at(898, 596))


def sapling(pen):
    pen.ellipse(0, 4, 44, 12, "#6b3f24")
    pen.ellipse(0, 0, 30, 8, "#8b5a36")
    pen.line([(0, 2), (2, -70)], "#6b3f24", 4)
    for y, side in ((-24, -1), (-36, 1), (-50, -1), (-60, 1), (-74, -1), (-74, 1)):
        leaf = pen.at(1, y, turn=side * 58)
        leaf.ellipse(0, -16, 8, 17, p.LEAVES[1])
        leaf.line([(0, 0), (0, -28)], "#ffffff33", 1.5)


def watering_can(pen):
    pen.arc(0, -42, 20, 180, 360, "#8a1016", 5)
    pen.poly([(-24, -40), (24, -40), (20, 0), (-20, 0)], p.RED)
    pen.poly([(-22, -14), (-56, -44), (-50, -50), (-20, -28)], p.RED)
    pen.ellipse(-55, -48, 5, 10, p.DEEP)


def loudspeaker():
    pen = Pen.page()
    pen.sky("#f9efd8", "#f4d8a6", "#efc082")
    sun(pen, 700, 210, 84, "#fdf0cf", "#fdf0cf")
    peaks(
        pen,
        "#e0b47c",
        460,
        (
            (90, 190, 100),
            (230, 290, 90),
            (360, 170, 100),
            (560, 240, 110),
            (740, 180, 110),
            (890, 310, 110),
        ),
    )
    peaks(
        pen,
        "#c98a5a",
        500,
        ((30, 220, 110), (160, 140, 90), (470, 200, 120), (650, 260, 100), (820, 170, 120)),
    )
    ridge(pen, "#9a5f40", 470, (16, 360, 0.3), (8, 120, 1))
    ridge(pen, "#3f6350", 524, (12, 640, 1), (4, 160, 0))
    ridge(pen, "#2f5a41", 566, (8, 760, 3), (3, 190, 1))
    loudspeakers(pen.at(300, 128))
    for x, size in ((70, 120), (920, 130)):
        banana(pen, x, 600, size, "#4a7a56")
    listeners(pen)
    return pen


def loudspeakers(pen):
    pen.rect(-7, -10, 14, 470, p.BARK, 4)
    pen.rect(-44, 62, 88, 8, p.BARK, 3)
    for side in (-1, 1):
        horn(pen.at(side * 16, 24, mirror=side < 0))
    horn(pen.at(14, 84, 0.72))
    for i in range(3):
        pen.arc(120, 24, 54 + i * 34, -28, 28, p.RED + ("ff", "bb", "77")[i], 6)
        pen.arc(-120, 24, 54 + i * 34, 152, 208, p.RED + ("ff", "bb", "77")[i], 6)


def horn(pen):
    pen.rect(-12, -15, 32, 30, "#3a1a14", 5)
    pen.poly([(16, -14), (106, -58), (106, 58), (16, 14)], p.RED)
    pen.poly([(16, 2), (106, 8), (106, 58), (16, 14)], p.DEEP)
    pen.ellipse(106, 0, 16, 58, "#7c1217")
    pen.ellipse(107, 0, 10, 42, p.WINE)
    pen.circle(104, 0, 8, p.GOLD)


def listeners(pen):
    crowd = (
        (520, "#7c1217", "#2a1218", "skirt", "hat"),
        (596, "#22303f", "#1c2a36", "shirt", "hat"),
        (668, "#c8202a", "#2a1218", "skirt", "scarf"),
        (738, "#2c3e3a", "#1c2a36", "shirt", "turban"),
        (806, "#d8c4a0", "#3b2a2a", "shirt", "hat"),
    )
    for i, (x, coat, legs, dress, head) in enumerate(crowd):
        pen.ellipse(x, 606, 38, 6, "#1f3b2d88")
        figure(
            pen.at(x, 606, 1.18 + 0.1 * (i % 2), mirror=True),
            coat,
            legs,
            p.SKIN[i % 4],
            head,
            (-22, -76),
            (24, -76),
            dress,
        )
    figure(pen.at(562, 612, 0.82), "#fbf5e8", "#22303f", p.SKIN[0], None, (-18, -70), (34, -150))
