from django.urls import path

from accounts.contributions import autosaves, files, listing, steps, writing

app_name = "contributions"
urlpatterns = [
    path("", listing.ListView.as_view(), name="list"),
    path("bai-moi/", writing.NewView.as_view(), name="new"),
    path("tu-word/", files.WordView.as_view(), name="word"),
    path("anh/", files.add_picture, name="picture"),
    path("tu-luu/", autosaves.autosave, name="autosave"),
    path("tu-luu/<int:pk>/", autosaves.typed, name="typed"),
    path("tu-luu/<int:pk>/bo/", autosaves.forget, name="forget"),
    path("<int:pk>/", writing.ArticleView.as_view(), name="article"),
    path("<int:pk>/xem-truoc/", steps.show, name="preview"),
    path("<int:pk>/buoc/<slug:name>/", steps.take, name="step"),
]
