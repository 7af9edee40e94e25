"""Scenes under a roof: classroom, library, exhibition."""

from . import palette as p
from .canvas import Pen, bow, curve, rectangle, scatter
from .halls import village_window
from .people import back, bust, figure, pupil
from .shapes import flat_flag, frame, star


def classroom():
    pen = Pen.page("#f5e6c2")
    pen.rect(0, 0, 960, 14, "#e0cb98")
    flat_flag(pen, 438, 26, 84)
    for x in (48, 806):
        village_window(pen, x, 116, x < 480)
    blackboard(pen)
    pen.rect(0, 430, 960, 210, "#b9773f")
    for i in range(-8, 17):
        pen.line([(480 + (i - 4) * 64, 430), (480 + (i - 4) * 150, 640)], "#8b4f2a44", 1.6)
    pen.rect(0, 424, 960, 9, p.WOOD)
    teacher(pen)
    for r, (y, size, step, shift) in enumerate(
        ((480, 0.9, 124, 46), (560, 1.2, 166, -20), (652, 1.55, 214, 80))
    ):
        for i in range(9):
            x = shift + i * step
            if r < 2:
                pen.rect(x - 56 * size, y + 44 * size, 112 * size, 10 * size, "#8b4f2a", 3)
            pupil(pen.at(x, y, size), ("#fbf5e8", "#efe5d0")[i % 2], (i + r) % 3 == 1)
    return pen


def blackboard(pen):
    pen.rect(226, 108, 508, 256, "#7a4a2a", 4)
    pen.shade(rectangle(238, 120, 484, 232), "#2f5a4a", "#234637")
    for y, lengths in ((150, (120, 84)), (186, (180, 60)), (222, (96, 120))):
        x = 268
        for length in lengths:
            pen.line([(x, y), (x + length, y)], "#f3ecdccc", 4)
            x += length + 22
    pen.arc(620, 250, 62, 0, 360, "#f6c860", 3)
    star(pen, 620, 250, 44, "#f6c860")
    pen.rect(420, 360, 130, 7, "#5a3420", 2)
    pen.rect(440, 354, 26, 7, p.CREAM, 2)


def teacher(pen):
    pen.ellipse(372, 462, 60, 9, "#8b4f2a66")
    body = pen.at(372, 462, 1.85)
    figure(body, p.RED, p.CREAM, p.SKIN[0], None, (-26, -76), (48, -136), "tunic")
    body.poly(
        [*curve((-16, -136), (-26, -110), (-22, -90), (-16, -80)), (-8, -84), (-9, -128)], p.INK
    )
    body.line([(48, -138), (78, -158)], p.WOOD, 3)


def library():
    pen = Pen.page("#3a1f1c")
    pen.shade(rectangle(0, 0, 960, 640), "#341a1c", "#4a2620")
    for row in range(4):
        bookshelf(pen, 34 + row * 118, row)
    for x in (0, 306, 640, 946):
        pen.rect(x - 8, 0, 22, 520, "#5a3420")
        pen.rect(x - 8, 0, 6, 520, "#ffffff12")
    lamp_light(pen)
    reader(pen)
    return pen


def bookshelf(pen, top, row):
    x, i = 4, 0
    while x < 960:
        width = 13 + 15 * scatter(i + 1, row + 1)
        height = 62 + 32 * scatter(i + 1, row + 9)
        colour = p.BOOKS[int(scatter(i + 1, row + 21) * 8)]
        if scatter(i + 1, row + 33) > 0.07:
            pen.rect(x, top + 96 - height, width - 2, height, colour, 1)
            pen.rect(x, top + 108 - height, width - 2, 4, "#ffffff40")
        x, i = x + width, i + 1
    pen.rect(0, top + 96, 960, 14, "#7a4a2a")
    pen.rect(0, top + 108, 960, 6, "#00000040")


def lamp_light(pen):
    for reach, alpha in ((330, "10"), (250, "14"), (170, "1c")):
        pen.ellipse(676, 420, reach, reach * 0.78, "#f6d98b" + alpha)


def reader(pen):
    pen.rect(0, 536, 960, 110, "#8b5a36")
    pen.rect(0, 530, 960, 14, "#a8703f")
    back_rest = pen.at(420, 500)
    back_rest.rect(-96, -120, 192, 170, "#5a2f1b", 26)
    bust(pen.at(420, 374, 1.85), "#2e4b43", p.SKIN[0])
    for side in (-1, 1):
        pen.line(
            curve(
                (420 + side * 62, 480),
                (420 + side * 112, 510),
                (420 + side * 110, 540),
                (420 + side * 62, 546),
                12,
            ),
            "#2e4b43",
            30,
        )
    open_book(pen.at(420, 560))
    desk_lamp(pen.at(700, 536))
    for i, (width, colour) in enumerate(((132, "#c9202a"), (118, "#e3c27a"), (126, "#2e4b43"))):
        pen.rect(136 - (i * 5), 514 - i * 23, width, 22, colour, 3)
        pen.rect(136 - (i * 5) + width - 12, 517 - i * 23, 12, 16, p.CREAM)


def open_book(pen):
    for side in (-1, 1):
        page = curve((0, -44), (side * 40, -66), (side * 90, -60), (side * 128, -50))
        page += [(side * 120, 22), (0, 30)]
        pen.poly(page, "#fbf5e8" if side < 0 else "#efe2c6")
        for k in range(4):
            pen.line([(side * 22, -34 + k * 14), (side * 100, -38 + k * 14)], "#b8a88488", 2)
    pen.line([(0, -44), (0, 30)], "#c9b793", 3)
    for side in (-1, 1):
        pen.ellipse(side * 122, -6, 15, 18, p.SKIN[0])


