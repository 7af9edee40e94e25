"""Write the papers of the demo content: python demo/write_files.py [--fonts FOLDER]

The fonts are Debian's fonts-liberation2; any family with Vietnamese letters and the faces
Regular, Bold and Italic will do.
"""

import argparse
from pathlib import Path

from paper_docx import write_docx
from paper_pdf import load_fonts, write_pdf
from paper_source import read_papers

HERE = Path(__file__).parent
WRITERS = {".pdf": write_pdf, ".docx": write_docx}


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    fonts = Path("/usr/share/fonts/truetype/liberation2")
    parser.add_argument("--fonts", type=Path, default=fonts, help="folder of the TrueType files")
    parser.add_argument("--family", default="LiberationSerif")
    options = parser.parse_args()
    load_fonts(options.fonts, options.family)
    for path, paper in read_papers(HERE):
        path.parent.mkdir(exist_ok=True)
        WRITERS[path.suffix](paper, path)
        print(f"{path.name}: {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
