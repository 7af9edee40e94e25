"""Writers' Word files and what is pasted from them, as an article's title, lead and clean body.

Pure functions: nothing is stored, nothing is fetched.
"""

from news.word.ooxml import WordError
from news.word.pasted import clean_pasted
from news.word.pictures import Picture, with_pictures
from news.word.reading import WordText, read_docx

__all__ = ["Picture", "WordError", "WordText", "clean_pasted", "read_docx", "with_pictures"]
