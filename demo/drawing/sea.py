"""Scenes of the sea: ship and lighthouse, far island, harbour."""

from . import palette as p
from .canvas import Pen, curve, scatter
from .people import figure
from .shapes import cloud, drum_sun, fishing_boat, flag, palm, peaks, star, sun, waves


def sea_and_lighthouse():
    pen = Pen.page()
    pen.sky("#f4d9a4", "#f6c47c", "#ee9a52")
    for y, x, size in ((76, 90, 220), (120, 620, 250), (188, 60, 120)):
        cloud(pen, x, y, size, "#fff1cc77")
    drum_sun(pen, 440, 372, 150)
    gulls(pen, ((250, 170, 1.0), (310, 200, 0.7), (640, 230, 0.8), (690, 214, 0.6)))
    lighthouse(pen)
    waves(pen, 374, p.SEA[:2], depth=48)
    fishing_boat(pen, 150, 492, 340)
    fishing_boat(pen, 560, 424, 120, "#234637", p.CREAM)
    waves(pen, 488, p.SEA[2:], depth=36, crest=9)
    return pen


def lighthouse(pen):
    rock = curve((640, 384), (690, 330), (720, 344), (752, 318)) + curve(
        (752, 318), (810, 312), (850, 350), (912, 384)
    )
    pen.poly(rock, "#6b4632")
    pen.poly([(752, 318), (810, 330), (820, 384), (742, 384)], "#543426")
    pen.poly([(752, 130), (800, 130), (812, 326), (740, 326)], p.CREAM)
    for i in range(3):
        y = 152 + i * 62
        grow = (y - 130) * 0.061
        pen.poly(
            [(752 - grow, y), (800 + grow, y), (802 + grow, y + 30), (750 - grow, y + 30)], p.RED
        )
    pen.poly([(782, 130), (800, 130), (812, 326), (788, 326)], "#00000018")
    pen.rect(740, 122, 72, 9, p.BARK, 2)
    pen.rect(756, 92, 40, 30, "#ffe9b8")
    pen.rect(774, 92, 4, 30, p.BARK)
    pen.poly([(750, 94), (802, 94), (776, 66)], p.DEEP)
    for side, reach in ((-1, 190), (1, 150)):
        pen.poly(
            [(776, 102), (776 + side * reach, 76), (776 + side * reach, 134), (776, 112)],
            "#fff6d844",
        )


def gulls(pen, places):
    for x, y, size in places:
        gull = pen.at(x, y, size)
        for side in (-1, 1):
            gull.line(
                curve((0, 0), (side * 8, -12), (side * 18, -12), (side * 28, -4)), "#5a3a2e", 3.4
            )


def far_island():
    pen = Pen.page()
    pen.sky("#5f8f9a", "#a9c4b8", "#f4dcae", "#f3b978")
    sun(pen, 230, 300, 60, "#fff6de", "#fff1cc")
    for y, x, size in ((80, 90, 230), (126, 420, 160), (64, 700, 200)):
        cloud(pen, x, y, size, "#ffffff88")
    waves(pen, 330, ("#4f9a98", "#3a8588", "#2e7c80"), depth=26, crest=5)
    island(pen)
    waves(pen, 440, ("#246a72", "#1c5a66", "#164b58"), depth=30, crest=7)
    fishing_boat(pen, 96, 470, 170)
    waves(pen, 486, ("#164b58",), crest=8)
    guard_post(pen)
    gulls(pen, ((380, 180, 0.9), (432, 208, 0.6), (120, 214, 0.7)))
    return pen


def island(pen):
    sand = curve((330, 452), (460, 400), (560, 404), (660, 396)) + curve(
        (660, 396), (800, 400), (900, 420), (990, 452)
    )
    pen.poly(sand, "#efd9a8")
    green = curve((420, 420), (500, 330), (580, 350), (640, 290)) + curve(
        (640, 290), (740, 250), (820, 330), (940, 420)
    )
    pen.poly(green, p.HILLS[3])
    pen.poly(curve((560, 420), (640, 350), (720, 330), (800, 420)), p.HILLS[4])
    for x, y, size in ((470, 416, 62), (524, 420, 76), (850, 418, 84), (910, 422, 64)):
        palm(pen, x, y, size, "#2f5a41")
    for i, (x, width) in enumerate(((516, 70), (604, 84))):
        pen.rect(x, 380, width, 38, p.CREAM)
        pen.poly(
            [(x - 6, 382), (x + width + 6, 382), (x + width - 6, 362), (x + 6, 362)],
            (p.RED, "#b5502f")[i % 2],
        )
        for k in range(3):
            pen.rect(x + 10 + k * (width - 16) / 3, 392, 11, 13, p.SEA[1])
    flag(pen, 700, 118, 116, pole=180)


def guard_post(pen):
    """The sovereignty stele and a sailor on guard, near."""
    pen.poly([(560, 660), (600, 586), (960, 566), (970, 660)], "#8b7a5c")
    pen.poly([(600, 586), (960, 566), (960, 580), (606, 600)], "#a8967a")
    stele(pen.at(872, 584))
    figure(pen.at(742, 594, 1.36), "#fbf5e8", "#fbf5e8", p.SKIN[1], "cap", (-20, -74), (22, -88))
    sailor = pen.at(742, 594, 1.36)
    sailor.poly([(-18, -112), (18, -112), (0, -88)], "#1f4e79")
    sailor.poly([(-7, -112), (7, -112), (0, -101)], "#fbf5e8")
    sailor.line([(14, -60), (32, -132)], p.BARK, 5)


