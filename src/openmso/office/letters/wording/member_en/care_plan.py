"""To the member: the plan we made with you, your goals, and how you have a say in it."""

from openmso.office.letters.blocks import Block
from openmso.office.letters.fields import CarePlanFields
from openmso.office.letters.wording.writer import Writer


def care_plan(w: Writer, fields: CarePlanFields) -> tuple[Block, ...]:
    goals: tuple[Block, ...] = (
        (w.items(*(w.say(goal) for goal in fields.goals), element="care_goals"),)
        if fields.goals
        else (w.paragraph("You have not told us a goal yet. Tell us yours.", element="care_goals"),)
    )
    return (
        w.lead("This is your care plan."),
        w.paragraph(fields.about, element="care_about"),
        w.heading("What we will do"),
        w.items(*(w.say(step) for step in fields.steps), element="care_steps"),
        w.heading("Your goals"),
        *goals,
        *_specialists(w, fields),
        w.heading("You have a say"),
        w.paragraph(
            "Is there something you do not want, or want in another way? Tell us. You can call us,"
            " or write it on your page on our site. We keep what you say with your plan, and we"
            " will answer you.",
            element="have_a_say",
        ),
        w.facts(
            "Your plan",
            w.fact("Member", w.name(fields.case.member_name)),
            w.fact("Health plan", w.name(fields.case.plan_name)),
            w.fact("Your doctor for this plan", w.name(fields.doctor)),
            w.fact("Who looks after it", w.name(fields.manager)),
            w.fact("Plan number", w.name(fields.case.request_number)),
            w.fact("Edition", w.name(str(fields.edition))),
        ),
    )


def _specialists(w: Writer, fields: CarePlanFields) -> tuple[Block, ...]:
    if not fields.specialists:
        return ()
    return (
        w.heading("Doctors you can see at any time"),
        w.paragraph("You can see them as often as you need. You do not have to ask us first."),
        w.items(
            *(
                w.say(
                    w.name(f"{one.name}, {one.specialty}"), ", through ", w.last_day(one.last_day)
                )
                for one in fields.specialists
            ),
            element="care_specialists",
        ),
    )
