"""A pen that draws flat shapes on a 960 x 640 page, large, to be reduced for smooth edges."""

from math import cos, pi, sin, tau

from PIL import Image, ImageColor, ImageDraw

WIDTH, HEIGHT = 960, 640
OVERSIZE = 5
FINISHED = (1600, 1067)


class Pen:
    """Draws on one page; `at` gives a pen whose origin, size and side are its own."""

    def __init__(self, image, x=0, y=0, scale=1, flip=1, turn=0):
        self.image = image
        self.draw = ImageDraw.Draw(image, "RGBA")
        self.x, self.y, self.scale, self.flip, self.turn = x, y, scale, flip, turn

    @classmethod
    def page(cls, colour="#ffffff"):
        return cls(Image.new("RGB", (WIDTH * OVERSIZE, HEIGHT * OVERSIZE), colour))

    def at(self, x, y, scale=1, mirror=False, turn=0):
        """A pen at a point of this one; `turn` is in degrees, clockwise."""
        x, y = self.place((x, y))
        flip = -self.flip if mirror else self.flip
        return Pen(self.image, x, y, self.scale * scale, flip, self.turn + turn * self.flip)

    def place(self, point):
        x, y = point[0] * self.flip * self.scale, point[1] * self.scale
        c, s = cos(self.turn * pi / 180), sin(self.turn * pi / 180)
        return self.x + x * c - y * s, self.y + x * s + y * c

    def pixels(self, points):
        return [(x * OVERSIZE, y * OVERSIZE) for x, y in map(self.place, points)]

    def poly(self, points, fill):
        self.draw.polygon(self.pixels(points), fill=fill)

    def rect(self, x, y, width, height, fill, radius=0):
        self.poly(rectangle(x, y, width, height, radius), fill)

    def ellipse(self, x, y, rx, ry, fill):
        self.poly(oval(x, y, rx, ry), fill)

    def circle(self, x, y, r, fill):
        self.ellipse(x, y, r, r, fill)

    def line(self, points, fill, width=2):
        """A line with round joints and ends."""
        pixels = self.pixels(points)
        thick = max(1, round(width * self.scale * OVERSIZE))
        self.draw.line(pixels, fill=fill, width=thick, joint="curve")
        r = thick / 2
        for x, y in (pixels[0], pixels[-1]):
            self.draw.ellipse((x - r, y - r, x + r, y + r), fill=fill)

    def arc(self, x, y, r, start, end, fill, width=2):
        """Part of a circle; angles in degrees, clockwise from the right."""
        self.line(bow(x, y, r, r, start, end), fill, width)

    def shade(self, points, *colours):
        """Fill with a gradient from the top of the shape to its bottom."""
        pixels = self.pixels(points)
        left, top = (int(min(p[i] for p in pixels)) for i in (0, 1))
        right, bottom = (int(max(p[i] for p in pixels)) + 1 for i in (0, 1))
        size = (right - left, bottom - top)
        mask = Image.new("L", size)
        ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in pixels], fill=255)
        self.image.paste(gradient(size, colours), (left, top), mask)

    def sky(self, *colours):
        self.shade(rectangle(0, 0, WIDTH, HEIGHT), *colours)

    def inside(self, points, paint):
        """Let `paint(pen)` draw, and keep only what falls inside the shape."""
        layer = self.image.copy()
        paint(Pen(layer, self.x, self.y, self.scale, self.flip, self.turn))
        mask = Image.new("L", self.image.size)
        ImageDraw.Draw(mask).polygon(self.pixels(points), fill=255)
        self.image.paste(layer, (0, 0), mask)

    def finish(self):
        return self.image.resize(FINISHED, Image.Resampling.LANCZOS)


def gradient(size, colours):
    """A picture whose rows run through the colours at even steps."""
    stops = [ImageColor.getrgb(colour)[:3] for colour in colours]
    column = Image.new("RGB", (1, size[1]))
    for row in range(size[1]):
        place = row / max(1, size[1] - 1) * (len(stops) - 1)
        column.putpixel((0, row), mix(stops, place))
    return column.resize(size)


def mix(stops, place):
    at = min(int(place), len(stops) - 2)
    part = place - at
    return tuple(round(a + (b - a) * part) for a, b in zip(stops[at], stops[at + 1], strict=True))


def bow(x, y, rx, ry, start, end, steps=48):
    angles = [(start + (end - start) * i / steps) * pi / 180 for i in range(steps + 1)]
    return [(x + rx * cos(a), y + ry * sin(a)) for a in angles]


def oval(x, y, rx, ry):
    return bow(x, y, rx, ry, 0, 360, 72)


def rectangle(x, y, width, height, radius=0):
    """The corners of a rectangle, rounded when there is a radius."""
    right, bottom = x + width, y + height
    if not radius:
        return [(x, y), (right, y), (right, bottom), (x, bottom)]
    r = min(radius, width / 2, height / 2)
    corners = ((right - r, y + r, 270), (right - r, bottom - r, 0))
    corners += ((x + r, bottom - r, 90), (x + r, y + r, 180))
    return [p for cx, cy, a in corners for p in bow(cx, cy, r, r, a, a + 90, 10)]


def curve(start, first, second, end, steps=24):
    """Points of a cubic Bezier curve."""
    points = []
    for i in range(steps + 1):
        t = i / steps
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        corners = (start, first, second, end)
        points.append(
            tuple(sum(w * c[k] for w, c in zip(weights, corners, strict=True)) for k in (0, 1))
        )
    return points


def wave(i, *terms):
    """Height of a sum of sines at i; each term is (amplitude, length, phase)."""
    return sum(a * sin(i / length * tau + phase) for a, length, phase in terms)


def scatter(i, salt=0):
    """A number from 0 to 1 that looks random and is the same each time."""
    value = sin(i * 12.9898 + salt * 78.233) * 43758.5453
    return value - int(value) if value >= 0 else value - int(value) + 1
