"""Polls in the admin: made, fixed by the first ballot, corrected, counted, exported."""

from io import BytesIO

import pytest
from django.utils.timezone import now
from openpyxl import load_workbook

from accounts.audit.models import Entry
from core.guard.models import NetworkCount
from polls.models import Opinion, Poll
from polls.models.polls import HAS_BALLOTS
from tests.factories import make_poll
from tests.polls.voters import ids, vote

pytestmark = pytest.mark.django_db
ADD = "/quan-tri/polls/poll/add/"


@pytest.fixture
def admin(client, administrator):
    client.force_login(administrator)
    return client


def address(poll, page="change/"):
    return f"/quan-tri/polls/poll/{poll.pk}/{page}"


def sent(*texts, poll=None, **fields):
    """The form as the admin's page sends it."""
    rows = list(poll.choices.all()) if poll else []
    data = {"title": "Giờ nào nên phát loa?", "audience": "public", "most": 1, "results": "always"}
    data |= {"choices-TOTAL_FORMS": len(texts), "choices-INITIAL_FORMS": len(rows)}
    for n, text in enumerate(texts):
        row = {"text": text, "position": n}
        if n < len(rows):
            row |= {"id": rows[n].pk, "poll": poll.pk}
        data |= {f"choices-{n}-{name}": value for name, value in row.items()}
    return data | fields


def test_an_editor_makes_a_poll_that_takes_the_steps(client, editor):
    client.force_login(editor)
    assert client.post(ADD, sent("Năm giờ", "Sáu giờ")).status_code == 302
    poll = Poll.objects.get()
    assert [choice.text for choice in poll.choices.all()] == ["Năm giờ", "Sáu giờ"]
    assert (poll.status, poll.created_by) == ("draft", editor)
    poll.submit(editor)
    assert client.get(address(poll)).status_code == 200


@pytest.mark.parametrize(
    ("texts", "fields", "said"),
    [
        (["Năm giờ"], {}, "Cần ít nhất 2 phương án."),
        (["Năm giờ", "Sáu giờ"], {"most": 3}, "Cho chọn 3 mà chỉ có 2 phương án."),
        (["Năm giờ", "Năm giờ"], {}, "trùng"),
        (["Năm giờ", "Sáu giờ"], {"most": 0}, "lớn hơn hoặc bằng với 1"),
    ],
)
def test_it_says_what_is_wrong_and_keeps_what_was_typed(admin, texts, fields, said):
    page = admin.post(ADD, sent(*texts, **fields)).content.decode()
    assert said in page
    assert "Năm giờ" in page
    assert not Poll.objects.exists()


def test_after_the_first_ballot_choices_are_refused_and_the_rest_is_saved(admin):
    poll = make_poll()
    vote(poll)
    texts = [choice.text for choice in poll.choices.all()]
    wrong = admin.post(address(poll), sent("Khác", *texts[1:], poll=poll, title=poll.title))
    assert HAS_BALLOTS in wrong.content.decode()
    assert 'value="Khác"' in wrong.content.decode()
    more = admin.post(address(poll), sent(*texts, "Báo giấy", poll=poll, title=poll.title))
    assert HAS_BALLOTS in more.content.decode()
    question = admin.post(address(poll), sent(*texts, poll=poll, title="Câu khác?"))
    assert HAS_BALLOTS in question.content.decode()
    fields = {"title": poll.title, "lead": "Xin góp ý.", "version": poll.version}
    assert admin.post(address(poll), sent(*texts, poll=poll, **fields)).status_code == 302
    poll.refresh_from_db()
    assert poll.lead == "Xin góp ý."
    assert "Mở bản sửa" not in admin.get(address(poll)).content.decode()


def test_a_typing_error_is_corrected_and_more_is_not(admin, administrator):
    poll = make_poll(choices=("Loa xã", "Zalo, Facebok"))
    vote(poll)
    loa, zalo = poll.choices.all()
    fields = {f"choice-{loa.pk}": loa.text, f"choice-{zalo.pk}": zalo.text, "title": poll.title}
    page = address(poll, "chinh-ta/")
    wrong = {f"choice-{zalo.pk}": "Zalo, Facebook", f"choice-{loa.pk}": "Báo giấy"}
    assert "nhiều hơn một lỗi chính tả" in admin.post(page, fields | wrong).content.decode()
    assert not poll.corrections.exists()
    right = {f"choice-{zalo.pk}": "Zalo, Facebook"}
    assert admin.post(page, fields | right).status_code == 302
    correction = poll.corrections.get()
    assert (correction.after, correction.by) == ("Zalo, Facebook", administrator)


def test_results_tell_apart_what_came_without_javascript_and_show_bursts(admin):
    poll = make_poll()
    vote(poll)
    vote(poll, proof=False)
    NetworkCount.objects.create(
        form=f"poll-{poll.pk}", network="x", hour=now(), is_proven=True, count=1234
    )
    page = admin.get(address(poll, "ket-qua/")).content.decode()
    assert "2 phiếu, trong đó 1 phiếu gửi không có JavaScript" in page
    assert "<td>1.234</td><td>có</td>" in page


def test_results_go_out_as_csv_and_xlsx_and_stand_in_the_log(admin):
    poll = make_poll(choices=("=1+1", "Zalo"))
    vote(poll, chosen=ids(poll, 0))
    csv = admin.get(address(poll, "ket-qua/tep.csv")).getvalue().decode("utf-8-sig").splitlines()
    assert csv[2:] == ["'=1+1,1,100,1,0", "Zalo,0,0,0,0", "Số phiếu,1,,1,0"]
    sheet = load_workbook(BytesIO(admin.get(address(poll, "ket-qua/tep.xlsx")).getvalue())).active
    assert [cell.value for cell in sheet[3]] == ["=1+1", 1, 100, 1, 0]
    assert sheet["A3"].data_type == "s"
    assert Entry.objects.filter(action="export").count() == 2
    assert admin.get(address(poll, "ket-qua/tep.exe")).status_code == 404


def test_own_answers_are_moderated(admin):
    poll = make_poll(choices=("Đủ", "Ý kiến khác"))
    for words in ("Thêm tin xã", "Lời tục"):
        vote(poll, chosen=ids(poll, 1), y_kien=words)
    vote(poll)
    listed = "/quan-tri/polls/opinion/"
    assert "Thêm tin xã" in admin.get(f"{listed}?words_state__exact=waiting").content.decode()
    good, bad = Opinion.objects.order_by("-words")
    for action, opinion in (("show", good), ("hide", bad)):
        admin.post(listed, {"action": action, "_selected_action": [str(opinion.pk)]})
    results = admin.get(poll.get_results_url()).content.decode()
    assert "Thêm tin xã" in results
    assert "Lời tục" not in results
    assert Opinion.objects.count() == 2
    page = f"{listed}{good.pk}/change/"
    assert "bắt buộc" in admin.post(page, {}).content.decode()
    assert admin.post(page, {"words_state": "hidden"}).status_code == 302
    assert not Opinion.objects.shown().exists()
    assert Entry.objects.filter(action="moderate").count() == 3
