"""Every act of a care case by the page it belongs to, and by its name in an address."""

from . import acts, cover_acts, plan_acts
from .act import Act

Acts = tuple[type[Act], ...]

OF_CASE: Acts = (
    *(acts.WriteStatus, acts.RecordContact, acts.AddTask, acts.FlagComplex, acts.EndFlag),
    *(acts.HandOver, acts.CloseCase),
)
OF_PLAN: Acts = (
    *(plan_acts.WritePlan, plan_acts.SetGoal, plan_acts.Answer, plan_acts.GiveInstructions),
    plan_acts.GiveAccess,
)
OF_COVER: Acts = (cover_acts.NoteTreatment, cover_acts.KeepContinuity)
ENDINGS: Acts = (acts.EndTask, plan_acts.SettleGoal, cover_acts.EndTreatment)
"""Each of these ends one task, goal or treatment, which stands in its address."""

ACTS = {act.name: act for act in (*OF_CASE, *OF_PLAN, *OF_COVER)}
ENDS = {act.name: act for act in ENDINGS}
