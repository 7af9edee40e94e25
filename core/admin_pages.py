"""Pages of its own that an admin has beside Django's."""

from django.urls import path, reverse


class OwnPages:
    """Mixed into a ModelAdmin."""

    def own_path(self, route, view, name):
        full = f"{self.opts.app_label}_{self.opts.model_name}_{name}"
        return path(route, self.admin_site.admin_view(view), name=full)

    def address(self, name, *args):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{name}", args=args)

    def page_context(self, request, title, **context):
        """What templates/admin/publication/page.html reads, and `context`."""
        known = {"opts": self.opts, "title": title, "media": self.media}
        return {**self.admin_site.each_context(request), **known, **context}
