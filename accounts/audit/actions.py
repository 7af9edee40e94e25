"""What the log tells of. A new action is one line here, and no migration."""

ACTIONS = {
    "sign_in": "Đăng nhập",
    "sign_in_failed": "Đăng nhập không thành",
    "account": "Mở tài khoản",
    "roles": "Đổi vai trò",
    "permissions": "Đổi quyền của vai trò",
    "second_factor": "Xác thực hai lớp",
    "invite": "Mời theo danh sách",
    "import": "Nhập dữ liệu",
    "publish": "Đăng, hẹn giờ đăng",
    "replace": "Thay bản đang đăng",
    "unschedule": "Hủy hẹn giờ đăng",
    "withdraw": "Gỡ khỏi trang",
    "reopen": "Đưa về nháp",
    "correct": "Sửa bản đang đăng",
    "moderate": "Xét ý kiến của người dân",
    "erase": "Xóa lời người dân khỏi các phiên bản",
    "download": "Tải tài liệu báo cáo viên",
    "face": "Đổi giao diện trang",
    "redirect": "Chuyển hướng địa chỉ",
    "export": "Xuất dữ liệu",
    "starting_total": "Đặt tổng lượt truy cập ban đầu",
    "forget": "Xóa nhật ký quá hạn",
}


def choices():
    return ACTIONS.items()
