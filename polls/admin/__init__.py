from polls.admin.opinions import OpinionAdmin
from polls.admin.polls import PollAdmin

__all__ = ["OpinionAdmin", "PollAdmin"]
