"""Things that stand in many scenes: star, flag, sun, hills, trees, houses, lamps, boats."""

from math import cos, pi, sin

from . import palette as p
from .canvas import WIDTH, bow, curve, rectangle, scatter, wave


def star_points(x, y, r, turn=0):
    """The five-pointed star of the flag: inner radius by the golden section."""
    points = []
    for i in range(10):
        a = (i * 36 - 90 + turn) * pi / 180
        reach = r if i % 2 == 0 else r * 0.381966
        points.append((x + reach * cos(a), y + reach * sin(a)))
    return points


def star(pen, x, y, r, fill=p.STAR, turn=0):
    pen.poly(star_points(x, y, r, turn), fill)


def flat_flag(pen, x, y, width):
    """The national flag: 3 by 2, the star's radius a fifth of the length."""
    pen.rect(x, y, width, width * 2 / 3, p.RED)
    star(pen, x + width / 2, y + width / 3, width / 5)


def flag(pen, x, y, width, pole=0, tilt=0):
    """A flag in a light wind, from the top of its pole at (x, y)."""
    pen = pen.at(x, y, width / 90, turn=tilt)
    if pole:
        pen.rect(-3.5, -6, 4, pole * 90 / width + 6, p.BARK, 1)
        pen.circle(-1.5, -8, 4, p.GOLD)
    top = curve((0, 0), (30, -9), (55, 9), (90, 0))
    low = [(px, py + 60) for px, py in reversed(top)]
    pen.poly(top + low, p.RED)
    fold = [q for q in top if q[0] >= 58]
    pen.poly(fold + [(px, py + 60) for px, py in reversed(fold)], "#8a101640")
    star(pen, 44, 30, 18, turn=3)


def flag_string(pen, start, end, sag, count, colours=(p.RED, p.GOLD, p.CORAL)):
    """Paper pennants on a cord."""
    cord = curve(
        start, between(start, end, 0.33, sag), between(start, end, 0.66, sag), end, count * 4
    )
    pen.line(cord, p.INK, 1.5)
    for i in range(count):
        (x0, y0), (x1, y1) = cord[i * 4 + 1], cord[i * 4 + 3]
        tip = ((x0 + x1) / 2, (y0 + y1) / 2 + (x1 - x0) * 1.3)
        pen.poly([(x0, y0), (x1, y1), tip], colours[i % len(colours)])


def between(start, end, part, sag=0):
    return tuple(
        a + (b - a) * part + (sag if k else 0)
        for k, (a, b) in enumerate(zip(start, end, strict=True))
    )


def sun(pen, x, y, r, fill="#fff6de", halo="#fff6de"):
    for reach, alpha in ((1.9, "22"), (1.42, "38")):
        pen.circle(x, y, r * reach, halo + alpha)
    pen.circle(x, y, r, fill)


def drum_sun(pen, x, y, r, fill="#fff1cc", thread="#d9a441"):
    """A sun that is the face of a Đông Sơn drum."""
    pen.circle(x, y, r, fill)
    for part in (0.92, 0.7, 0.66, 0.42):
        pen.line(bow(x, y, r * part, r * part, 0, 360, 90), thread + "aa", 1.4)
    for i in range(48):
        a = i / 24 * pi
        pen.circle(x + r * 0.81 * cos(a), y + r * 0.81 * sin(a), r * 0.028, thread + "cc")
    rays(pen, x, y, r * 0.36, 14, thread)


def rays(pen, x, y, r, count, fill):
    points = []
    for i in range(count * 2):
        a, reach = i / count * pi, r if i % 2 == 0 else r * 0.45
        points.append((x + reach * cos(a), y + reach * sin(a)))
    pen.poly(points, fill)


def ridge_line(base, *terms, step=6):
    return [(x, base + wave(x, *terms)) for x in range(-12, WIDTH + 13, step)]


def ridge(pen, fill, base, *terms):
    """A hill across the whole page: height `base` plus sines (amplitude, length, phase)."""
    pen.poly([*ridge_line(base, *terms), (WIDTH + 12, 660), (-12, 660)], fill)


