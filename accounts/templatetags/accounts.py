from django import template

from accounts.models import AccountRequest, DataRequest

register = template.Library()


@register.inclusion_tag("admin/accounts/waiting.html", takes_context=True)
def accounts_waiting(context):
    """What asks for an administrator's answer, for those who may give it."""
    person = context["request"].user
    requests = person.has_perm("accounts.change_accountrequest")
    data = person.has_perm("accounts.change_datarequest")
    return {
        "requests": AccountRequest.objects.waiting().count() if requests else 0,
        "data_requests": DataRequest.objects.waiting().count() if data else 0,
        "first": DataRequest.objects.waiting().first() if data else None,
    }
