"""Draw the pictures of the demo content: python demo/draw_pictures.py [name ...]"""

import argparse
from pathlib import Path

from PIL import Image

from drawing import halls, hills, rooms, towns, villages, waters

SCENES = {
    "hoi-nghi": halls.conference,
    "dai-hoi": halls.congress,
    "sinh-hoat-chi-bo": halls.branch_meeting,
    "bau-cu": halls.ballot,
    "san-khau": halls.stage,
    "lop-hoc": rooms.classroom,
    "thu-vien": rooms.library,
    "trien-lam": rooms.exhibition,
    "chuyen-doi-so": rooms.digital_services,
    "nha-san": hills.stilt_house_scene,
    "ruong-bac-thang": hills.terraces,
    "doi-che": hills.tea_hills,
    "gat-lua": hills.harvest,
    "trong-cay": hills.planting,
    "loa-truyen-thanh": hills.loudspeaker,
    "cau-moi": villages.bridge,
    "duong-hoa": villages.flower_road,
    "truong-hoc": villages.school,
    "tram-y-te": villages.health_station,
    "cho-phien": villages.market,
    "vong-xoe": villages.circle_dance,
    "bien-dao": waters.sea_and_lighthouse,
    "dao-xa": waters.far_island,
    "lang-chai": waters.harbour,
    "cuu-ho": waters.flood_rescue,
    "dem-trang": waters.lantern_river,
    "hoa-sen": waters.lotus_pond,
    "pho-co": towns.street,
    "cong-thanh": towns.citadel,
    "tho-cam": towns.brocade,
}
LARGEST = 60_000


def save(picture, path):
    """As WebP, no larger than a phone on a weak network can bear."""
    for quality in range(84, 60, -6):
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
