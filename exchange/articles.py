"""articles.jsonl."""

from core.models import Publication
from core.vietnamese import slugify
from exchange.addresses import old_address
from exchange.beside import Pictures, named_in
from exchange.digests import article_digest
from exchange.importer import Importer
from exchange.models import ImportedArticle
from exchange.reading import LineError
from exchange.writing import Item, Writer
from news.models import Article

SLUG_LENGTH = 80


class ArticleWriter(Writer):
    model = Article
    imported = ImportedArticle
    link = "article"
    fields = (
        "title",
        "slug",
        "status",
        "published_at",
        "lead",
        "body",
        "picture",
        "picture_caption",
        "author",
        "photographer",
        "source",
        "source_url",
        "source_published_at",
    )
    counts = ("views",)
    one = {"category": "chuyên mục"}
    many = {"tags": "từ khóa"}

    def digest(self):
        return article_digest()


class ArticleImporter(Importer):
    file_name = "articles.jsonl"
    writer_class = ArticleWriter

    def __init__(self, folder, *args, **options):
        super().__init__(folder, *args, **options)
        self.pictures = Pictures(folder, dry_run=self.dry_run)

    def file_names(self, line):
        image, body = line.data.get("image"), line.data.get("body_html")
        return [*([image] if image else []), *(named_in(body) if isinstance(body, str) else [])]

    def read(self, line, known):
        status = line.choice("status", Publication.Status, Publication.Status.PUBLISHED)
        title = line.text("title", 500, required=True)
        article = Article(
            title=title,
            slug=slugify(line.text("slug") or title, SLUG_LENGTH) or Article.SLUG_FALLBACK,
            status=status,
            published_at=line.moment("published_at"),
            lead=line.paragraphs("lead"),
            picture_caption=line.text("image_caption", 500),
            author=line.text("author", 200),
            photographer=line.text("photographer", 200),
            source=line.text("source", 200),
            source_url=line.web_address("source_url", 500),
            source_published_at=line.moment("source_published_at"),
            views=line.number_of("views"),
        )
        if status == Publication.Status.PUBLISHED and not article.published_at:
            raise LineError("thiếu “published_at”")
        item = Item(
            line,
            known,
            article,
            {
                "category": {line.text("category", 100, required=True): {}},
                "tags": {name: {} for name in line.texts("tags", 100)},
            },
            old_address(line),
        )
        self.illustrate(article, line)
        return item

    def illustrate(self, article, line):
        """Last, since it stores pictures: the rest of the line is sound."""
        body, image = line.html("body_html"), line.file_name("image")
        article.body = self.pictures.placed(line, body, article.title)
        if image:
            alt = line.text("image_alt") or article.picture_caption or article.title
            article.picture = self.pictures.take(line, image, alt, article.photographer)
