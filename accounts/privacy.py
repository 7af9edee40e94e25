"""What is kept of people and for how long, told from the very numbers that the jobs obey."""

from datetime import timedelta
from typing import NamedTuple

from django.conf import settings
from django.shortcuts import render

from accounts.kept import models as kept_forms
from accounts.models import Purpose, links, lists, requests, wishes
from accounts.second_factor.models import REMEMBERED
from accounts.sessions.models import TRACED
from core import autosave
from core.guard import visitors
from core.guard.models import COUNTS_KEPT
from core.pagecache import public_page
from core.workflow import KEPT_IN_BIN
from documents.alerts.limits import HOUR
from documents.models import alerts


class Kept(NamedTuple):
    what: str
    why: str
    how_long: str


def span(time):
    """30 ngày, 12 giờ."""
    if time < timedelta(days=1):
        return f"{time // timedelta(hours=1)} giờ"
    return f"{time.days} ngày"


def minutes(time):
    return f"{time // timedelta(minutes=1)} phút"


def of_visitors():
    return [
        Kept(
            "Lượt xem, lượt tải, tên trang web mà từ đó người đọc đến",
            "Đếm số người đọc; không ghi địa chỉ mạng, thiết bị hay người xem",
            "Chỉ có con số, không gắn với ai",
        ),
        Kept(
            "Số sao chấm cho bài viết, kèm dấu của trình duyệt (đã băm)",
            "Mỗi người đọc chấm một lần, có thể đổi",
            "Cùng bài viết",
        ),
        Kept(
            "Dấu của người xem trong ngày (đã băm với muối ngẫu nhiên, không đọc ngược được)",
            "Đếm mỗi người một lần trong ngày, đếm số người đang xem",
            "Bỏ cùng với muối khi hết ngày",
        ),
        Kept(
            "Tên, email, điện thoại và nguyên văn câu hỏi của người gửi câu hỏi, góp ý",
            "Trả lời; không đăng trừ khi người hỏi đồng ý ghi tên",
            span(timedelta(days=settings.CONTACT_DAYS)),
        ),
        Kept(
            "Cách liên hệ của người góp ý dự thảo, người báo lỗi trang",
            "Trao đổi lại khi cần; không đăng",
            span(timedelta(days=settings.CONTACT_DAYS)),
        ),
        Kept(
            "Trả lời “Tài liệu này có hữu ích không?”, kèm dấu của trình duyệt (đã băm)",
            "Sửa tài liệu; mỗi người đọc trả lời một lần, có thể đổi",
            "Cùng văn bản",
        ),
        Kept(
            "Dấu nơi gửi biểu mẫu (đã băm, không đọc ngược được)",
            "Ngăn máy gửi đề nghị hàng loạt",
            span(requests.MARK_KEPT),
        ),
        Kept(
            "Phiếu thăm dò: phương án đã chọn, giờ bỏ phiếu; không kèm người, mạng hay thiết bị",
            "Đếm kết quả",
            "Cùng thăm dò",
        ),
        Kept(
            f"Mã ngẫu nhiên trong cookie “{visitors.COOKIE}”, chỉ đặt khi Ông (bà) mở một biểu mẫu",
            "Mỗi trình duyệt bỏ một phiếu, chấm điểm một lần",
            f"{span(timedelta(seconds=visitors.LASTS))} trong trình duyệt; xóa cookie là mất",
        ),
        Kept(
            "Mạng gửi phiếu, biểu mẫu: băm với khóa của ngày, cuối ngày khóa bị hủy",
            "Ngăn máy gửi hàng loạt; cả cơ quan chung một mạng vẫn gửi được",
            f"Sau ngày gửi chỉ còn con số, xóa sau {span(COUNTS_KEPT)}",
        ),
        Kept(
            "Đề nghị cấp tài khoản",
            "Xét cấp tài khoản",
            f"{span(requests.KEPT)} kể từ khi gửi",
        ),
        Kept(
            "Email đăng ký nhận thư báo văn bản mới",
            "Gửi thư báo; mỗi thư có liên kết thôi nhận",
            f"Đến khi thôi nhận; {span(alerts.UNCONFIRMED)} nếu không xác nhận",
        ),
        Kept(
            "Dấu mạng gửi biểu mẫu thư báo (đã băm)",
            "Ngăn máy gửi hàng loạt",
            span(HOUR),
        ),
    ]


