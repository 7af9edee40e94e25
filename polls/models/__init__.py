from polls.models.ballots import Ballot, Opinion, Voter
from polls.models.corrections import Correction
from polls.models.polls import Choice, Poll

__all__ = ["Ballot", "Choice", "Correction", "Opinion", "Poll", "Voter"]
