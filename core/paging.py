"""Lists in pages: `?trang=2`."""

from django.core.paginator import Paginator
from django.http import Http404
from django.views.generic import ListView

from core.pagecache import PublicPageMixin


class PageLinks:
    """A page that is one of several: `?trang=` says which; `link` gives it its links
    `page_links`, `previous_url` and `next_url`."""

    page_kwarg = "trang"
    page_parameters = ("trang",)

    def asked_page(self):
        number = self.request.GET.get(self.page_kwarg, "1")
        if not number.isascii() or not number.isdecimal():
            raise Http404
        return number

    def link(self, page):
        numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
        page.page_links = [
            (None, None) if number == Paginator.ELLIPSIS else (number, self.page_url(number))
            for number in numbers
        ]
        page.previous_url = page.has_previous() and self.page_url(page.number - 1)
        page.next_url = page.has_next() and self.page_url(page.number + 1)

    def page_url(self, number):
        """This list's page `number`, its other parameters kept; the first one goes without."""
        query = self.request.GET.copy()
        query.pop(self.page_kwarg, None)
        if number > 1:
            query[self.page_kwarg] = number
        return f"{self.request.path}?{query.urlencode()}" if query else self.request.path


class PrivatePagedListView(PageLinks, ListView):
    """A list that is not the same for everybody; its `page_obj` carries its links."""

    paginate_by = 20

    def paginate_queryset(self, queryset, page_size):
        self.asked_page()
        result = super().paginate_queryset(queryset, page_size)
        self.link(result[1])
        return result


class PagedListView(PublicPageMixin, PrivatePagedListView):
    """The same, public."""

    page_parameters = PageLinks.page_parameters