def peaks(pen, fill, base, tops):
    """Steep limestone mountains: `tops` are (x, height, half width)."""
    for x, height, half in tops:
        left = curve(
            (x - half, base),
            (x - half * 0.62, base),
            (x - half * 0.5, base - height),
            (x, base - height),
        )
        right = curve(
            (x, base - height),
            (x + half * 0.42, base - height),
            (x + half * 0.6, base),
            (x + half, base),
        )
        pen.poly(left + right, fill)


def mist(pen, y, height, colour="#fbf5e8", strength=90):
    """A veil that is thickest at its lower edge."""
    for i in range(12):
        alpha = f"{round(strength * (i + 1) / 12 / 3):02x}"
        top = y + height * i / 12
        pen.rect(-5, top, WIDTH + 10, y + height - top, colour + alpha)


def cloud(pen, x, y, size, fill="#fff8e6cc"):
    pen.rect(x, y, size, size * 0.16, fill, size * 0.08)
    pen.rect(x + size * 0.2, y - size * 0.11, size * 0.52, size * 0.16, fill, size * 0.08)
    pen.rect(x + size * 0.38, y + size * 0.1, size * 0.8, size * 0.13, fill, size * 0.07)


def tree(pen, x, y, size, leaf=p.LEAVES[1], trunk=p.BARK):
    """A round tree whose foot is at (x, y)."""
    pen = pen.at(x, y, size / 100)
    pen.poly([(-5, 0), (5, 0), (3, -60), (-3, -60)], trunk)
    pen.line([(0, -34), (16, -58)], trunk, 3)
    for cx, cy, r in ((-22, -62, 24), (22, -64, 25), (0, -84, 30)):
        pen.circle(cx, cy, r, leaf)
    pen.circle(-8, -92, 16, "#ffffff14")


def palm(pen, x, y, size, leaf=p.LEAVES[1], trunk=p.BARK, lean=6):
    pen = pen.at(x, y, size / 100)
    pen.line(curve((0, 0), (1, -35), (lean, -60), (lean, -92), 10), trunk, 6)
    for angle, reach in (
        (-160, 52),
        (-20, 52),
        (-125, 46),
        (-55, 46),
        (-190, 44),
        (10, 44),
        (-90, 30),
    ):
        a = angle * pi / 180
        tip = (lean + reach * cos(a), -92 + reach * sin(a) + 20)
        bend = (lean + reach * 0.6 * cos(a), -92 + reach * 0.9 * sin(a) - 10)
        over = curve((lean, -94), bend, bend, tip, 12)
        under = curve(tip, (bend[0], bend[1] + 15), (bend[0], bend[1] + 15), (lean, -88), 12)
        pen.poly(over + under, leaf)


def banana(pen, x, y, size, leaf=p.LEAVES[2]):
    pen = pen.at(x, y, size / 100)
    for turn, length in ((-64, 78), (-28, 96), (4, 104), (34, 94), (66, 76)):
        blade = pen.at(0, 0, turn=turn)
        points = curve((0, 0), (-20, -length * 0.4), (-14, -length * 0.8), (0, -length), 14)
        points += curve((0, -length), (14, -length * 0.8), (20, -length * 0.4), (0, 0), 14)
        blade.poly(points, leaf)
        blade.line([(0, 0), (0, -length + 6)], "#ffffff2a", 1.6)


def blossoms(pen, x, y, spread, count, colours, size=5):
    for i in range(count):
        r = spread * scatter(i, 3) ** 0.6
        a = scatter(i, 7) * 2 * pi
        colour = colours[i % len(colours)]
        pen.circle(x + r * cos(a), y + r * 0.7 * sin(a), size * (0.6 + 0.6 * scatter(i, 9)), colour)


def window(pen, x, y, width, height, glass="#ffe3a0", frame=p.DEEP, thick=4):
    pen.rect(x - thick, y - thick, width + thick * 2, height + thick * 2, frame)
    pen.rect(x, y, width, height, glass)
    pen.rect(x + width / 2 - thick / 2, y, thick, height, frame)
    pen.rect(x, y + height / 2 - thick / 2, width, thick, frame)


