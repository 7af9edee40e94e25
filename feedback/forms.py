"""The forms that anybody may send. Each is guarded (core/guard) and comes back filled."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator

from accounts.models.people import PHONE
from core.forms import without_maxlength
from core.guard import visitors
from core.guard.forms import GuardedForm
from core.guard.limits import Limits
from feedback.codes import LENGTH, spelled
from feedback.models import Asker, Consultation, Opinion, PageReport, Question, Subject, Usefulness

LETTERS = Limits(proven=200, plain=10)
LONGEST = 5000  # characters of a question
YES, NO = "co", "khong"


def path_of(told):
    """An address of this site as somebody's browser told it; the home page for anything else."""
    return told[:500] if told.startswith("/") and not told.startswith("//") else "/"


class AskForm(GuardedForm, forms.ModelForm):
    guard_name = "question"
    guard_limits = LETTERS

    name = forms.CharField(
        label="Họ và tên",
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text="Chỉ cán bộ trả lời đọc được.",
    )
    shows_name = forms.BooleanField(
        label="Tôi đồng ý ghi tên khi câu hỏi được đăng", required=False
    )
    email = forms.EmailField(
        label="Email (không bắt buộc)",
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = forms.CharField(
        label="Điện thoại (không bắt buộc)",
        max_length=30,
        required=False,
        validators=[PHONE],
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )

    class Meta:
        model = Question
        fields = ["subject", "title", "text"]
        labels = {"title": "Câu hỏi, góp ý trong một câu", "text": "Nội dung"}
        help_texts = {"text": "Xin không viết nội dung thuộc bí mật nhà nước."}
        widgets = {"text": forms.Textarea(attrs={"rows": 7})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].validators.append(MaxLengthValidator(LONGEST))
        self.fields["subject"].empty_label = "(chưa rõ)"
        self.fields["subject"].required = False
        if not Subject.objects.exists():
            del self.fields["subject"]
        without_maxlength(self)

    def save(self):
        """The question with its asker. Sent twice over a weak network, it is asked once."""
        given = self.cleaned_data
        words = f"{given['title']}\n\n{given['text']}"
        same = Asker.objects.filter(words=words, name=given["name"], question__status="draft")
        if known := same.select_related("question").first():
            return known.question
        question = super().save(commit=False)
        question.asked_by = given["name"] if given["shows_name"] else ""
        question.clean()
        question.save()
        who = {name: given[name] for name in ("name", "email", "phone")}
        Asker.objects.create(question=question, words=words, **who)
        return question


class ReceiptForm(forms.Form):
    ma = forms.CharField(
        label="Mã tra cứu",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        help_text="Mười hai chữ và số, nhận được khi gửi câu hỏi.",
    )

    def clean_ma(self):
        code = spelled(self.cleaned_data["ma"])
        if len(code) != LENGTH:
            raise ValidationError(f"Mã có {LENGTH} chữ và số, ví dụ ABCD-EFGH-JKLM.")
        return code


class OpinionForm(GuardedForm, forms.ModelForm):
    guard_limits = LETTERS

    class Meta:
        model = Opinion
        fields = ["name", "unit", "contact", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 9})}
        labels = {
            "name": "Họ và tên (không bắt buộc)",
            "unit": "Đơn vị, địa phương (không bắt buộc)",
            "contact": "Điện thoại hoặc email (không bắt buộc)",
            "text": "Ý kiến của Ông (bà)",
        }
        help_texts = {
            "name": "Hiện cùng ý kiến nếu ý kiến được đăng.",
            "contact": "Chỉ cơ quan soạn thảo dùng để trao đổi, không đăng.",
        }

    def __init__(self, *args, consultation, **kwargs):
        super().__init__(*args, **kwargs)
        self.consultation = consultation
        self.guard_name = f"opinion-{consultation.pk}"
        without_maxlength(self)

    def save(self):
        """Kept for a moderator, as long as the consultation is open by the database's clock."""
        if not Consultation.objects.published().open().filter(pk=self.consultation.pk).exists():
            raise ValidationError("Đã hết thời hạn nhận ý kiến về dự thảo này.")
        given = {name: self.cleaned_data[name] for name in self.Meta.fields}
        same = Opinion.objects.waiting().filter(consultation=self.consultation, **given)
        return same.first() or Opinion.objects.create(consultation=self.consultation, **given)


class ReportForm(GuardedForm, forms.ModelForm):
    guard_name = "page-report"
    guard_limits = LETTERS

    class Meta:
        model = PageReport
        fields = ["path", "text", "contact"]
        widgets = {"path": forms.HiddenInput, "text": forms.Textarea(attrs={"rows": 5})}
        labels = {
            "text": "Điều gì chưa đúng?",
            "contact": "Điện thoại hoặc email (không bắt buộc)",
        }
        help_texts = {"contact": "Chỉ dùng khi cần hỏi lại Ông (bà)."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        without_maxlength(self)

    def clean_path(self):
        return path_of(self.cleaned_data["path"])

    def save(self):
        """Kept for the editors; sent twice, it is one report."""
        given = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return PageReport.objects.waiting().get_or_create(**given)[0]


class UsefulnessForm(GuardedForm):
    guard_limits = Limits(proven=300, plain=5)

    answer = forms.ChoiceField(
        label="Tài liệu này có hữu ích không?",
        choices=[(YES, "Có"), (NO, "Không")],
        widget=forms.RadioSelect,
        error_messages={"required": "Xin chọn Có hoặc Không."},
    )
    remark = forms.CharField(
        label="Lời góp ý (không bắt buộc)",
        help_text="Điều gì còn thiếu, khó hiểu, đã cũ?",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, document, **kwargs):
        super().__init__(*args, **kwargs)
        self.document = document
        self.guard_name = f"useful-{document.pk}"
        self.visitor = visitors.key(self.request, self.guard_name)
        self.own = Usefulness.objects.filter(document=document, visitor=self.visitor).first()
        if self.own:
            self.initial = {
                "answer": YES if self.own.is_useful else NO,
                "remark": self.own.remark,
            }
        without_maxlength(self)

    def save(self):
        if not self.visitor:
            raise ValidationError(visitors.NO_COOKIE)
        is_useful = self.cleaned_data["answer"] == YES
        remark = self.cleaned_data["remark"]
        Usefulness.objects.tell(self.document, self.visitor, is_useful=is_useful, remark=remark)
