from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from exchange import demo
from exchange.report import Report


class Command(BaseCommand):
    help = "Nạp nội dung và tài khoản dùng thử; chạy lại chỉ thêm những gì còn thiếu."

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="không làm gì khi cổng đã có bài viết hoặc tài khoản",
        )

    def handle(self, *, if_empty, **options):
        if if_empty and not demo.is_empty():
            return
        accounts = settings.VAR_DIR / "demo-accounts.txt"
        report = Report(self.stdout, self.stderr)
        strangers = demo.load(settings.BASE_DIR / "demo", accounts, report)
        if strangers:
            names = ", ".join(strangers)
            self.stderr.write(f"Đã có người dùng thật tên {names}; không tạo tài khoản dùng thử.")
        if report.failed:
            raise CommandError("Nội dung dùng thử có lỗi (xem ở trên).")
        self.stdout.write(f"Tài khoản dùng thử: {accounts}")