def stele(pen):
    pen.poly([(-62, 0), (62, 0), (54, -22), (-54, -22)], "#c9b793")
    pen.poly([(-40, -22), (40, -22), (34, -190), (0, -206), (-34, -190)], "#f0e2c2")
    pen.poly([(14, -22), (40, -22), (34, -190), (10, -201)], "#00000016")
    star(pen, 0, -158, 19, p.RED)
    for i, width in enumerate((40, 46, 34)):
        pen.rect(-width / 2, -124 + i * 20, width, 8, "#8a1016", 2)


def harbour():
    pen = Pen.page()
    pen.sky("#f6dfb6", "#f4c68c", "#eaa468")
    sun(pen, 300, 176, 60)
    cloud(pen, 520, 90, 230, "#fff1cc99")
    cloud(pen, 80, 70, 130, "#fff1cc77")
    peaks(pen, "#c9a077", 330, ((130, 130, 170), (420, 90, 180), (700, 170, 190), (900, 220, 200)))
    peaks(pen, "#9c7d68", 336, ((560, 110, 170), (800, 130, 170), (960, 150, 170)))
    village(pen)
    waves(pen, 344, ("#6aa39a", "#4f9293"), depth=30, crest=3)
    for x, y, size, hull, trim in (
        (60, 424, 190, "#1f4e79", p.CREAM),
        (620, 412, 170, "#234637", p.GOLD),
        (330, 440, 220, p.DEEP, p.GOLD),
    ):
        mirror_of(pen, x, y, size)
        fishing_boat(pen, x, y, size, hull, trim, with_flag=True)
    waves(pen, 462, ("#3a8588", "#2e7c80"), depth=46, crest=4)
    nets(pen)
    for x, y, size in ((210, 546, 1.0), (716, 512, 0.8)):
        coracle(pen.at(x, y, size))
    pen.poly([(-10, 612), (300, 596), (640, 606), (970, 590), (970, 660), (-10, 660)], "#c9a26a")
    folk(pen)
    return pen


def village(pen):
    for i in range(13):
        x, tall = 20 + i * 74, 34 + 26 * scatter(i + 1, 3)
        wall = ("#f3deb0", "#f7efe0", "#e7b98a", "#cfd8c4")[i % 4]
        pen.rect(x, 340 - tall, 56, tall + 6, wall)
        pen.poly(
            [(x - 6, 340 - tall), (x + 62, 340 - tall), (x + 48, 318 - tall), (x + 8, 318 - tall)],
            ("#b5502f", "#8a3a2a")[i % 2],
        )
        for k in (10, 32):
            pen.rect(x + k, 350 - tall, 12, 14, "#5a7a78")
    for x in (86, 380, 610, 890):
        palm(pen, x, 346, 96, "#3f6350")
    pen.rect(0, 338, 960, 10, "#a8876a")


def mirror_of(pen, x, y, size):
    pen.poly(
        [
            (x + size * 0.1, y),
            (x + size * 0.9, y),
            (x + size * 0.78, y + size * 0.2),
            (x + size * 0.2, y + size * 0.2),
        ],
        "#1c5a6644",
    )


def nets(pen):
    """Nets hung to dry on poles at the right."""
    for x in (786, 866, 946):
        pen.line([(x, 600), (x + 6, 430)], p.BARK, 6)
    for left in (790, 870):
        sag = curve((left, 440), (left + 24, 476), (left + 56, 476), (left + 80, 440))
        foot = curve((left + 80, 560), (left + 56, 590), (left + 24, 590), (left, 560))
        pen.poly(sag + foot, "#e9cf9344")
        for k in range(9):
            pen.line([sag[k * 3], foot[24 - k * 3]], "#fbf5e8aa", 1.3)
        for k in range(7):
            pen.line([(x, y + 8 + k * 17) for x, y in sag], "#fbf5e899", 1.3)


def coracle(pen):
    """A round basket boat with its oarsman."""
    pen.ellipse(0, 14, 76, 12, "#1c5a6655")
    figure(pen.at(0, 2, 1.0), "#4a1418", p.INDIGO, p.SKIN[2], "hat", (-30, -66), (30, -62))
    pen.line([(46, -104), (-26, 30)], "#8b5a36", 5)
    hull = curve((-66, -30), (-60, 26), (60, 26), (66, -30))
    pen.poly(hull, "#a8703f")
    for i in range(-5, 6):
        pen.line([(i * 11, -28), (i * 8, 10)], "#7f4f2b77", 2)
    pen.ellipse(0, -30, 66, 9, "#7a4427")
    pen.ellipse(0, -30, 58, 5.5, "#5a2f1b")


def folk(pen):
    for i, (x, y, coat, head) in enumerate(
        ((420, 622, "#2c3e3a", "hat"), (476, 624, "#8a1016", "hat"), (560, 618, "#fbf5e8", None))
    ):
        pen.ellipse(x, y, 34, 6, "#8b6a4466")
        figure(pen.at(x, y, 0.95), coat, p.INDIGO, p.SKIN[i], head, (-30, -64), (30, -64))
    pen.poly([(438, 560), (458, 560), (454, 582), (442, 582)], "#c99a52")
    for k in range(4):
        pen.ellipse(441 + k * 5, 559, 7, 3, "#a9c4c8")
