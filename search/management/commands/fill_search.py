from django.core.management.base import BaseCommand

from search.filling import fill


class Command(BaseCommand):
    help = "Lập lại bảng tìm kiếm: thêm những gì còn thiếu; --anew thì làm lại từ đầu."

    def add_arguments(self, parser):
        parser.add_argument("--anew", action="store_true", help="xóa bảng và làm lại từ đầu")

    def handle(self, *, anew, **options):
        fill(anew=anew)
        self.stdout.write("Bảng tìm kiếm đã đủ.")
