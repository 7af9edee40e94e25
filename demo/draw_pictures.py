"""Draw the pictures of the demo content: python demo/draw_pictures.py [name ...]"""

import argparse
from pathlib import Path

from drawing import (
    cloth,
    digital,
    festivals,
    fields,
    gatherings,
    halls,
    hills,
    rivers,
    roads,
    rooms,
    schools,
    sea,
    towns,
)
from PIL import Image

SCENES = {
    "hoi-nghi": halls.conference,
    "dai-hoi": halls.congress,
    "sinh-hoat-chi-bo": halls.branch_meeting,
    "bau-cu": festivals.ballot,
    "san-khau": festivals.stage,
    "lop-hoc": rooms.classroom,
    "thu-vien": rooms.library,
    "trien-lam": rooms.exhibition,
    "chuyen-doi-so": digital.digital_services,
    "nha-san": hills.stilt_house_scene,
    "ruong-bac-thang": hills.terraces,
    "doi-che": hills.tea_hills,
    "gat-lua": fields.harvest,
    "trong-cay": fields.planting,
    "loa-truyen-thanh": fields.loudspeaker,
    "cau-moi": roads.bridge,
    "duong-hoa": roads.flower_road,
    "truong-hoc": schools.school,
    "tram-y-te": schools.health_station,
    "cho-phien": gatherings.market,
    "vong-xoe": gatherings.circle_dance,
    "bien-dao": sea.sea_and_lighthouse,
    "dao-xa": sea.far_island,
    "lang-chai": sea.harbour,
    "cuu-ho": rivers.flood_rescue,
    "dem-trang": rivers.lantern_river,
    "hoa-sen": rivers.lotus_pond,
    "pho-co": towns.street,
    "cong-thanh": towns.citadel,
    "tho-cam": cloth.brocade,
}
LARGEST = 60_000


def save(picture, path):
    """As WebP, no larger than a phone on a weak network can bear."""
    for quality in range(84, 40, -6):
        picture.save(path, quality=quality, method=6)
        if path.stat().st_size <= LARGEST:
            return
    few_colours = picture.quantize(96, dither=Image.Dither.NONE).convert("RGB")
    few_colours.save(path, lossless=True, quality=100, method=6)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "names", nargs="*", default=list(SCENES), help="pictures to draw; all when none"
    )
    parser.add_argument("--into", type=Path, default=Path(__file__).parent / "pictures")
    options = parser.parse_args()
    options.into.mkdir(parents=True, exist_ok=True)
    for name in options.names:
        path = options.into / f"{name}.webp"
        save(SCENES[name]().finish(), path)
        print(f"{path.name}: {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
