"""Digital services: a great phone, the young showing the old."""

from . import palette as p
from .canvas import Pen, rectangle
from .people import figure
from .shapes import peaks, ridge, star, sun


def digital_services():
    pen = Pen.page("#f6ead0")
    pen.shade(rectangle(0, 0, 960, 640), "#f8eed8", "#efd9ac")
    sun(pen, 480, 250, 190, "#fbe3b0", "#fbe3b0")
    peaks(pen, "#dcc79a", 470, ((120, 180, 150), (300, 120, 140), (700, 140, 150), (860, 200, 160)))
    ridge(pen, "#a9b58f", 470, (16, 420, 0.4), (6, 130, 1))
    ridge(pen, p.HILLS[2], 540, (12, 520, 2))
    network(pen)
    phone(pen.at(480, 70))
    young_and_old(pen)
    return pen


def network(pen):
    nodes = (
        (96, 110),
        (210, 60),
        (250, 190),
        (110, 260),
        (868, 100),
        (740, 66),
        (716, 196),
        (856, 250),
    )
    for a, b in ((0, 1), (1, 2), (0, 3), (2, 3), (4, 5), (5, 6), (4, 7), (6, 7), (0, 2), (4, 6)):
        pen.line([nodes[a], nodes[b]], "#a3161b66", 2.5)
    for a in (2, 6):
        pen.line([nodes[a], (388 if a == 2 else 572, 230)], "#a3161b66", 2.5)
    for i, (x, y) in enumerate(nodes):
        pen.circle(x, y, 21, p.CREAM)
        pen.circle(x, y, 16, (p.RED, p.TEAL, p.OCHRE)[i % 3])
        icon(pen.at(x, y), i % 3)


def icon(pen, kind):
    if kind == 0:
        pen.poly([(-8, 0), (0, -8), (8, 0), (8, 8), (-8, 8)], p.CREAM)
    elif kind == 1:
        pen.rect(-2.5, -8, 5, 16, p.CREAM)
        pen.rect(-8, -2.5, 16, 5, p.CREAM)
    else:
        star(pen, 0, 0, 9, p.CREAM)


def phone(pen):
    pen.rect(-104, 0, 216, 410, "#00000022", 30)
    pen.rect(-110, -8, 216, 410, p.INK, 30)
    pen.rect(-98, 6, 192, 382, p.CREAM, 20)
    pen.rect(-98, 6, 192, 58, p.RED, 18)
    pen.rect(-98, 40, 192, 26, p.RED)
    star(pen, -66, 36, 17)
    pen.rect(-40, 26, 110, 9, "#ffe7ae", 3)
    pen.rect(-40, 42, 70, 7, "#ffffff88", 3)
    for i, height in enumerate((40, 62, 52, 88, 112)):
        pen.rect(
            -80 + i * 33, 206 - height, 22, height, (p.OCHRE, p.TEAL)[i % 2] if i < 4 else p.RED, 3
        )
    pen.line([(-84, 208), (84, 208)], "#c9b793", 3)
    for i in range(3):
        tick_row(pen.at(0, 232 + i * 46), i)


def tick_row(pen, i):
    pen.rect(-82, 0, 164, 36, "#f3e8d0", 8)
    pen.circle(-62, 18, 11, p.TEAL)
    pen.line([(-67, 18), (-63, 23), (-56, 13)], p.CREAM, 3)
    pen.rect(-42, 9, 100 - i * 14, 7, "#8b7a5c", 3)
    pen.rect(-42, 21, 70 - i * 10, 6, "#c9b793", 3)


def young_and_old(pen):
    for x in (250, 330, 660, 748):
        pen.ellipse(x, 612, 62, 9, "#23463766")
    figure(pen.at(250, 610, 1.95), "#1f4e79", p.INDIGO, p.SKIN[0], None, (-26, -74), (36, -98))
    figure(pen.at(340, 612, 1.75), "#d8c4a0", "#3b2a2a", p.SKIN[2], "grey", (-24, -92), (22, -92))
    device(pen.at(342, 440))
    figure(
        pen.at(660, 612, 1.75),
        "#4a1418",
        "#2a1218",
        p.SKIN[1],
        "scarf",
        (-22, -92),
        (24, -92),
        "skirt",
    )
    figure(
        pen.at(752, 610, 1.95), "#1f4e79", p.CREAM, p.SKIN[0], "bun", (-38, -98), (26, -74), "tunic"
    )
    device(pen.at(660, 440))


def device(pen):
    pen.rect(-17, -10, 34, 52, p.INK, 6)
    pen.rect(-13, -5, 26, 40, "#dff0ec", 3)
    pen.circle(0, 12, 8, p.TEAL)
