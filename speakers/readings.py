"""A person says that they have read a paper."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from speakers.access import speakers_only
from speakers.models import ReadingRequest
from speakers.papers import address_of, papers_for


@speakers_only
@require_POST
def confirm(request, pk):
    paper = get_object_or_404(papers_for(request.user), pk=pk)
    asked = get_object_or_404(ReadingRequest, document=paper)
    if asked.confirm(request.user):
        messages.success(request, f"Đã ghi nhận Ông (bà) đã đọc “{paper.title}”.")
    else:
        messages.info(request, "Ông (bà) đã xác nhận tài liệu này trước đó.")
    return redirect(address_of(paper))
