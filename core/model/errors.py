"""What may go wrong, as codes with values. Words for them are in `locales`, under `error-<code>`."""

from core.model.access import Action


class Refusal(Exception):
    """The school's rules say no; `code` names the sentence, `values` fill it."""

    code = "refused"

    def __init__(self, code: str | None = None, **values: object) -> None:
        """Keep the code of the sentence and the values it needs."""
        self.code = code or type(self).code
        self.values = values
        super().__init__(self.code)


class Forbidden(Refusal):
    """The matrix does not allow it, or the thing does not exist for this actor: one answer for both (ACC-3)."""

    code = "not-found"

    def __init__(self, action: Action | None = None) -> None:
        """Keep the refused action for the log; the person is not told which."""
        super().__init__()
        self.action = action


class NotFound(Refusal):
    """It does not exist any more, or never did."""

    code = "not-found"


class Stale(Refusal):
    """The screen that was pressed shows something that has changed since."""

    code = "stale"


class ConsentNeeded(Refusal):
    """Nothing personal is shown before the consent text was accepted (ACC-4)."""

    code = "consent-needed"


class Stranger(Refusal):
    """This account has not entered any school (ACC-1)."""

    code = "stranger"
