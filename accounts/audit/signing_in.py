"""Sign-ins, by Django's own signals: they are sent by every way in, whoever wrote it (the form,
the admin, a second factor, a command), and a way that forgot to call us would go unseen."""

from django.contrib.auth.signals import user_logged_in, user_login_failed

from accounts import audit


def listen():
    user_logged_in.connect(signed_in, dispatch_uid="audit")
    user_login_failed.connect(failed, dispatch_uid="audit")


def signed_in(sender, user, **kwargs):
    audit.record("sign_in", user)


def failed(sender, credentials, **kwargs):
    audit.record("sign_in_failed", tried=str(credentials.get("username") or ""))
