"""Scenes of the old town: street with flags, citadel gate."""

from . import palette as p
from .canvas import Pen, bow, curve, rectangle, scatter
from .people import figure
from .shapes import cloud, drum_sun, flag, flag_string, lantern_lamp, peaks, star, tree


def street():
    """Old tube houses at nightfall on the eve of the National Day."""
    pen = Pen.page()
    pen.sky(*p.EVENING)
    for i in range(40):
        pen.circle(
            960 * scatter(i + 1, 3), 150 * scatter(i + 1, 5), 0.8 + scatter(i + 1, 7), "#fff1cc88"
        )
    x, i = -30, 0
    while x < 960:
        width = 92 + 46 * scatter(i + 1, 2)
        tube_house(pen.at(x, 500), width, 170 + 130 * scatter(i + 1, 4), i)
        x, i = x + width, i + 1
    for start, end, sag in (((-10, 96), (520, 130), 60), ((420, 90), (980, 120), 70)):
        flag_string(pen, start, end, sag, 16)
    wet_street(pen)
    walkers(pen)
    return pen


def tube_house(pen, width, height, i):
    wall = ("#d9873f", "#e8b25a", "#f0dcb0", "#b5502f", "#e0a24a", "#8f3527", "#f0cf98")[i % 7]
    pen.rect(0, -height, width, height, wall)
    pen.rect(width - 14, -height, 14, height, "#00000022")
    crown(pen, width, height, i)
    floors = int((height - 80) // 62)
    for floor in range(floors):
        y = -height + 24 + floor * 62
        for k in (0, 1):
            x = width * (0.2 + 0.4 * k)
            lit = scatter(i * 7 + floor * 3 + k + 1, 6) > 0.35
            shutters(pen, x, y, width * 0.2, lit)
    shop(pen, width, i)
    flag(pen.at(width * 0.5, -128), 0, 0, 62, pole=0, tilt=-12)
    pen.line([(width * 0.5 - 14, -66), (width * 0.5 - 1, -132)], p.INK, 3)


def crown(pen, width, height, i):
    if i % 3 == 0:
        pen.poly([(-6, -height), (width + 6, -height), (width / 2, -height - 38)], "#4a1c1c")
    elif i % 3 == 1:
        pen.rect(-4, -height - 10, width + 8, 12, "#f6e3b8")
        pen.rect(width * 0.25, -height - 30, width * 0.5, 22, "#f6e3b8")
        pen.circle(width / 2, -height - 19, 6, "#b5502f")
    else:
        pen.rect(-4, -height - 14, width + 8, 16, "#3d1f24")


def shutters(pen, x, y, width, lit):
    pen.rect(x - 3, y - 3, width + 6, 42, "#3d2418")
    pen.rect(x, y, width, 36, "#ffe5a0" if lit else "#3a2430")
    pen.rect(x + width / 2 - 1.5, y, 3, 36, "#3d2418")
    for side in (x - width * 0.42, x + width + 3):
        pen.rect(side, y - 1, width * 0.36, 38, "#2e5f4c")
    pen.rect(x - 8, y + 38, width + 16, 5, "#00000033")


def shop(pen, width, i):
    pen.rect(0, -66, width, 66, "#2b1513")
    pen.rect(8, -52, width - 16, 52, ("#f6c86a", "#ffe5a0", "#7f1d1d")[i % 3])
    if i % 3 < 2:
        for k in range(3):
            pen.rect(
                14 + k * (width - 20) / 3,
                -34,
                (width - 40) / 3,
                20,
                ("#b5502f", "#2e5f4c", "#8a1016")[k] + "aa",
                2,
            )
    pen.poly(
        [(-4, -70), (width + 4, -70), (width + 10, -54), (-10, -54)],
        ("#8a1016", "#2e5f4c", "#b5502f")[i % 3],
    )
    lantern_lamp(pen, width - 16, -52, 24, p.RED)


def wet_street(pen):
    pen.shade(rectangle(0, 500, 960, 145), "#3a1f2a", "#1c1018")
    pen.rect(0, 498, 960, 8, "#5a2c2a")
    for i in range(60):
        x, y = 960 * scatter(i + 1, 11), 512 + 124 * scatter(i + 1, 13)
        long = 14 + 50 * scatter(i + 1, 17)
        pen.line([(x, y), (x + long, y)], ("#f6c86a66", "#c8202a66", "#ffe5a044")[i % 3], 2.4)


def walkers(pen):
    groups = (
        (170, 586, 0.98, "#fbf5e8", "tunic", "bun"),
        (226, 590, 1.02, "#22303f", "shirt", None),
        (276, 592, 0.66, "#f3c55a", "shirt", None),
        (640, 600, 1.1, "#c8202a", "tunic", "bun"),
        (706, 598, 1.08, "#d8c4a0", "shirt", "grey"),
        (850, 580, 0.9, "#2e5f4c", "shirt", "hat"),
    )
    for i, (x, y, size, coat, dress, head) in enumerate(groups):
        pen.ellipse(x, y + 3, 34 * size, 6, "#00000055")
        figure(
            pen.at(x, y, size),
            coat,
            p.CREAM if dress == "tunic" else p.INDIGO,
            p.SKIN[i % 3],
            head,
            (-24, -72),
            (26, -74),
            dress,
        )
    small = pen.at(276, 592, 0.66)
    small.line([(26, -74), (34, -150)], p.WOOD, 3)
    flag(small, 34, -150, 46)


def citadel():
    """The gate of the old citadel under a drum for a sun."""
    pen = Pen.page()
    pen.sky(*p.DUSK)
    drum_sun(pen, 480, 250, 196, "#f9cf8a", "#c9502f")
    for y, x, size in ((70, 60, 240), (110, 680, 260), (180, 30, 150), (206, 790, 150)):
        cloud(pen, x, y, size, "#f9d9a055")
    peaks(pen, "#7a2a22", 440, ((100, 150, 190), (300, 110, 180), (680, 130, 190), (880, 180, 200)))
    for x, y, size in ((60, 470, 110), (130, 474, 80), (850, 470, 96), (918, 472, 120)):
        tree(pen, x, y, size, "#3c1a1c", "#2a1010")
    wall(pen)
    tower(pen)
    flag(pen, 479, 20, 112, pole=96)
    pen.shade([(0, 540), (960, 540), (960, 650), (0, 650)], "#5a2620", "#34120f")
    pen.poly([(430, 540), (530, 540), (660, 650), (300, 650)], "#8f4a36")
    procession(pen)
    return pen


def wall(pen):
    pen.shade([(120, 400), (840, 400), (868, 546), (92, 546)], "#9c5a40", "#6b3328")
    for i in range(15):
        pen.rect(122 + i * 48.6, 378, 30, 24, "#9c5a40")
    for row in range(7):
        y = 408 + row * 20
        pen.line([(118 - row * 4, y + 16), (842 + row * 4, y + 16)], "#3c1a1c44", 1.6)
        for k in range(19):
            x = 124 + k * 40 + 20 * (row % 2)
            pen.line([(x, y - 3), (x, y + 16)], "#3c1a1c33", 1.6)
    arch = [*bow(480, 470, 58, 62, 180, 360), (538, 546), (422, 546)]
    pen.poly([*bow(480, 470, 72, 78, 180, 360), (552, 546), (408, 546)], "#c98a5a")
    pen.poly(arch, "#2a0f10")
    pen.poly([*bow(480, 480, 40, 46, 180, 360), (520, 546), (440, 546)], "#f6a85a")


def tower(pen):
    """The watch tower over the gate: two roofs with turned-up corners."""
    pen.rect(316, 308, 328, 74, "#7a2a22")
    for i in range(8):
        pen.rect(322 + i * 44, 308, 10, 74, "#c8202a")
    for i in range(7):
        pen.rect(340 + i * 44, 326, 22, 40, "#f6c86a" if i % 2 else "#3c1414", 2)
    curved_roof(pen, 480, 310, 226, 60)
    pen.rect(372, 206, 216, 48, "#7a2a22")
    for i in range(6):
        pen.rect(378 + i * 40, 206, 8, 48, "#c8202a")
    pen.rect(436, 214, 88, 30, "#3c1414", 2)
    star(pen, 480, 230, 12)
    curved_roof(pen, 480, 210, 162, 62)
    pen.rect(300, 372, 360, 12, "#c98a5a", 2)


def curved_roof(pen, x, y, half, height):
    right = curve(
        (x + half * 0.46, y - height),
        (x + half * 0.6, y - height * 0.4),
        (x + half * 0.8, y - 6),
        (x + half, y - 20),
    )
    left = [(2 * x - px, py) for px, py in reversed(right)]
    pen.poly([*left, *right, (x + half * 0.94, y), (x - half * 0.94, y)], "#4a1c18")
    for i in range(-7, 8):
        pen.line(
            [(x + i * half * 0.06, y - height + 3), (x + i * half * 0.125, y - 3)], "#8f4a3666", 2
        )
    pen.rect(x - half * 0.5, y - height - 6, half, 9, "#8f4a36", 4)
    for side in (-1, 1):
        pen.poly(
            [
                (x + side * half * 0.5, y - height - 4),
                (x + side * half * 0.56, y - height - 22),
                (x + side * half * 0.42, y - height - 6),
            ],
            "#8f4a36",
        )


def procession(pen):
    for i in range(11):
        x = 96 + i * 77
        if 420 < x < 540:
            continue
        y, size = 616 - 8 * (i % 2), 0.82
        pen.ellipse(x, y + 2, 26, 5, "#1c0c0c66")
        figure(
            pen.at(x, y, size),
            ("#2a1218", "#22303f", "#3b2a2a")[i % 3],
            "#1c1012",
            p.SKIN[i % 4],
            (None, "hat", "scarf")[i % 3],
            (-20, -74),
            (30, -104),
        )
        torch = pen.at(x + 24, y - 88, size)
        torch.line([(0, 24), (4, -20)], p.WOOD, 4)
        torch.circle(5, -34, 24, "#f6a85a30")
        torch.poly(
            curve((5, -56), (15, -40), (13, -26), (4, -20))
            + curve((4, -20), (-5, -26), (-5, -40), (5, -56)),
            "#ffd24a",
        )
