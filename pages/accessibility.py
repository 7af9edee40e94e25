"""What the portal promises to people with disabilities, and whom to tell where it fails."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.pagecache import public_page
from core.site import HOME

WORDS = "Trang tuân theo WCAG 2.2 mức AA; đọc được bằng bàn phím, trình đọc màn hình, chữ to."


@require_safe
@public_page()
def accessibility(request):
    """The statement that Circular 26/2020 asks for."""
    context = {"title": "Khả năng tiếp cận", "page_description": WORDS, "breadcrumbs": [HOME]}
    return render(request, "pages/accessibility.html", context)
