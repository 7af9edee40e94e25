"""Fill the site with articles.jsonl: pages and articles by bulk inserts, as they would lie there
had they been added one by one; renditions made beforehand."""

import json
from datetime import datetime
from itertools import islice
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.core.files.images import ImageFile
from django.core.management import BaseCommand
from django.db import connection, transaction
from taggit.models import Tag
from wagtail.images.models import Image
from wagtail.models import Locale, Page, Site

from wagtail_site.news.models import CARD, ArticlePage, ArticleTag, CategoryPage, HomePage

BATCH = 1000
LEAD = "width-960|format-webp"


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("corpus", type=Path)
        parser.add_argument("pictures", type=Path)
        parser.add_argument("articles", type=int)

    @transaction.atomic
    def handle(self, *, corpus, pictures, articles, **options):
        self.home = self.make_home()
        self.pictures = [self.make_picture(path) for path in sorted(pictures.iterdir())]
        self.categories, self.tags = {}, {}
        with corpus.open(encoding="utf-8") as file:
            lines = map(json.loads, islice(file, articles))
            while batch := list(islice(lines, BATCH)):
                self.load(batch)
        for category in self.categories.values():
            Page.objects.filter(pk=category.pk).update(numchild=category.numchild)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def make_home(self):
        Page.objects.filter(depth=2).delete()
        root = Page.objects.get(depth=1)
        home = root.add_child(instance=HomePage(title="Trang chủ", slug="trang-chu"))
        Site.objects.all().delete()
        Site.objects.create(hostname="127.0.0.1", root_page=home, is_default_site=True)
        return home

    def make_picture(self, path):
        with path.open("rb") as file:
            image = Image.objects.create(title=path.stem, file=ImageFile(file, name=path.name))
        image.get_rendition(CARD)
        image.get_rendition(LEAD)
        return image

    def category(self, name, slug):
        if name not in self.categories:
            page = self.home.add_child(instance=CategoryPage(title=name, slug=slug))
            self.categories[name] = page
        return self.categories[name]

    def load(self, lines):
        kind = ContentType.objects.get_for_model(ArticlePage)
        locale = Locale.get_default()
        pages = Page.objects.bulk_create(self.page(line, kind, locale) for line in lines)
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO news_articlepage "
                "(page_ptr_id, category_id, date, lead, body, author, picture_id) "
                "VALUES (%s, %s, %s, %s, %s, %s, %s)",
                [self.row(page, line) for page, line in zip(pages, lines, strict=True)],
            )
        self.tag(pages, lines)

    def page(self, line, kind, locale):
        category = self.category(line["category"], f"muc-{len(self.categories) + 1}")
        category.numchild += 1
        slug = f"{line['slug'].strip('-')}-{line['id']}"
        moment = datetime.fromisoformat(line["published_at"])
        return Page(
            path=Page._get_path(category.path, category.depth + 1, category.numchild),
            depth=category.depth + 1,
            title=line["title"],
            draft_title=line["title"],
            slug=slug,
            url_path=f"{category.url_path}{slug}/",
            content_type=kind,
            locale=locale,
            live=True,
            first_published_at=moment,
            last_published_at=moment,
        )

    def row(self, page, line):
        category = self.categories[line["category"]]
        picture = self.pictures[line["id"] % len(self.pictures)]
        text = (line["lead"], line["body_html"], line["author"])
        return page.pk, category.pk, line["published_at"], *text, picture.pk

    def tag(self, pages, lines):
        names = {name for line in lines for name in line["tags"]} - self.tags.keys()
        new = [Tag(name=name, slug=f"tu-khoa-{len(self.tags) + n}") for n, name in enumerate(names)]
        self.tags |= {tag.name: tag for tag in Tag.objects.bulk_create(new)}
        ArticleTag.objects.bulk_create(
            ArticleTag(content_object_id=page.pk, tag=self.tags[name])
            for page, line in zip(pages, lines, strict=True)
            for name in line["tags"]
        )
