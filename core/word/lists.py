"""Lists that Word lays out as paragraphs with labels, as HTML lists where those say the same."""

import re

from core.word.numbering import Item, kinds

_CONTENT = r"(?:(?!</?p\b).)*+"
ITEM = re.compile(rf'<p data-item="(\d+)">({_CONTENT})</p>', re.DOTALL)
GROUP = re.compile(rf'(?:<p data-item="\d+">{_CONTENT}</p>\s*+)++', re.DOTALL)


def item_of(level: int, label: str) -> Item:
    """What a label that was typed or shown says: "·", "-" and "o" are bullets, "1." is not."""
    label = label.strip()
    if len(label) <= 1 and not label.isdigit():
        return Item(level, None, "")
    number = re.fullmatch(r"([0-9]{1,5})[.)]?", label)
    return Item(level, int(number[1]) if number else 0, label, plain=bool(number))


def nested(html: str, items: list[Item]) -> str:
    """`html` with each run of <p data-item="N"> (N is an index into `items`) made a list."""
    return GROUP.sub(lambda group: _written(ITEM.findall(group[0]), items), html)


def _written(paragraphs, items):
    numbers, texts = zip(*paragraphs, strict=True)
    found = [items[int(number)] for number in numbers]
    written, open_ = [], []
    for kind, item, text in zip(kinds(found), found, texts, strict=True):
        depth = kind.depth + 1 if kind.list else 0
        while len(open_) > depth or (open_ and len(open_) == depth and open_[-1] != kind.list):
            written.append(f"</li></{open_.pop()}>")
        if not depth:
            written.append(f"<p>{item.label} {text}</p>")
        elif len(open_) == depth:
            written.append(f"</li><li>{text}")
        else:
            open_.append(kind.list)
            written.append(f"<{kind.list}><li>{text}")
    written += [f"</li></{name}>" for name in reversed(open_)]
    return "".join(written)
