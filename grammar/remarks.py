"""The words by which a remark is told from an instruction."""

from __future__ import annotations

REMARK_BEGINS = frozenset(
    "the a an this these those it we they he she i you our my their his her your its there some many most several few "
    "half all both everyone everybody nobody no-one none one two three four five six seven eight nine ten hope hoping "
    "sorry as since because now and but so although last".split()
)
"""What a sentence begins with that says what is, or what somebody thinks: none of it begins an order."""

REMARK_SAYS = frozenset(
    "feel feels felt think thinks thought believe believes hope hopes consider considers find finds found know knows "
    "understand agree agrees agreed worry worried glad sorry grateful pleased happy because since causes caused cause "
    "ago was were has have had did been too enough long short high low hard difficult unfair fair wrong "
    "good bad busy confusing unclear outdated out-of-date old-fashioned discussed talked looked asked decided".split()
)
"""Words of reasons, opinions and of what is past: a sentence with none of them may say something new."""

TAKES_EFFECT = frozenset(
    "effect force apply applies applied commence commences until temporary temporarily trial provided once forthwith "
    "retrospectively immediately future next lapse lapses expire expires withdrawn rejected defeated deferred "
    "postponed remitted cancelled".split()
)
"""Words of when a change takes effect, for how long, and whether at all."""
STANDING = TAKES_EFFECT | frozenset("lost carried fell fallen void draft tabled adjourned referred suspended".split())
"""Words by themselves that say how it stands with an amendment: they are no names."""
