from django.contrib import admin

from accounts.models import Holiday


@admin.register(Holiday)
class HolidayAdmin(admin.ModelAdmin):
    list_display = ["day", "name", "is_worked"]
    list_filter = ["is_worked"]
    date_hierarchy = "day"
    search_fields = ["name"]
    search_help_text = (
        "Chỉ cần ghi Tết, Giỗ Tổ, ngày nghỉ liền kề 2/9 và các ngày hoán đổi. 1/1, 30/4, 1/5, 2/9 "
        "và ngày nghỉ bù khi ngày lễ rơi vào cuối tuần đã được tính sẵn."
    )