def desk_lamp(pen):
    pen.ellipse(0, 2, 44, 9, "#3a1f1c")
    pen.rect(-4, -130, 8, 130, "#c99a3a")
    pen.poly([(-34, -196), (34, -196), (62, -124), (-62, -124)], "#f6d98b")
    pen.poly([(0, -196), (34, -196), (62, -124), (12, -124)], "#e3b85c")
    pen.ellipse(0, -124, 62, 8, "#fff4d0")


def exhibition():
    pen = Pen.page("#eadcc0")
    pen.shade(rectangle(0, 0, 960, 440), "#e3d3b2", "#f3e8d0")
    pen.rect(0, 0, 960, 26, "#4a2a22")
    pen.poly([(0, 440), (960, 440), (960, 640), (0, 640)], "#9c6a42")
    for i in range(-8, 17):
        pen.line([(480 + (i - 4) * 70, 440), (480 + (i - 4) * 160, 640)], "#6b3f2440", 1.6)
    pen.rect(0, 430, 960, 12, "#6b3f24")
    for x, width in ((150, 210), (480, 270), (810, 210)):
        spot(pen, x, width)
    frame(pen, 70, 140, 160, 190, old_village)
    frame(pen, 365, 108, 230, 222, march, p.DEEP, 11)
    frame(pen, 730, 140, 160, 190, portrait_of_a_lamp)
    for x in (150, 480, 810):
        pen.rect(x - 34, 352, 68, 20, p.CREAM, 2)
        pen.line([(x - 24, 362), (x + 22, 362)], "#b8a884", 2)
    for x in (292, 668):
        showcase(pen.at(x, 470))
    visitors(pen)
    return pen


def spot(pen, x, width):
    pen.poly(
        [(x - 9, 34), (x + 9, 34), (x + width * 0.62, 400), (x - width * 0.62, 400)], "#fff6d82e"
    )
    pen.poly([(x - 14, 20), (x + 14, 20), (x + 9, 40), (x - 9, 40)], p.INK)


def old_village(pen):
    pen.rect(0, 0, 160, 190, "#d9b98a")
    pen.circle(112, 52, 24, "#f4e2b8")
    pen.poly([*curve((0, 120), (40, 60), (90, 80), (160, 110)), (160, 190), (0, 190)], "#a9855a")
    pen.rect(36, 110, 76, 40, "#7d5a3a")
    pen.poly([(24, 112), (46, 80), (102, 80), (124, 112)], "#5a3a24")
    pen.rect(0, 148, 160, 42, "#8b6a44")


def march(pen):
    pen.shade(rectangle(0, 0, 230, 222), "#c9202a", "#8a1016")
    for i in range(12):
        pen.poly([(115, 92), *bow(115, 92, 260, 260, i * 30, i * 30 + 13, 2)], "#f3c55a33")
    star(pen, 115, 88, 46)
    for i in range(7):
        x = 16 + i * 33
        pen.rect(x - 11, 158 + 7 * (i % 2), 22, 66, p.INK, 9)
        pen.circle(x, 148 + 7 * (i % 2), 9, p.INK)
        pen.line([(x + 12, 196), (x + 18, 122)], p.INK, 3)


def portrait_of_a_lamp(pen):
    pen.rect(0, 0, 160, 190, "#2f3b38")
    for r, alpha in ((66, "18"), (46, "24"), (28, "40")):
        pen.circle(80, 84, r, "#f6d98b" + alpha)
    pen.poly(
        curve((80, 46), (98, 74), (92, 92), (80, 94))
        + curve((80, 94), (68, 92), (62, 74), (80, 46)),
        "#f6c860",
    )
    pen.poly([(62, 108), (98, 108), (108, 160), (52, 160)], "#b5803f")
    pen.rect(68, 94, 24, 14, "#8b5a36")


def showcase(pen):
    pen.poly([(-78, 0), (78, 0), (70, 92), (-70, 92)], "#6b3f24")
    pen.rect(-86, -8, 172, 12, "#8b5a36", 2)
    pen.rect(-80, -84, 160, 78, "#dff0ec55", 3)
    pen.line([(-80, -8), (-80, -84), (80, -84), (80, -8)], "#ffffffaa", 2.5)
    pen.rect(-50, -44, 66, 36, "#7d5a3a", 4)
    pen.circle(-32, -26, 11, "#e3c27a")
    for k in range(3):
        pen.line([(-12, -34 + k * 8), (8, -34 + k * 8)], "#e3c27a", 2)
    pen.poly([(30, -8), (62, -8), (58, -36), (34, -36)], p.CLAY)
    pen.poly([(-60, -66), (-20, -80), (-16, -76), (-56, -62)], "#ffffff55")


def visitors(pen):
    for i, (x, y, size, coat, style) in enumerate(
        (
            (96, 528, 1.6, "#2c3e3a", "short"),
            (452, 520, 1.5, "#c8202a", "long"),
            (560, 552, 1.2, "#fbf5e8", "short"),
            (872, 530, 1.6, "#22303f", "bun"),
        )
    ):
        back(pen.at(x, y, size), coat, p.SKIN[i % 4], style)
    pupil(pen.at(204, 570, 1.15))
    pupil(pen.at(766, 572, 1.15), braids=True)
