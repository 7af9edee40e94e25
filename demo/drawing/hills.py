"""Scenes of hill country: stilt house, terraces, tea."""

from . import palette as p
from .canvas import Pen, curve
from .people import figure
from .shapes import banana, cloud, flag, mist, palm, ridge, ridge_line, sun, tree, window


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
