"""Simple people: busts, heads from behind, and standing figures in several dresses."""

from . import palette as p
from .canvas import bow, curve


def shoulders(pen, coat, half=42, height=90):
    left = curve((-half, height), (-half, height - 44), (-half * 0.62, 30), (0, 28), 14)
    pen.poly(left + [(-x, y) for x, y in reversed(left)], coat)


def bust(pen, coat, skin, tie=None, long_hair=False):
    """Head and shoulders from the front; the head's centre is the origin."""
    if long_hair:
        pen.rect(-28, -10, 56, 62, p.INK, 22)
    shoulders(pen, coat)
    pen.rect(-9, 14, 18, 22, skin, 6)
    pen.poly([(-14, 29), (14, 29), (0, 52)], p.CREAM)
    if tie:
        pen.poly([(-5, 32), (5, 32), (7, 66), (0, 74), (-7, 66)], tie)
    pen.ellipse(0, 0, 23, 25, skin)
    hair(pen, 25)


def hair(pen, r):
    cap = bow(0, -1, r, r + 2, 180, 360)
    fringe = curve((r, -1), (r * 0.6, -r * 0.62), (-r * 0.2, -r * 0.5), (-r, -1), 14)
    pen.poly(cap + fringe, p.INK)


def back(pen, coat, skin, style="short"):
    """Head and shoulders from behind."""
    shoulders(pen, coat)
    pen.rect(-9, 14, 18, 18, skin, 5)
    pen.circle(0, 0, 25, p.INK)
    pen.poly(bow(0, 0, 25, 25, 35, 145) + curve((-20, 14), (-10, 19), (10, 19), (20, 14)), skin)
    if style == "bun":
        pen.circle(0, -20, 13, p.INK)
    if style == "long":
        pen.rect(-23, -4, 46, 62, p.INK, 20)
    if style == "hat":
        conical_hat(pen.at(0, 4, 1.5))


def pupil(pen, shirt="#f7f1e4", braids=False):
    """A pupil from behind, with the red scarf."""
    shoulders(pen, shirt, 44, 96)
    pen.poly([(-15, 29), (15, 29), (0, 54)], p.RED)
    pen.circle(0, 0, 28, p.INK)
    if braids:
        for side in (-1, 1):
            pen.line([(side * 27, 6), (side * 31, 40)], p.INK, 11)
            pen.circle(side * 28, 13, 6.5, p.RED)


def conical_hat(pen, fill="#ecd9a6"):
    """A nón lá; its rim is at y = 0."""
    pen.poly([(-30, 1), (0, -27), (30, 1)], fill)
    pen.poly([(0, -27), (30, 1), (6, 1)], "#b88d4a55")
    pen.ellipse(0, 1, 30, 5, "#d4b673")
    for y in (-8, -16):
        half = (y + 27) * 30 / 28
        pen.line([(-half + 1, y + 1), (half - 1, y + 1)], "#a8803f66", 1)


def arm(pen, shoulder, hand, sleeve, skin, width=10):
    """A sleeve from shoulder to hand, bent a little downwards."""
    bend = ((shoulder[0] * 0.45 + hand[0] * 0.55), (shoulder[1] + hand[1]) / 2 + 7)
    points = curve(shoulder, bend, bend, hand, 12)
    pen.line(points[:-1], sleeve, width)
    pen.circle(*hand, width * 0.52, skin)


HEADS = {
    "hat": lambda pen: conical_hat(pen.at(0, -134)),
    "scarf": lambda pen: scarf(pen),
    "cap": lambda pen: cap(pen),
    "bun": lambda pen: pen.circle(0, -152, 8, p.INK),
    "turban": lambda pen: pen.rect(-19, -150, 38, 15, p.INDIGO, 7),
    "grey": lambda pen: pen.poly(bow(0, -131, 16.5, 18, 180, 360), "#cfc6b8"),
}


def scarf(pen):
    """A cloth wound around the hair, a lock of it showing."""
    pen.poly(bow(0, -138, 19, 17, 178, 362), p.RED)
    pen.line(bow(0, -132, 24, 12, 205, 335), p.GOLD, 3)
    pen.poly([(14, -146), (27, -140), (24, -122), (17, -130)], p.RED)


def cap(pen):
    pen.poly(bow(0, -136, 17, 15, 180, 360), p.CREAM)
    pen.rect(-18, -138, 36, 6, p.INDIGO, 3)


def figure(
    pen,
    coat,
    legs=p.INDIGO,
    skin=p.SKIN[0],
    head=None,
    left=(-26, -72),
    right=(26, -72),
    dress="shirt",
):
    """A standing person, feet at the origin, 150 units high; hands where they are told."""
    DRESSES[dress](pen, coat, legs)
    pen.rect(-5, -122, 10, 14, skin, 3)
    arm(pen, (-15, -103), left, coat, skin)
    arm(pen, (15, -103), right, coat, skin)
    pen.circle(0, -131, 15, skin)
    pen.poly(
        bow(0, -132, 16, 17, 180, 360) + curve((16, -132), (9, -142), (-4, -140), (-16, -132)),
        p.INK,
    )
    if head:
        HEADS[head](pen)


def torso(pen, coat, hem=-52, half=18):
    pen.poly([(-18, -110), (18, -110), (half, hem), (-half, hem)], coat)
    pen.circle(-14, -105, 6, coat)
    pen.circle(14, -105, 6, coat)


def trousers(pen, legs):
    for side in (-1, 1):
        pen.poly([(side * 17, -60), (0, -60), (side * 3, -2), (side * 13, -2)], legs)
        pen.ellipse(side * 9, -1, 8, 4, p.INK)


def shirt(pen, coat, legs):
    trousers(pen, legs)
    torso(pen, coat)
    pen.poly([(-7, -112), (7, -112), (0, -101)], "#00000030")


def tunic(pen, coat, legs):
    """Áo dài: a long tunic, open at the sides, over trousers."""
    for side in (-1, 1):
        pen.poly([(side * 14, -64), (side * 2, -64), (side * 5, -1), (side * 16, -1)], legs)
    pen.poly([(-15, -80), (15, -80), (22, -14), (-22, -14)], coat)
    torso(pen, coat, -72, 14)
    pen.line([(0, -72), (2, -16)], "#00000026", 1.6)


def skirt(pen, coat, legs):
    """A wide skirt with a woven border, as in the highlands."""
    pen.rect(-9, -10, 6, 10, p.SKIN[2])
    pen.rect(3, -10, 6, 10, p.SKIN[2])
    pen.poly([(-13, -72), (13, -72), (30, -8), (-30, -8)], legs)
    pen.poly([(-27, -20), (27, -20), (30, -8), (-30, -8)], p.RED)
    pen.poly([(-24.5, -29), (24.5, -29), (26.5, -22), (-26.5, -22)], p.GOLD)
    torso(pen, coat, -68, 15)
    pen.rect(-16, -74, 32, 8, p.RED, 2)


DRESSES = {"shirt": shirt, "tunic": tunic, "skirt": skirt}
