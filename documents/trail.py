"""Where papers stand in the trail of a page."""

DOCUMENTS = ("Văn bản", "/van-ban/")
