"""The preview in the admin: the page on a wide screen and on a phone, and a link to pass on."""

from csp.constants import SELF
from csp.decorators import csp_update
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator

from core import preview
from core.pagecache import PRIVATE
from core.site import absolute


class PreviewAdmin:
    """Mixed into the admin of a publication."""

    def get_urls(self):
        return [
            self.own_path("<path:object_id>/xem-truoc/", self.preview_view, "preview"),
            self.own_path("<path:object_id>/xem-truoc/trang/", self.preview_frame, "frame"),
            *super().get_urls(),
        ]

    @method_decorator(csp_update({"frame-src": [SELF]}))
    def preview_view(self, request, object_id):
        publication = self.found(request, object_id)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Xem trước",
            "publication": publication,
            "frame_url": self.address("frame", publication.pk),
            "signed_url": absolute(preview.signed_address(publication)),
            "days": preview.DAYS,
            "media": self.media,
        }
        response = TemplateResponse(request, "admin/publication/preview.html", context)
        response["Cache-Control"] = PRIVATE
        return response

    @method_decorator(preview.private)
    def preview_frame(self, request, object_id):
        return preview.page_of(request, self.found(request, object_id))
