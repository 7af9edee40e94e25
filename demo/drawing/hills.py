"""Scenes of hill country: stilt house, terraces, tea, harvest, planting, loudspeaker."""

from . import palette as p
from .canvas import Pen, curve, rectangle, scatter, wave
from .people import figure
from .shapes import (
    banana,
    blossoms,
    cloud,
    flag,
    mist,
    palm,
    peaks,
    ridge,
    ridge_line,
    sun,
    tree,
    window,
)


def stilt_house_scene():
    pen = Pen.page()
    pen.sky(*p.DAWN)
    sun(pen, 250, 186, 76)
    cloud(pen, 560, 96, 190)
    cloud(pen, 60, 70, 120, "#fff8e699")
    ridge(pen, p.HILLS[0], 340, (44, 640, 0.6), (12, 190, 1))
    ridge(pen, p.HILLS[1], 392, (36, 520, 3.6), (10, 150, 0))
    ridge(pen, p.HILLS[2], 440, (20, 700, 1.4), (8, 210, 2))
    ridge(pen, p.HILLS[4], 520, (10, 900, 0), (4, 240, 1))
    for i in range(7):
        ridge(
            pen, ("#2a5440", "#35634b")[i % 2], 540 + i * 17, (3, 300 + i * 40, i), (2, 120, i * 2)
        )
    palm(pen, 74, 560, 150, "#2f5a41")
    palm(pen, 150, 572, 112, "#3f7355")
    stilt_house(pen.at(560, 470))
    palm(pen, 884, 566, 176, "#2f5a41", lean=-8)
    banana(pen, 826, 566, 84, "#4f8a60")
    flag(pen, 248, 250, 112, pole=312)
    for i, x in enumerate((398, 440)):
        figure(
            pen.at(x, 590, 0.62 - 0.12 * i),
            ("#5a2020", "#22303f")[i],
            "#2a1218",
            p.SKIN[i],
            "scarf",
            dress="skirt",
        )
    return pen


def stilt_house(pen):
    """A house on posts, its floor at y = 0; 330 wide."""
    for x in range(-150, 160, 50):
        pen.rect(x - 5, 0, 11, 92, "#4a2a19")
        pen.rect(x - 9, 88, 19, 9, "#3a1f14", 2)
    pen.rect(-166, -6, 336, 13, "#4a2a19", 2)
    pen.rect(-146, -96, 296, 92, "#a4683a")
    for x in range(-140, 150, 14):
        pen.line([(x, -94), (x, -8)], "#7f4f2b88", 2)
    for x in (-98, -14, 70):
        window(pen, x, -72, 38, 42, "#ffe3a0", "#5a3420", 4)
    pen.poly([(-104, -208), (108, -208), (188, -90), (-184, -90)], "#5a3420")
    for i in range(-6, 7):
        pen.line([(i * 16 + 2, -204), (i * 28 + 2, -94)], "#3f241599", 2)
    pen.rect(-110, -216, 224, 13, "#7f4f2b", 5)
    for side in (-1, 1):
        pen.poly(
            [(side * 104 + 2, -212), (side * 132 + 2, -246), (side * 118 + 2, -206)], "#3f2415"
        )
    ladder(pen)


def ladder(pen):
    for x in (164, 188):
        pen.line([(x, 0), (x + 46, 98)], "#4a2a19", 6)
    for i in range(6):
        x, y = 168 + i * 8.5, 8 + i * 17
        pen.line([(x, y), (x + 26, y)], "#8b5a36", 6)


def terrace_edges(start, count, fall, seed):
    """Edges of terraced fields, wider as they come nearer; `fall` tilts the whole slope."""
    y, edges = start, []
    for i in range(count):
        line = ridge_line(
            y, (13 + i, 700, seed + i * 0.1), (6 + i * 0.5, 270, i * 0.33 + seed), (2, 105, i * 0.8)
        )
        edges.append([(x, py + (x - 480) * fall * (1 - i / count * 0.6)) for x, py in line])
        y += 11 + i * 1.75
    return edges


def slope(pen, edges, tones):
    """Terraces from the top down: a dark bank, then the ripe field."""
    foot = [(972, 660), (-12, 660)]
    for i, edge in enumerate(edges):
        pen.poly(edge + foot, "#6b431f")
        pen.poly([(x, y + 3.4 + i * 0.3) for x, y in edge] + foot, tones[i % len(tones)])
        stubble(pen, edge, i)


