"""Links that share a page: plain addresses, no script of anybody's."""

import base64
import json
from urllib.parse import quote, urlencode


def share_links(address: str, title: str) -> list[tuple[str, str]]:
    """(name, link) of each way to share the page at this absolute address."""
    letter = base64.urlsafe_b64encode(json.dumps({"url": address}).encode()).decode()
    mail = urlencode({"subject": title, "body": address}, quote_via=quote)
    return [
        ("Zalo", "https://button-share.zalo.me/share_external?" + urlencode({"d": letter})),
        ("Facebook", "https://www.facebook.com/sharer/sharer.php?" + urlencode({"u": address})),
        ("Thư điện tử", f"mailto:?{mail}"),
    ]
