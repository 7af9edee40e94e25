"""Stamps in red ink, which the rest of a page hides from recognition.

The forms of Circular 24/2020/TT-BCA are stamped in red by hand: crooked, in a frame, over lines of
text. Red ink alone, turned a little each way, is recognised where the whole page is not.
"""

from PIL import Image, ImageChops

from files.reading import ocr
from files.reading.stamps import stamps_in

RED = 60  # by so much red is brighter than green and blue, of 255
MIN_SIDE = 20  # of what may be a stamp, in points of the picture
MARGIN = 20
TURNS = (0, -5, 5)  # degrees; each reading bears three more either way


def stamps_in_red(picture: Image.Image) -> list[str]:
    """MẬT, TỐI MẬT, TUYỆT MẬT as far as they stand in red on an RGB picture of a page."""
    red, green, blue = picture.split()
    ink = ImageChops.subtract(red, ImageChops.lighter(green, blue))
    box = ink.point(lambda value: 255 * (value > RED)).getbbox()
    if box is None or min(box[2] - box[0], box[3] - box[1]) < MIN_SIDE:
        return []
    left, top, right, bottom = box
    around = left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN
    return _recognised(ImageChops.invert(ink.crop(around)))


def _recognised(ink):
    for degrees in TURNS:
        turned = ink.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
        found = ocr.recognise(turned, sparse=True)
        if found and (stamps := stamps_in([found.text], ocr=True)):
            return [stamp.word for stamp in stamps]
    return []
