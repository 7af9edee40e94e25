"""HTML brought to a shape that parses in linear time, before the sanitiser reads it.

A parser that follows the HTML standard repairs misnested tags by copying elements; input made
for it grows to gigabytes or takes hours. Here the tags are found as the standard finds them,
those of the allow-list are written anew, closed in order and never too deep, and the rest goes.
This decides nothing about safety: the sanitiser looks at everything again.
"""

import re

MAX_DEPTH = 100  # lists in lists, quotes in quotes; a page from a text processor has under 20
MAX_ATTRIBUTES = 10_000  # characters; the parser compares each attribute with each

# What the parser opens again in each block that follows: without attributes, so that it sees
# when one is the same as another.
FORMATTING = {"b", "em", "i", "s", "strong", "u"}
INLINE = FORMATTING | {"a", "cite", "sub", "sup"}
BLOCKS = {
    *("h2", "h3", "h4", "ul", "ol", "table", "caption", "figure", "figcaption", "blockquote"),
    *("audio", "video"),
}
# Void elements, and those that the parser closes by itself.
LOOSE = {*("br", "hr", "img", "source", "p", "li", "thead", "tbody", "tfoot", "tr", "th", "td")}
TAGS = INLINE | BLOCKS | LOOSE

PARAGRAPHS = {
    *("address", "article", "aside", "center", "dd", "details", "div", "dl", "dt", "fieldset"),
    *("footer", "header", "hgroup", "legend", "main", "nav", "pre", "section", "summary"),
}
RENAMED = {"h1": "h2", "h5": "h4", "h6": "h4", "strike": "s", "del": "s", "menu": "ul"}
RENAMED |= dict.fromkeys(PARAGRAPHS, "p")
# Vanish with their content; of the raw ones, even what follows a forgotten end tag.
RAW = {*("iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "xmp")}
RAW |= {"textarea", "title"}
VANISHING = RAW | {"applet", "button", "form", "math", "object", "select", "svg", "template", "xml"}

TOKEN = re.compile(
    r"""
    <!--(?:-?>|.*?(?:--!?>|\Z))
  | <(?P<end>/?)(?P<name>[a-zA-Z][^\t\n\f\r\ />]*+)
    (?P<attributes>(?:
        [\t\n\f\r\ /]++
      | [^\t\n\f\r\ />][^\t\n\f\r\ />=]*+
        (?:[\t\n\f\r\ ]*+=[\t\n\f\r\ ]*+
           (?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\t\n\f\r\ >"'][^\t\n\f\r\ >]*+|(?=>)|\Z)
        )?+
    )*+)(?P<closed>>|\Z)
  | <[!?/][^>]*+(?:>|\Z)
  | <
    """,
    re.VERBOSE | re.DOTALL,
)


def tidied(html: str) -> str:
    parts, page, at = [], _Page(html), 0
    while token := TOKEN.search(html, at):
        parts.append(html[at : token.start()])
        written, at = page.read(token)
        parts.append(written)
    parts.append(html[at:])
    return "".join(parts)


class _Page:
    def __init__(self, html):
        self.html = html
        self.open = []
        self.unclosed = set()  # vanishing elements that no later end tag closes

    def read(self, token):
        """What to write for a token, and where to read on."""
        if token[0] == "<":
            return "&lt;", token.end()
        name = (token["name"] or "").lower()
        name = RENAMED.get(name, name)
        if name in VANISHING and not token["end"]:
            return "", self.after(name, token.end())
        if name not in TAGS or not token["closed"]:
            return "", token.end()
        written = self.close(name) if token["end"] else self.start(name, token["attributes"])
        return written, token.end()

    def start(self, name, attributes):
        if len(attributes) > MAX_ATTRIBUTES or name in FORMATTING:
            attributes = ""
        if name in LOOSE:
            return f"<{name}{attributes}>"
        if name == "a" and self.open[-1:] == ["a"]:
            return f"</a><a{attributes}>"
        if len(self.open) >= MAX_DEPTH or (name in INLINE and name in self.open):
            return ""
        self.open.append(name)
        return f"<{name}{attributes}>"

    def close(self, name):
        """The end tags up to the nearest open element of that name."""
        if name in LOOSE:
            return f"</{name}>"
        written = ""
        while name in self.open:
            last = self.open.pop()
            written += f"</{last}>"
            if last == name:
                break
        return written

    def after(self, name, at):
        """Where the content of a vanishing element ends."""
        if name in self.unclosed:
            return at
        if end := re.compile(rf"</{name}\b[^>]*>?", re.IGNORECASE).search(self.html, at):
            return end.end()
        self.unclosed.add(name)
        return len(self.html) if name in RAW else at
