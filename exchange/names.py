"""Vocabularies that lines refer to by name: categories, tags, kinds, issuers, fields."""

from django.db.models import Max

from core.vietnamese import slugify, tone_key


class Names:
    """The rows of a vocabulary by name; those that are missing are made.

    The very name comes first, then one that differs in capitals or in where its tones are
    written. In a dry run what would be made gets a number below zero.
    """

    def __init__(self, model, *, dry_run=False):
        self.model = model
        self.dry_run = dry_run
        self.slug_length = model._meta.get_field("slug").max_length - 10  # room for "-2"
        self.reload()
        self.at_start = len(self)

    def __len__(self):
        return len(self.by_key) + len(self.exact)

    def reload(self):
        """Read them anew, as after a rollback."""
        self.by_key, self.exact, self.slugs = {}, {}, set()
        for pk, name, slug in self.model.objects.values_list("pk", "name", "slug").order_by("pk"):
            self.remember(pk, name, slug)

    def remember(self, pk, name, slug):
        self.slugs.add(slug)
        if self.by_key.setdefault(tone_key(name), pk) != pk:
            self.exact[name] = pk

    def find(self, name):
        return self.exact.get(name) or self.by_key.get(tone_key(name))

    def ids(self, wanted):
        """{name: id} for `wanted`, {name: further fields of a new row}."""
        self.make({name: more for name, more in wanted.items() if not self.find(name)})
        return {name: self.find(name) for name in wanted}

    def make(self, missing):
        new = {}
        for name, more in missing.items():
            new.setdefault(tone_key(name), (name, more))
        rows = [
            self.model(name=name, slug=self.free_slug(name), **more) for name, more in new.values()
        ]
        if self.dry_run:
            for row in rows:
                row.pk = -len(self) - 1
                self.remember(row.pk, row.name, row.slug)
            return
        for row in self.model.objects.bulk_create(self.placed(rows)):
            self.remember(row.pk, row.name, row.slug)

    def placed(self, rows):
        """New rows of an ordered vocabulary come last."""
        if rows and hasattr(self.model, "position"):
            last = self.model.objects.aggregate(last=Max("position", default=0))["last"]
            for row in rows:
                row.position = last = last + 1
        return rows

    def free_slug(self, name):
        base = slugify(name, self.slug_length) or self.model._meta.model_name
        slug, number = base, 1
        while slug in self.slugs:
            number += 1
            slug = f"{base}-{number}"
        self.slugs.add(slug)
        return slug

    @property
    def made(self):
        return len(self) - self.at_start
