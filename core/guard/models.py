"""What the guard writes down: nothing of it leads to a person or an address."""

from datetime import timedelta

from django.db import models

COUNTS_KEPT = timedelta(days=180)  # how often a network sent; the network itself is long unknown


class SpentProof(models.Model):
    """A proof of work that was used. Kept until its challenge would have ended anyway."""

    signature = models.CharField("chữ ký", max_length=64, primary_key=True)
    expires_at = models.DateTimeField("hết hạn lúc", db_index=True)

    class Meta:
        verbose_name = "bài tính đã dùng"
        verbose_name_plural = "bài tính đã dùng"
        default_permissions = ()

    def __str__(self):
        return self.signature


class DailySalt(models.Model):
    """The key under which networks are hashed today. It is thrown away with the day, and nobody
    can tell from then on which network a digest was."""

    day = models.DateField("ngày", primary_key=True)
    salt = models.BinaryField("muối")

    class Meta:
        verbose_name = "muối của ngày"
        verbose_name_plural = "muối của ngày"
        default_permissions = ()

    def __str__(self):
        return str(self.day)


class NetworkCount(models.Model):
    """How many forms of a name came from a network within an hour."""

    form = models.CharField("biểu mẫu", max_length=40)
    network = models.CharField("mạng (đã băm)", max_length=64)
    hour = models.DateTimeField("giờ")
    is_proven = models.BooleanField("có bài tính")
    count = models.PositiveIntegerField("số lần")

    class Meta:
        verbose_name = "số lần gửi của một mạng"
        verbose_name_plural = "số lần gửi của các mạng"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["form", "network", "hour", "is_proven"], name="guard_one_count"
            )
        ]
        indexes = [models.Index(fields=["hour"], name="guard_count_hour")]

    def __str__(self):
        return f"{self.form} {self.hour}"
