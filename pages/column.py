"""The side column as a page shows it."""

from pages.blocks import BLOCKS, Block
from pages.models import ColumnBlock

FEW = 5


def blocks(*, home=False):
    """The blocks that have something in them, in the clerk's order. On the home page without
    those that stand there already."""
    rows = ColumnBlock.objects.all()
    ordered = [(row.component, row.count, row.title) for row in rows if row.component in BLOCKS]
    ordered = ordered or [(name, FEW, "") for name in BLOCKS]
    wanted = (each for each in ordered if BLOCKS[each[0]].on_home or not home)
    return [block for block in (Block.of(*each) for each in wanted) if block.rows]
