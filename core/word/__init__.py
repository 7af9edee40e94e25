"""Writers' Word files and what is pasted from them, as an article's title, lead and clean body.

Pure functions: nothing is stored, nothing is fetched.
"""

from core.word.ooxml import WordError
from core.word.pasted import clean_pasted
from core.word.pictures import Picture, with_pictures
from core.word.reading import WholeText, WordText, read_docx, read_whole_docx

__all__ = [
    "Picture",
    "WholeText",
    "WordError",
    "WordText",
    "clean_pasted",
    "read_docx",
    "read_whole_docx",
    "with_pictures",
]
