"""The plots a request can follow, each a short story told with the steps of `story.py`.

A plot leaves its request where its name says. None of them decides anything itself: the actions do,
and a plot that asks for what the law does not allow fails while the demo is built.
"""

from collections.abc import Callable

from .story import Story

Plot = Callable[[Story], None]


def approved_by_nurse(story: Story) -> None:
    story.arrives().nurse_compares().nurse_approves()


def approved_with_messages(story: Story) -> None:
    story.arrives().messages(
        "Is anything missing from us? The patient asked today.",
        "Nothing is missing. We will answer within the time on the case.",
        "Thank you.",
    )
    story.nurse_compares().nurse_approves()


def approved_by_rule(story: Story) -> None:
    story.arrives(answers=True)


def answered_at_once(story: Story) -> None:
    """Not needed, not eligible, or forwarded to the plan: the lists say which."""
    story.arrives()


def exempt(story: Story) -> None:
    story.arrives(emergency=True)


def approved_after_notes(story: Story) -> None:
    story.arrives(papers=False).office_is_asked().office_sends_notes()
    story.nurse_compares().nurse_approves()


def approved_by_physician(story: Story) -> None:
    story.arrives(gap=True).nurse_compares(gap=True).nurse_sends_to_physician()
    physician = story.physician_reads()
    story.talk_is_offered(physician).physician_approves(physician)


def denied(story: Story) -> None:
    story.arrives(gap=True).nurse_compares(gap=True).nurse_sends_to_physician()
    story.physician_denies(story.physician_reads())


def denied_after_talk(story: Story) -> None:
    story.arrives(gap=True).nurse_compares(gap=True).nurse_sends_to_physician()
    physician = story.physician_reads()
    story.talk_is_offered(physician).physician_denies(physician)


def denied_and_reopened(story: Story) -> None:
    denied(story)
    story.is_reopened()


def approved_in_part(story: Story) -> None:
    story.arrives(gap=True).nurse_compares(gap=True).nurse_sends_to_physician()
    physician = story.physician_reads()
    story.physician_approves_part(physician, story.ask.quantity * 2 // 3)


def extended(story: Story) -> None:
    """More time is taken; the request stays on the nurses' list."""
    story.arrives().time_is_extended(
        "member_asks", "The member wants to see the specialist before we decide."
    )


def extended_then_approved(story: Story) -> None:
    extended(story)
    story.nurse_compares().nurse_approves()


def withdrawn(story: Story) -> None:
    story.arrives().is_withdrawn()


def came_twice_and_joined(story: Story) -> None:
    twin = story.arrives().twin()
    twin.arrives().is_joined_to(story)
    story.at = twin.at
    story.nurse_compares().nurse_approves()


def came_twice(story: Story) -> None:
    """The second one waits as a likely duplicate until somebody looks."""
    story.arrives().twin().arrives()


def late_then_approved(story: Story) -> None:
    story.arrives().nurse_compares(only=1).time_runs_out()
    story.nurse_compares().nurse_approves()


def silence(story: Story) -> None:
    """Nobody answers in time: deemed granted, a notice, or the way to an appeal, as the law has
    it; where the law grants nothing the case waits on."""
    story.arrives().time_runs_out()


def at_intake(story: Story) -> None:
    story.arrives(papers=False)


def waiting_for_office(story: Story) -> None:
    story.arrives(papers=False).office_is_asked()


def at_nurse(story: Story) -> None:
    story.arrives()


def at_nurse_begun(story: Story) -> None:
    story.arrives().nurse_compares(only=2)


def at_nurse_with_message(story: Story) -> None:
    story.arrives().messages("Please call us before you decide; the patient travels next week.")


def at_physician(story: Story) -> None:
    story.arrives(gap=True).nurse_compares(gap=True).nurse_sends_to_physician()


def at_physician_talk_offered(story: Story) -> None:
    at_physician(story)
    story.talk_is_offered(story.physician_reads(), held=False)