def of_people():
    return [
        Kept(
            "Họ tên, đơn vị, chức vụ, điện thoại, email, vai trò, lần đăng nhập cuối",
            "Cấp và quản lý tài khoản",
            "Đến khi tài khoản bị xóa",
        ),
        Kept("Mật khẩu (đã băm bằng Argon2)", "Đăng nhập", "Đến khi đổi hoặc xóa"),
        Kept(
            "Cookie và phiên đăng nhập",
            "Giữ trạng thái đăng nhập; người chỉ đọc tin không có cookie",
            f"Tối đa {span(timedelta(seconds=settings.SESSION_COOKIE_AGE))}; "
            f"hết sau {minutes(settings.SESSION_IDLE)} không dùng",
        ),
        Kept(
            "Phiên đã hết là của ai, không kèm thiết bị hay nội dung",
            "Đưa biểu mẫu gửi muộn lại cho chính người gửi",
            span(TRACED),
        ),
        Kept(
            "Địa chỉ mạng của lần gõ sai mật khẩu",
            "Ngăn dò mật khẩu",
            f"Hết tác dụng sau {minutes(settings.AXES_COOLOFF_TIME)}, xóa trong đêm",
        ),
        Kept("Khóa xác thực lớp thứ hai", "Đăng nhập an toàn", "Đến khi gỡ hoặc xóa tài khoản"),
        Kept("Thiết bị được nhớ (đã băm)", "Không hỏi lại lớp thứ hai", span(REMEMBERED)),
        Kept(
            "Liên kết dùng một lần (đã băm)",
            "Mời, đặt lại mật khẩu, xác nhận email",
            ", ".join(
                f"{Purpose(purpose).label.lower()}: {span(time)}"
                for purpose, time in links.LASTS.items()
            ),
        ),
        Kept(
            "Danh sách mời",
            "In phiếu, đối chiếu; nội dung tệp bị bỏ ngay khi thực hiện",
            span(lists.KEPT),
        ),
        Kept(
            "Chữ gõ dở chưa lưu",
            "Không mất bài khi mất mạng",
            f"{span(autosave.FORGOTTEN)} kể từ lần gõ cuối",
        ),
        Kept(
            "Biểu mẫu gửi sau khi hết phiên, không kèm mật khẩu",
            "Đưa lại cho chính người gửi khi đăng nhập",
            span(kept_forms.LASTS),
        ),
        Kept(
            "Số tệp, dung lượng cộng tác viên đã gửi trong ngày",
            "Một tài khoản không làm đầy ổ đĩa",
            "Đến đêm hôm sau",
        ),
        Kept(
            "Báo cáo viên: lần vào gần nhất, xác nhận đã đọc, địa chỉ lịch riêng",
            "Đánh dấu tài liệu mới, biết ai đã đọc, đưa lịch vào điện thoại",
            "Đến khi tài khoản bị xóa",
        ),
        Kept(
            "Câu hỏi của báo cáo viên",
            "Trả lời; có thể cho mọi báo cáo viên xem, không kèm tên",
            "Không còn tên người hỏi khi tài khoản bị xóa",
        ),
        Kept(
            "Đã tham gia thăm dò nội bộ (không có lựa chọn: phiếu nằm riêng, không nối được)",
            "Mỗi tài khoản bỏ một phiếu",
            "Đến khi tài khoản bị xóa",
        ),
        Kept("Ai đang mở bài nào", "Hai người không sửa đè nhau", span(autosave.GONE)),
        Kept("Bài nháp trong thùng rác", "Lấy lại khi bỏ nhầm", span(KEPT_IN_BIN)),
        Kept(
            "Nhật ký xử lý bài viết, văn bản và các phiên bản",
            "Biết ai đã sửa, duyệt, đăng",
            "Cùng bài viết; tên người được gỡ khi tài khoản bị xóa",
        ),
        Kept(
            "Yêu cầu về dữ liệu cá nhân",
            "Chứng minh đã trả lời đúng hạn",
            f"{span(wishes.KEPT)} sau khi trả lời, không còn tên nếu tài khoản đã xóa",
        ),
    ]


@public_page()
def privacy(request):
    context = {
        "tables": [
            ("Người đọc trang", of_visitors()),
            ("Người có tài khoản", of_people()),
        ],
        "working_days": wishes.WORKING_DAYS,
    }
    return render(request, "accounts/privacy.html", context)
