from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from accounts import audit
from core.vietnamese import thousands
from exchange.folder import UnusableError, import_path
from exchange.report import Report


class Command(BaseCommand):
    help = "Nhập bài viết và văn bản từ articles.jsonl và documents.jsonl; chạy lại không nhập đôi."

    def add_arguments(self, parser):
        parser.add_argument("path", help="thư mục có hai tệp trên, hoặc một trong hai tệp")
        parser.add_argument("--origin", help="tên nguồn; mặc định là tên thư mục")
        parser.add_argument("--dry-run", action="store_true", help="chỉ kiểm tra, không ghi gì")

    def handle(self, *, path, origin, dry_run, **options):
        report = Report(self.stdout, self.stderr, dry_run=dry_run)
        try:
            import_path(path, report, origin=origin, dry_run=dry_run)
        except UnusableError as error:
            raise CommandError(str(error)) from None
        if not dry_run:
            audit.record("import", words=f"nội dung từ {origin or Path(path).resolve().name}")
        if report.failed:
            raise CommandError(f"{thousands(report.failed)} dòng có lỗi; các dòng khác không sao.")
