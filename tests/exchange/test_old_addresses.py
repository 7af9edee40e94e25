"""Old addresses lead to what was imported from them, for good."""

from documents.models import Document
from exchange.models import OldAddress
from news.models import Article


def test_old_addresses_lead_to_their_page(folder, client):
    folder.articles(
        {"url": "http://cu.example/index.php?nv=news&op=Khoa-giáo/Hội nghị-7"},
        {"url": "http://cu.example/tin/h%E1%BB%99i-ngh%E1%BB%8B"},
    )
    folder.documents({"url": "http://cu.example/van-ban.aspx?id=20"})
    assert not folder.load().failed
    one, two = Article.objects.order_by("imported__source_id")
    paper = Document.objects.get()
    for address, row in [
        ("/index.php?nv=news&op=Khoa-gi%C3%A1o/H%E1%BB%99i%20ngh%E1%BB%8B-7", one),
        ("/index.php?nv=news&op=Khoa-gi%c3%a1o/H%e1%bb%99i%20ngh%e1%bb%8b-7&fbclid=x", one),
        ("/tin/hội-nghị", two),
        ("/tin/h%e1%bb%99i-ngh%e1%bb%8b?utm_source=zalo&utm_medium=x", two),
        ("/van-ban.aspx?fbclid=abc&id=20", paper),
    ]:
        response = client.get(address)
        assert response.status_code == 301
        assert response["Location"] == row.get_absolute_url()


def test_an_address_that_two_have_leads_to_the_first(folder):
    folder.articles({"url": "http://cu.example/1"}, {"url": "http://CU.example:80/1"})
    run = folder.load()
    assert not run.failed
    assert run.reasons == [
        "articles.jsonl dòng 2: “url” đã dẫn tới nội dung khác, bỏ qua “url” này"
    ]
    assert OldAddress.objects.get().article.imported.source_id == "1"


def test_the_front_page_of_a_site_is_nobodys_address(folder):
    folder.articles({"url": "http://laichau.dcs.vn/"}, {"url": "http://laichau.dcs.vn"})
    run = folder.load()
    assert not run.failed
    assert run.err == ""
    assert not OldAddress.objects.exists()


def test_a_changed_address_is_added_to_the_former_one(folder):
    folder.articles({"url": "http://cu.example/1"})
    folder.load()
    folder.articles({"url": "http://cu.example/moi"})
    folder.load()
    assert set(OldAddress.objects.values_list("path", flat=True)) == {"/1", "/moi"}


def test_an_address_that_is_none_is_a_fault_that_the_article_survives(folder):
    folder.articles({"url": "javascript:alert(1)"}, {"source_url": "file:///etc/passwd"})
    run = folder.load()
    assert run.failed
    assert [reason.partition(" không phải")[0] for reason in run.reasons] == [
        "articles.jsonl dòng 1: “url”",
        "articles.jsonl dòng 2: “source_url”",
    ]
    assert Article.objects.filter(source_url="").count() == 2


def test_an_article_that_was_a_query_of_the_front_page_is_found(folder, client):
    """WordPress: /?p=12."""
    folder.articles({"url": "http://cu.example/?p=12"})
    assert not folder.load().failed
    response = client.get("/?p=12&fbclid=x")
    assert response.status_code == 301
    assert response["Location"] == Article.objects.get().get_absolute_url()
    assert client.get("/?p=13").status_code == client.get("/?fbclid=x").status_code == 200
