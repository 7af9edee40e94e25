"""Which column says what, by the words that offices put over it."""

from accounts.invitations.tables import TableError
from accounts.roles import LABELS
from core.vietnamese import plain_key

HEADINGS = {
    "full_name": "họ và tên|họ tên|họ, tên|tên|họ và tên đệm và tên",
    "unit": "đơn vị|đơn vị công tác|cơ quan|cơ quan, đơn vị|nơi công tác",
    "position": "chức vụ|chức danh|chức vụ, đơn vị công tác",
    "phone": "điện thoại|số điện thoại|sđt|đt|di động|số đt|điện thoại di động",
    "email": "email|e-mail|thư điện tử|địa chỉ email|hộp thư",
    "username": "tên đăng nhập|tài khoản|tên tài khoản|username",
    "roles": "vai trò|nhóm|quyền|vai trò, nhóm",
    "valid_until": "hạn dùng|có giá trị đến|có giá trị đến hết ngày|hết hạn|ngày hết hạn|đến ngày",
}
KNOWN = {plain_key(word): name for name, words in HEADINGS.items() for word in words.split("|")}
UNTOLD = {"", "stt", "tt", "so tt", "so thu tu", "ghi chu", "no"}  # ignored without a word
EMPTY = {"-", "–", "—", "không", "Không"}  # how a list says that there is nothing
SEARCHED = 20  # rows in which the headings are looked for: titles stand above them
ROLES = {plain_key(word): name for name, label in LABELS.items() for word in (name, label)}

NO_HEADINGS = (
    "Không thấy cột “Họ và tên”. Dòng đầu của bảng phải là tên cột: Họ và tên, Đơn vị, Chức vụ, "
    "Điện thoại, Email, Vai trò, Hạn dùng, Tên đăng nhập (chỉ Họ và tên là bắt buộc)."
)
NO_ROWS = "Danh sách không có dòng nào dưới tên cột."


def rows_of(table, known=KNOWN):
    """([{number, full_name, …}], headings that mean nothing here). Raises TableError.

    `known`: {plain heading: name of the field}.
    """
    place, columns, ignored = headings(table, known)
    rows = []
    for number, cells in table[place + 1 :]:
        facts = {name: cells[at] for name, at in columns.items() if at < len(cells)}
        facts = {name: "" if text in EMPTY else text for name, text in facts.items()}
        if any(facts.values()):
            rows.append({"number": number, **facts})
    if not rows:
        raise TableError(NO_ROWS)
    return rows, ignored


def headings(table, known):
    """(place of the row of headings, {name: column}, unknown headings)."""
    for place, (_, cells) in enumerate(table[:SEARCHED]):
        keys = [plain_key(cell).strip(" *:") for cell in cells]
        columns = {}
        for at, key in enumerate(keys):
            columns.setdefault(known.get(key), at)
        columns.pop(None, None)
        if "full_name" in columns:
            used = set(columns.values())
            ignored = [
                cell for at, cell in enumerate(cells) if at not in used and keys[at] not in UNTOLD
            ]
            return place, columns, ignored
    raise TableError(NO_HEADINGS)


def role_names(text):
    """The roles of a cell such as “Báo cáo viên; cộng tác viên”; ValueError names an odd one."""
    names = []
    for word in filter(None, (part.strip() for part in text.replace(";", ",").split(","))):
        if plain_key(word) not in ROLES:
            raise ValueError(f"không có vai trò “{word}”")
        names.append(ROLES[plain_key(word)])
    return names
