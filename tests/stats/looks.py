"""How browsers and robots look at pages."""

PHONE = {"user-agent": "Mozilla/5.0 (Linux; Android 9) Chrome/120 Mobile"}
ROBOT = {"user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"}


def look_at(client, place="", headers=PHONE, **told):
    """What the script of a page sends."""
    return client.post("/_/xem/", {"noi": place} | told, headers=headers)
