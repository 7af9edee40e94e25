"""Scenes of meetings: conference, congress, branch meeting."""

from . import palette as p
from .canvas import Pen, bow, curve, rectangle, scatter
from .people import back, bust
from .shapes import blossoms, cloud, flat_flag, pot, star, window


def curtain(pen, x, width, height, folds=26, top="#8a1016", foot="#b01c22"):
    """A red cloth in folds under a scalloped valance."""
    pen.shade(rectangle(x, 0, width, height), top, foot)
    step = width / folds
    for i in range(folds):
        pen.rect(x + i * step, 0, step * 0.42, height, "#5e090e46")
        pen.rect(x + i * step + step * 0.42, 0, step * 0.12, height, "#ffffff0d")
    pen.rect(x, 0, width, 34, "#6d0b10")
    swag = width / 14
    for i in range(14):
        pen.ellipse(x + (i + 0.5) * swag, 34, swag / 2, 13, "#6d0b10")


def slogan(pen, x, y, lengths, size=15):
    """Lines of lettering seen from too far to be read."""
    for i, (length, colour) in enumerate(zip(lengths, (p.STAR, p.STAR, "#e0a050"), strict=False)):
        pen.rect(x - length / 2, y + i * size * 2.2, length, size, colour, 3)


def lectern(pen, x, y):
    pen = pen.at(x, y)
    pen.poly([(-50, 0), (50, 0), (38, 122), (-38, 122)], "#5a2620")
    pen.poly([(14, 0), (50, 0), (38, 122), (16, 122)], "#00000022")
    pen.rect(-62, -12, 124, 15, "#6b2f24", 3)
    star(pen, 0, 54, 22)
    pen.line([(20, -12), (10, -42)], p.INK, 2.5)
    pen.circle(9, -45, 5, p.INK)


def audience(pen, rows, styles=("short", "long", "short", "bun", "short", "short")):
    """Rows of (y, size, step, shift): people from behind, larger as they come nearer."""
    for r, (y, size, step, shift) in enumerate(rows):
        for i in range(-1, int(960 / step) + 2):
            k = int(scatter(i + 1, r) * 97)
            seat = pen.at(i * step + shift, y + 3 * scatter(i + 1, r + 5), size)
            back(seat, p.COATS[k % 8], p.SKIN[k % 4], styles[k % len(styles)])


def long_table(pen, x, y, width, height):
    pen.shade(rectangle(x, y, width, height), "#fff8ea", "#eadbbf")
    span = width / 12
    for i in range(12):
        pen.ellipse(x + (i + 0.5) * span, y + 16, span / 2, 9, "#ffffffaa")
    pen.rect(x - 6, y - 4, width + 12, 10, p.CREAM, 3)


def presidium(pen, x, y, width, people):
    for i in range(people):
        seat = pen.at(x + width * (i + 0.5) / people, y - 64, 1.02)
        seat.rect(-34, -6, 68, 90, "#4a1418", 16)
        bust(seat, p.COATS[(i * 3) % 8], p.SKIN[i % 4], p.RED if i % 2 == 0 else None, i % 2 == 1)
    long_table(pen, x, y, width, 100)
    for i in range(people - 1):
        blossoms(
            pen, x + width * (i + 1) / people, y - 10, 17, 11, (p.CORAL, p.GOLD, p.RED, p.CREAM), 6
        )


def conference():
    pen = Pen.page(p.SAND)
    curtain(pen, 84, 792, 432)
    for x in (22, 896):
        pen.rect(x, 40, 42, 340, "#dfcba4", 3)
    star(pen, 262, 152, 52)
    slogan(pen, 596, 96, (330, 390, 250))
    pen.rect(0, 428, 960, 14, "#5f2e1a")
    pen.rect(0, 440, 960, 200, "#8f4a2a")
    presidium(pen, 330, 348, 450, 5)
    bust(pen.at(206, 240, 1.1), p.INDIGO, p.SKIN[0], p.RED)
    lectern(pen, 206, 318)
    for x in (110, 838):
        pot(pen, x, 440, 78)
    audience(pen, ((506, 0.8, 80, 34), (552, 1, 101, 4), (618, 1.24, 132, 52)))
    return pen


def congress():
    """A great hall seen from its back rows while delegates raise their cards."""
    pen = Pen.page("#c9a878")
    pen.poly([(0, 0), (190, 0), (190, 300), (0, 460)], "#d9bd90")
    pen.poly([(960, 0), (770, 0), (770, 300), (960, 460)], "#cdae7e")
    for i in range(4):
        x, low = 24 + i * 44, 408 - i * 34
        for side in (x, 936 - x):
            pen.rect(side - 4, 0, 9, low, "#b8925c")
    curtain(pen, 190, 580, 286, 30)
    stage_front(pen)
    pen.poly([(190, 320), (770, 320), (1150, 640), (-190, 640)], "#7a3a24")
    pen.poly([(462, 320), (498, 320), (590, 640), (370, 640)], "#b01c22")
    delegates(pen)
    return pen


def stage_front(pen):
    star(pen, 480, 104, 50)
    slogan(pen, 480, 178, (360, 280), 12)
    for x in (228, 652):
        flat_flag(pen, x, 120, 80)
    pen.rect(190, 286, 580, 14, "#e0c690")
    pen.rect(190, 298, 580, 26, "#5f2e1a")
    for i in range(9):
        bust(pen.at(320 + i * 40, 250, 0.44), p.COATS[i % 8], p.SKIN[i % 4], p.RED)
    pen.rect(296, 264, 368, 28, p.CREAM, 2)
    for i in range(9):
        blossoms(pen, 312 + i * 42, 290, 12, 7, (p.GOLD, p.CORAL, p.RED, p.LEAVES[1]), 4)


