from django.urls import path

from speakers import months, questions, readings, schedule, searching

app_name = "speakers"
urlpatterns = [
    path("", months.MonthView.as_view(), name="newest"),
    path("<int:year>/<int:month>/", months.MonthView.as_view(), name="month"),
    path("<int:year>/<int:month>/tai-ve/", months.month_zip, name="month_zip"),
    path("moi/", months.NewView.as_view(), name="new"),
    path("tim/", searching.SearchView.as_view(), name="search"),
    path("lich/", schedule.ScheduleView.as_view(), name="schedule"),
    path("lich/dia-chi/", schedule.renew_address, name="renew_address"),
    path("lich/dia-chi/bo/", schedule.withdraw_address, name="withdraw_address"),
    path("lich/hoi-nghi-<int:pk>.ics", schedule.conference_ics, name="conference_ics"),
    path("lich/tat-ca.ics", schedule.all_ics, name="all_ics"),
    path("lich/<str:token>.ics", schedule.calendar, name="calendar"),
    path("xac-nhan/<int:pk>/", readings.confirm, name="confirm"),
    path("hoi-dap/", questions.QuestionsView.as_view(), name="questions"),
    path("hoi-dap/hoi/", questions.AskView.as_view(), name="ask"),
]
