from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts import audit
from accounts.invitations.planning import Outcome, counts
from accounts.invitations.tables import TableError
from accounts.roles import ADMINISTRATORS, LABELS
from core.vietnamese import thousands
from exchange.accounts import planned, write


class Command(BaseCommand):
    help = "Nhập tài khoản (CSV, XLSX), kể cả mật khẩu đã băm của NukeViet; chạy lại không đôi."

    def add_arguments(self, parser):
        roles = [name for name in LABELS if name != ADMINISTRATORS]
        parser.add_argument("path", type=Path)
        parser.add_argument("--role", choices=roles, default="bao_cao_vien")
        parser.add_argument("--dry-run", action="store_true", help="chỉ kiểm tra, không ghi gì")

    def handle(self, *, path, role, dry_run, **options):
        try:
            lines, wrapped, ignored = planned(path.read_bytes(), role)
        except (OSError, TableError) as error:
            raise CommandError(str(error)) from None
        told = counts(lines)
        for line in lines:
            if line.outcome == Outcome.ERROR:
                self.stderr.write(f"dòng {line.number}: {line.words}")
        if ignored:
            self.stderr.write(f"không dùng các cột: {', '.join(ignored)}")
        words = ", ".join(f"{Outcome(name).label} {thousands(n)}" for name, n in told.items() if n)
        self.stdout.write(f"{'chạy thử, không ghi gì: ' if dry_run else ''}{words}")
        self.stdout.write(f"  giữ mật khẩu cũ: {thousands(len(wrapped))}")
        if not dry_run:
            with transaction.atomic():
                write(lines, wrapped)
                audit.record("import", words=f"tài khoản: {words}")
        if told[Outcome.ERROR]:
            raise CommandError(f"{thousands(told[Outcome.ERROR])} dòng có lỗi, không nhận.")