def tiled_roof(pen, x, y, width, height, fill="#9c3a24", overhang=14, eave=p.DEEP):
    """A roof seen from the front: a trapezium with rows of tiles and its eave."""
    left, right, inset = x - overhang, x + width + overhang, height * 0.7
    pen.poly([(left + inset, y - height), (right - inset, y - height), (right, y), (left, y)], fill)
    for i in range(1, 5):
        part = i / 5
        at = y - height + height * part
        pen.line(
            [(left + inset * (1 - part), at), (right - inset * (1 - part), at)], "#00000026", 1.5
        )
    pen.rect(left, y - 3, right - left, 7, eave, 2)


def waves(pen, y, colours, depth=34, crest=7):
    """Bands of scalloped water from y to the foot of the page."""
    for i, colour in enumerate(colours):
        top, span = y + i * depth * (1 + i * 0.12), 26 + i * 9
        points = []
        for k in range(-2, WIDTH // span + 3):
            start = k * span - i * 11
            points += curve(
                (start, top),
                (start + span * 0.3, top - crest),
                (start + span * 0.7, top - crest),
                (start + span, top),
                10,
            )
        pen.poly([*points, (WIDTH + 90, 660), (-90, 660)], colour)


def fishing_boat(pen, x, y, size, hull=p.DEEP, trim=p.GOLD, with_flag=True):
    """A wooden boat seen from its side, its waterline at y."""
    pen = pen.at(x, y, size / 260)
    if with_flag:
        flag(pen, 60, -150, 74, pole=130)
    pen.rect(96, -88, 104, 46, p.CREAM)
    for i in range(3):
        pen.rect(106 + i * 32, -78, 20, 18, p.SEA[3], 2)
    pen.rect(88, -98, 122, 12, p.RED, 3)
    pen.poly([(-8, -52), (60, -42), (220, -42), (268, -58), (232, 8), (28, 8)], hull)
    pen.poly(
        [(-8, -52), (60, -42), (220, -42), (268, -58), (263, -45), (220, -30), (60, -30), (0, -40)],
        trim,
    )
    pen.ellipse(238, -32, 9, 6, p.CREAM)
    pen.circle(240, -32, 3, p.INK)


def lantern_lamp(pen, x, y, size, fill=p.RED):
    """A round cloth lantern hung at (x, y)."""
    pen = pen.at(x, y, size / 40)
    pen.line([(0, -14), (0, 0)], p.INK, 1.5)
    pen.ellipse(0, 20, 20, 18, fill)
    pen.ellipse(0, 20, 9, 18, "#ffffff22")
    for y0 in (2, 36):
        pen.rect(-8, y0 - 2, 16, 5, p.GOLD, 1)
    pen.line([(0, 40), (0, 54)], p.GOLD, 2)


def frame(pen, x, y, width, height, paint, border=p.BROWN, thick=8):
    """A framed picture; `paint` draws its inside on a pen placed at its corner."""
    pen.rect(x - thick, y - thick, width + thick * 2, height + thick * 2, border)
    pen.rect(x - thick / 3, y - thick / 3, width + thick * 0.66, height + thick * 0.66, p.CREAM)
    pen.inside(rectangle(x, y, width, height), lambda inner: paint(inner.at(x, y)))


def pot(pen, x, y, size, leaf=p.LEAVES[1], bloom=p.RED):
    pen = pen.at(x, y, size / 60)
    for turn in (-40, -18, 0, 20, 42):
        blade = pen.at(0, -26, turn=turn)
        blade.ellipse(0, -18, 6, 20, leaf)
    blossoms(pen, 0, -50, 20, 8, (bloom, p.GOLD), 4)
    pen.poly([(-16, -28), (16, -28), (11, 0), (-11, 0)], p.CLAY)
    pen.rect(-18, -32, 36, 7, p.WOOD, 2)
