"""The places that an instruction names, found in the rules as they stand.

What comes in is a place as it was written; what goes out are spots in a rulebook, or a `Refused` that says which places
could be meant and what to write. It never chooses between two.
"""

from __future__ import annotations

from amendments.applying.places.finding import spots, spots_from
from amendments.applying.places.parts import Region, part_region
from amendments.applying.places.spot import Spot, kind_name
from amendments.applying.places.wordings import wordings

__all__ = ["Region", "Spot", "kind_name", "part_region", "spots", "spots_from", "wordings"]
