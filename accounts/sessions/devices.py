"""A browser in words that its owner recognises; nothing of it that tells more than that."""

BROWSERS = [  # the first that is found: most claim to be several
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("coc_coc", "Cốc Cốc"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Zalo", "Zalo"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
]
SYSTEMS = [
    ("Windows", "Windows"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Mac OS", "máy Mac"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
]


def words(user_agent):
    browser = first(BROWSERS, user_agent) or "Trình duyệt khác"
    system = first(SYSTEMS, user_agent)
    return f"{browser} trên {system}" if system else browser


def first(names, text):
    return next((name for sign, name in names if sign in text), "")
