"""Every act of this desk, in the order in which a case usually needs it."""

from openmso.casework.fast_track.models import FastTrackCase

from .act import Act
from .acts_after_asking import AskAgain, Close, Decided, PlanAppeal, TakeBack, Withdraw
from .acts_on_papers import Asked, NoticeGiven, ReasonsGiven, RecordsSent, ToldByQio, WriteReasons

_ALL: tuple[type[Act], ...] = (
    NoticeGiven,
    Asked,
    ToldByQio,
    WriteReasons,
    ReasonsGiven,
    RecordsSent,
    Decided,
    AskAgain,
    PlanAppeal,
    Withdraw,
    TakeBack,
    Close,
)
ACTS = {act.name: act for act in _ALL}


def acts_open_for(case: FastTrackCase) -> list[type[Act]]:
    """Return what can be done with the case as it stands."""
    return [act for act in _ALL if act.is_open_for(case)]