def terraces():
    pen = Pen.page()
    pen.sky("#8e2a22", "#c9502f", "#ec9a52", "#f9cf8a")
    sun(pen, 650, 170, 62, "#fff0c9", "#fbe3b0")
    for y, x, size in ((64, 90, 240), (112, 380, 150), (56, 720, 170)):
        cloud(pen, x, y, size, "#f9d9a04d")
    ridge(pen, "#b9573a", 232, (30, 520, 2.2), (10, 170, 0.3))
    ridge(pen, "#93402c", 262, (24, 640, 0.2), (9, 210, 1))
    ridge(pen, "#6b2f22", 296, (16, 420, 4), (6, 140, 2))
    slope(
        pen,
        terrace_edges(306, 15, 0.1, 0.4),
        ("#f4c877", "#e3a94a", "#f0ba62", "#d9983f", "#edc06a"),
    )
    for x, y, size in ((150, 346, 34), (184, 352, 26), (870, 398, 40)):
        tree(pen, x, y, size, "#4d5a2e", "#3c2a19")
    hut(pen.at(716, 392, 0.4))
    for i, (x, y) in enumerate(((300, 420), (328, 424))):
        figure(
            pen.at(x, y, 0.36),
            ("#8a1016", "#22303f")[i],
            "#2a1218",
            head="hat",
            left=(-16, -46),
            right=(24, -50),
        )
    slope(pen, terrace_edges(468, 8, -0.2, 2.6), ("#c98a35", "#b97a2e", "#d39a44", "#a86c28"))
    for x, y, size in ((560, 470, 62), (604, 466, 46), (92, 590, 84)):
        tree(pen, x, y, size, "#3f4f2a", "#3c2a19")
    figure(
        pen.at(790, 520, 0.72), "#2c3e3a", "#2a1218", head="hat", left=(-16, -46), right=(28, -52)
    )
    return pen


def stubble(pen, edge, i):
    """Short strokes of ripe rice along a terrace."""
    for k, (x, y) in enumerate(edge[:: max(2, 6 - i // 4)]):
        down = 9 + i * 0.7
        pen.line(
            [(x + k % 5, y + down), (x + 3 + k % 5, y + down - 3 - i * 0.3)],
            "#fff0c955",
            1 + i * 0.06,
        )


def hut(pen):
    for x in (-60, -20, 20, 60):
        pen.rect(x - 4, -20, 8, 50, p.BARK)
    pen.rect(-74, -62, 148, 46, "#8b5a36")
    pen.rect(-16, -52, 32, 36, "#ffe3a0")
    pen.poly([(-52, -122), (52, -122), (96, -56), (-96, -56)], "#4a2a19")


def tea_hills():
    pen = Pen.page()
    pen.sky("#f8ecca", "#f6d9a0", "#efbf7a")
    sun(pen, 742, 150, 56)
    cloud(pen, 110, 96, 210)
    cloud(pen, 470, 62, 120)
    ridge(pen, "#b9c2a0", 266, (34, 560, 1), (10, 170, 0))
    ridge(pen, "#8fa986", 306, (30, 480, 3.2), (8, 150, 2))
    mist(pen, 250, 70, "#fdf3da", 90)
    ridge(pen, "#7fa27a", 322, (14, 620, 0.8), (5, 190, 1))
    mound(pen, 700, 720, 470, 400, ("#6d9a5f", "#3f7048"))
    mound(pen, 130, 780, 520, 420, ("#5f8f58", "#376844"))
    mound(pen, 560, 900, 700, 420, ("#4f8550", "#2c5a3c"))
    for x, y, size in ((54, 386, 66), (846, 350, 56), (884, 356, 44)):
        tree(pen, x, y, size, "#2f5a41")
    pickers = ((250, 520, 1.0), (416, 600, 1.25), (664, 548, 1.0), (806, 478, 0.72))
    for i, (x, y, size) in enumerate(pickers):
        picker(pen.at(x, y, size), i)
    return pen


def mound(pen, x, y, width, height, tones):
    """A round hill combed with rows of tea."""
    outline = curve(
        (x - width, y),
        (x - width * 0.5, y - height * 1.1),
        (x + width * 0.4, y - height * 1.2),
        (x + width, y),
        40,
    )
    pen.shade(outline, *tones)

    def rows(inner):
        for i in range(1, 18):
            part = i / 18
            half, top = width * (1 - part * 0.12), y - height * 0.92 + i * height * 0.062
            row = curve(
                (x - half, top + height * 0.5),
                (x - half * 0.4, top - height * 0.12),
                (x + half * 0.4, top - height * 0.14),
                (x + half, top + height * 0.46),
                40,
            )
            inner.line(row, "#1f4a3466", 4 + part * 7)
            inner.line([(px, py - 3 - part * 4) for px, py in row], "#a9c97a4d", 2 + part * 3)

    pen.inside(outline, rows)


def picker(pen, i):
    pen.ellipse(0, 0, 40, 7, "#1f4a3466")
    pen.poly([(-34, -84), (-12, -88), (-12, -44), (-30, -42)], "#b5803f")
    pen.line([(-34, -84), (-12, -88)], "#e3c27a", 4)
    figure(
        pen,
        ("#8a1016", "#22303f", "#c8202a", "#4a1418")[i],
        "#1c2a36",
        p.SKIN[i % 4],
        "hat",
        (-12, -60),
        (32, -64),
    )


def harvest():
    pen = Pen.page()
    pen.sky("#f7ead0", "#f6d49a", "#efb870")
    sun(pen, 190, 150, 54)
    cloud(pen, 380, 84, 220)
    cloud(pen, 720, 130, 140)
    peaks(pen, "#b9b892", 300, ((80, 130, 190), (330, 170, 180), (560, 120, 170), (800, 190, 210)))
    peaks(pen, "#7f9a78", 312, ((200, 90, 170), (450, 110, 170), (690, 130, 170), (930, 110, 190)))
    pen.rect(0, 306, 960, 20, "#3f6350")
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
        for k in range(0, 74 - i * 3):
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
        (716, 470, 0.95, "#2c3e3a"),
        (850, 446, 0.8, "#c8202a"),
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
    pen.arc(80, -28, 16, -60, 120, "#6b6b6b", 3)


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
