"""What holds scripts off the forms that anybody may send (ballots, ratings, letters to the board),
without an outside service, without keeping an address, and without shutting an office out.

- A proof of work (proof.py): the browser computes for about a second while the visitor reads or
  types. A challenge is signed, lasts ten minutes and is used once.
- Limits by network and hour (limits.py): wide where the proof was given, so that hundreds behind
  one address get through; tight where it was not, that is without JavaScript.
- A trap (forms.py): a field that only machines see and fill.
- A visitor's token (visitors.py): a signed cookie for "one a visitor", set with the form and
  never by a public page.

A form:

    class LetterForm(GuardedForm, forms.ModelForm):
        guard_name = "letter"                       # what is counted together
        guard_limits = Limits(proven=200, plain=5)  # an hour and network; may be left out

A view which shows the form and takes it. The form is a public page; where it shows something of
its visitor (own answer, own ballot) it is marked with `form_page` instead and never kept:

    @public_form()
    def write(request):
        form = LetterForm(request.POST or None, request=request)
        if request.method == "POST" and form.is_valid() and form.admit(form.save):
            return redirect(…)  # each POST ends on a page of its own
        return render(request, …, {"form": form})

`admit` does everything in one transaction: it spends the proof, counts the form and calls what it
is given. Where it refuses it returns False, and the form has an error and all that was typed.
`form.is_proven` says whether the proof was given.

The template, inside <form method="post" data-guard>; that of a `form_page` beside {% csrf_token %}:

    {% include "components/guard.html" with form=form only %}

The component brings its script along. A script that builds a form later needs nothing more: the
guard listens to the document.

One a visitor: wrap the response of the page with the form in `visitors.remember(request, response)`
and store `visitors.key(request, "rating-5")` in a column under a unique constraint; it is "" where
the browser sent no token back, which a form should say with `visitors.NO_COOKIE`.
"""
