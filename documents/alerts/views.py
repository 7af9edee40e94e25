"""Asking for letters, confirming that the address is one's own, leaving."""

from http import HTTPStatus

from django.conf import settings
from django.db import transaction
from django.db.models.functions import Now
from django.http import Http404
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import View

from accounts.signing_in.addresses import client_address
from documents.alerts import letters, limits, links
from documents.alerts.forms import SubscribeForm, wanted
from documents.alerts.sending import trace
from documents.models import Document
from documents.models.alerts import Subscription
from documents.tasks import mail_confirmation

PAGE = "alerts/ask.html"


class SubscribeView(View):
    """The answer is the same whatever is known of the address."""

    def get(self, request):
        return self.page(request, SubscribeForm())

    def post(self, request):
        about = wanted(request.GET)
        form = SubscribeForm(request.POST)
        if not settings.EMAIL_HOST or not form.is_valid():
            return self.page(request, form)
        if limits.network_is_tired(client_address(request)):
            form.add_error(None, "Đã có quá nhiều lượt đăng ký từ mạng này; xin thử lại sau.")
            return self.page(request, form, status=HTTPStatus.TOO_MANY_REQUESTS)
        ask(form.cleaned_data["email"], about)
        return said(request, "Xin mời Ông (bà) mở hộp thư", SENT)

    def page(self, request, form, status=HTTPStatus.OK):
        subscription = Subscription(**wanted(request.GET))
        context = {
            "form": form,
            "wish": letters.wish_of(subscription),
            "mail_is_set_up": bool(settings.EMAIL_HOST),
        }
        return render(request, PAGE, context, status=status)


SENT = (
    "Nếu địa chỉ vừa ghi còn chờ xác nhận, một thư có liên kết xác nhận đã được gửi tới. "
    "Thư báo chỉ được gửi sau khi Ông (bà) xác nhận."
)


@transaction.atomic
def ask(email, about):
    """Keep the wish and write to the address: once, and again where it has not answered for an
    hour; never where it waits for too many answers already."""
    if limits.address_is_tired(email):
        return
    subscription, made = Subscription.objects.get_or_create(email=email, **about)
    waiting = Subscription.objects.filter(pk=subscription.pk, confirmed_at=None)
    if made or waiting.filter(created_at__lt=Now() - limits.HOUR).update(created_at=Now()):
        mail_confirmation.defer(subscription_id=subscription.pk)


class LinkView(View):
    """A link of a letter: a GET asks, for programs that scan letters follow links; a POST acts."""

    def subscription(self, token):
        return Subscription.objects.filter(pk=self.read(token)).first()

    def get(self, request, token):
        subscription = self.subscription(token)
        if subscription is None:
            return self.missing(request)
        context = {"wish": letters.wish_of(subscription), "button": self.button}
        return render(request, "alerts/link.html", context | {"title": self.title})


@method_decorator(never_cache, name="dispatch")
class ConfirmView(LinkView):
    title, button = "Xác nhận nhận thư báo", "Xác nhận"
    read = staticmethod(links.confirmed_pk)

    def missing(self, request):
        raise Http404

    def post(self, request, token):
        subscription = self.subscription(token) or self.missing(request)
        papers = Document.objects.for_list()
        paper = papers.filter(pk=subscription.document_id).first()
        waiting = Subscription.objects.filter(pk=subscription.pk, confirmed_at=None)
        waiting.update(confirmed_at=Now(), told=trace(paper) if paper else "")
        return said(
            request, "Đã xác nhận", f"Ông (bà) sẽ nhận thư báo về {letters.wish_of(subscription)}."
        )


@method_decorator([csrf_exempt, never_cache], name="dispatch")
class LeaveView(LinkView):
    """A mail program posts here without any cookie (RFC 8058); the signed link is the proof."""

    title, button = "Thôi nhận thư báo", "Thôi nhận"
    read = staticmethod(links.leaving_pk)

    def missing(self, request):
        return left(request)

    def post(self, request, token):
        if subscription := self.subscription(token):
            subscription.delete()
        return left(request)


def left(request):
    return said(request, "Đã thôi nhận", "Địa chỉ của Ông (bà) đã được xóa khỏi danh sách.")


def said(request, title, text):
    return render(request, "alerts/said.html", {"title": title, "text": text})
