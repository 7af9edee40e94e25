"""The colours of the drawings: cloth red, gold thread, paper, and the greens and blues of land."""

INK = "#1c1413"
WINE = "#5e090e"
DEEP = "#8a1016"
RED = "#c8202a"
CORAL = "#e2703a"
STAR = "#ffd24a"
GOLD = "#f3c55a"
OCHRE = "#d9a441"
CREAM = "#fbf5e8"
SAND = "#ebdcc0"
CLAY = "#c98a5a"
WOOD = "#8b5a36"
BROWN = "#6b3f24"
BARK = "#4a2a19"
TEAL = "#2e7c6e"
INDIGO = "#22303f"

DAWN = ("#f7e6c4", "#f3c98a", "#e8a765")
DUSK = ("#5b1719", "#a83a24", "#e98a4b", "#f6c27a")
EVENING = ("#2a1a33", "#4d2038", "#7a2b38", "#a8433a")
RAIN = ("#3d4a50", "#5d6c6c", "#8b9488")

HILLS = ("#c9b38a", "#8fa083", "#5f7f68", "#3f6350", "#2f5a41", "#234637")
SEA = ("#2e7c80", "#246a72", "#1c5a66", "#164b58", "#113e4b", "#0d323f")
LEAVES = ("#2e5f4c", "#3b7158", "#4a7a56", "#244d40")

SKIN = ("#d29b6d", "#c58a5e", "#b67a50", "#a96b45")
COATS = ("#5a2020", "#22303f", "#f1e7d6", "#2c3e3a", "#d8c4a0", "#4a1418", "#3b2a2a", "#2e5f4c")
BOOKS = ("#b5552f", "#2e4b43", "#e3c27a", "#c9202a", "#6b2a22", "#d9a441", "#f0e2c2", "#20323a")
