"""The shelves of this portal, in the order of the page."""

from documents.searching import Papers
from feedback.searching import Consultations, Questions
from news.searching import Articles
from pages.searching import Pages

SHELVES = (Articles(), Papers(), Pages(), Questions(), Consultations())
