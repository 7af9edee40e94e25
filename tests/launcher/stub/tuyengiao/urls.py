from django.contrib.contenttypes.models import ContentType
from django.http import HttpResponse
from django.urls import path


def alive(request):
    return HttpResponse("song")


def home(request):
    return HttpResponse(f"{ContentType.objects.count()} loại nội dung")


urlpatterns = [path("_/song/", alive), path("", home)]
