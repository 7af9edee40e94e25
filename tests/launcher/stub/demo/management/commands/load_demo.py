from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true")

    def handle(self, **options):
        (settings.VAR_DIR / "demo-accounts.txt").write_text("hoa mat-khau-cua-hoa thu_ky\n")
