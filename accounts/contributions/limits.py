"""How much a writer may send in a day, so that one account does not fill the disk."""

from django.conf import settings
from django.db import connection, models
from django.template.defaultfilters import filesizeformat
from django.utils.timezone import localdate

TOO_MUCH = (
    "Hôm nay Ông (bà) đã gửi hết mức cho phép ({files} tệp hoặc {size} một ngày) nên tệp này chưa "
    "được nhận. Chữ đã gõ còn nguyên; hãy gửi tệp vào ngày mai, hoặc nhờ tòa soạn tải lên."
)
# One statement, so that two uploads at the same moment are both counted.
TAKE = """
INSERT INTO accounts_uploadday AS known (person_id, day, files, bytes) VALUES (%s, %s, %s, %s)
ON CONFLICT (person_id, day) DO UPDATE
SET files = known.files + EXCLUDED.files, bytes = known.bytes + EXCLUDED.bytes
WHERE known.files + EXCLUDED.files <= %s AND known.bytes + EXCLUDED.bytes <= %s
RETURNING 1
"""


class UploadDayQuerySet(models.QuerySet):
    def take(self, person, sizes):
        """Count files of these sizes; False, and nothing counted, where they are too many."""
        most = (settings.WRITER_FILES_A_DAY, settings.WRITER_BYTES_A_DAY)
        sent = (len(sizes), sum(sizes))
        if sent[0] > most[0] or sent[1] > most[1]:
            return False
        with connection.cursor() as cursor:
            cursor.execute(TAKE, [person.pk, localdate(), *sent, *most])
            return cursor.fetchone() is not None

    def over(self):
        return self.filter(day__lt=localdate())


class UploadDay(models.Model):
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="người dùng", null=True,
        related_name="+",
    )  # fmt: skip
    day = models.DateField("ngày")
    files = models.PositiveIntegerField("số tệp")
    bytes = models.PositiveBigIntegerField("số byte")

    objects = UploadDayQuerySet.as_manager()

    class Meta:
        verbose_name = "tệp cộng tác viên gửi trong ngày"
        verbose_name_plural = "tệp cộng tác viên gửi trong ngày"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["person", "day"], name="one_upload_day_a_person")
        ]

    def __str__(self):
        return f"{self.day}: {self.files}"


def refusal(request):
    """Why the files of this request are not taken; "" where they are, and counted."""
    sizes = [file.size for file in request.FILES.values()]
    if not sizes or UploadDay.objects.take(request.user, sizes):
        return ""
    size = filesizeformat(settings.WRITER_BYTES_A_DAY)
    return TOO_MUCH.format(files=settings.WRITER_FILES_A_DAY, size=size)
