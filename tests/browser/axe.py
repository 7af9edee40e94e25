"""axe-core on a page in every look: wide and narrow, light and dark."""

from axe_playwright_python.sync_playwright import Axe

# What the look alone decides; all other rules say the same in every look.
OF_LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]
TARGET_SIZE = {"target-size": {"enabled": True}}  # WCAG 2.2's; axe leaves it out by default
STILL = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { transition: none !important }");
  document.adoptedStyleSheets.push(sheet);
}
"""


def faults(page, wide, narrow, leave_out=()):
    """(rule, element) of each fault, at these two widths, light and dark."""
    page.evaluate(STILL)
    all_rules = {"resultTypes": ["violations"], "rules": TARGET_SIZE}
    found = look(page, wide, "light", leave_out, all_rules)
    for width, colours in ((narrow, "light"), (narrow, "dark"), (wide, "dark")):
        found |= look(page, width, colours, leave_out, {"runOnly": OF_LOOKS})
    return found


def look(page, width, colours, leave_out, options):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=colours)
    answer = Axe().run(page, {"exclude": list(leave_out)}, options).response["violations"]
    return {(fault["id"], str(node["target"])) for fault in answer for node in fault["nodes"]}