def delegates(pen):
    for r, (y, size) in enumerate(((362, 0.46), (404, 0.62), (462, 0.84), (540, 1.14), (640, 1.5))):
        step, gap = 76 * size, 34 + 60 * size
        for i in range(14):
            for side in (-1, 1):
                x = 480 + side * (gap + i * step)
                if -60 < x < 1020:
                    delegate(pen.at(x, y, size), i * 2 + (side > 0), r)


def delegate(pen, i, row):
    k = int(scatter(i + 1, row + 11) * 89)
    pen.rect(-36, 36, 72, 66, "#5e090e", 10)
    back(pen, p.COATS[k % 8], p.SKIN[k % 4], ("short", "bun", "short", "long")[k % 4])
    if k % 7:
        pen.line([(26, 48), (40, 8), (34, -26)], p.COATS[k % 8], 13)
        pen.circle(34, -30, 8, p.SKIN[k % 4])
        pen.poly([(20, -70), (46, -66), (43, -30), (17, -34)], p.STAR)
        pen.poly([(24, -64), (42, -61), (41, -52), (23, -55)], p.RED)


def branch_meeting():
    pen = Pen.page("#f0e0bd")
    pen.rect(0, 0, 960, 20, "#d8c193")
    pen.poly([(0, 372), (960, 372), (960, 640), (0, 640)], "#a8663a")
    for i in range(-6, 14):
        pen.line([(480 + (i - 4) * 60, 372), (480 + (i - 4) * 190, 640)], "#8b4f2a55", 1.6)
    pen.rect(0, 364, 960, 10, "#8b5a36")
    flat_flag(pen, 390, 50, 180)
    for x in (252, 608):
        pen.rect(x, 78, 100, 64, p.DEEP, 3)
        slogan(pen, x + 50, 92, (72, 56), 9)
    for x in (96, 744):
        village_window(pen, x, 92, x < 480)
    for i, x in enumerate((262, 370, 480, 590, 698)):
        bust(
            pen.at(x, 268 + 6 * (i % 2), 1.15),
            p.COATS[(i * 5 + 2) % 8],
            p.SKIN[i % 4],
            long_hair=i in (1, 4),
        )
    meeting_table(pen)
    for i, x in enumerate((176, 352, 608, 790)):
        back(
            pen.at(x, 528 + 8 * (i % 2), 1.62),
            p.COATS[(i * 3 + 1) % 8],
            p.SKIN[i % 4],
            ("short", "bun", "short", "long")[i],
        )
    return pen


def village_window(pen, x, y, sunny=True):
    def view(inner):
        inner.shade(rectangle(x, y, 120, 168), "#f9d9a0", "#f4c684")
        if sunny:
            inner.circle(x + 84, y + 46, 20, "#fff4d6")
        else:
            cloud(inner, x + 20, y + 40, 70)
        foot = [(x + 120, y + 170), (x, y + 170)]
        far = curve((x, y + 120), (x + 30, y + 60), (x + 60, y + 70), (x + 120, y + 130))
        near = curve((x, y + 150), (x + 40, y + 120), (x + 90, y + 90), (x + 120, y + 110))
        inner.poly(far + foot, p.HILLS[1])
        inner.poly(near + foot, p.HILLS[2])

    window(pen, x, y, 120, 168, thick=7, frame=p.BROWN)
    pen.inside(rectangle(x, y, 120, 168), view)
    pen.rect(x + 57, y, 6, 168, p.BROWN)
    pen.rect(x, y + 80, 120, 6, p.BROWN)


def meeting_table(pen):
    pen.poly([(196, 360), (764, 360), (900, 470), (60, 470)], "#7a4427")
    pen.poly([(196, 360), (764, 360), (770, 366), (190, 366)], "#95573a")
    pen.rect(60, 470, 840, 22, "#5a2f1b", 3)
    for i, x in enumerate((272, 384, 576, 690)):
        pen.poly([(x - 30, 384), (x + 22, 384), (x + 26, 410), (x - 34, 410)], p.CREAM)
        for k in range(3):
            pen.line(
                [(x - 24, 391 + k * 6), (x + 12 - (i * 5 + k * 7) % 16, 391 + k * 6)],
                "#b8a884",
                1.3,
            )
    tea_set(pen.at(480, 414))


def tea_set(pen):
    pen.ellipse(0, 14, 64, 15, "#c99a3a")
    pen.ellipse(0, 12, 56, 11, "#e2b95c")
    pen.line(bow(28, -6, 15, 13, -70, 80), p.CREAM, 5)
    pen.ellipse(0, -4, 25, 20, p.CREAM)
    pen.poly([(-20, -6), (-44, -20), (-38, -26), (-16, -14)], p.CREAM)
    pen.ellipse(0, -22, 9, 5, p.TEAL)
    pen.line([(-20, -2), (20, -2)], p.TEAL, 2.5)
    for x in (-44, 44):
        pen.poly([(x - 9, 4), (x + 9, 4), (x + 6, 17), (x - 6, 17)], p.CREAM)
        pen.ellipse(x, 4, 9, 3, "#a8762e")
