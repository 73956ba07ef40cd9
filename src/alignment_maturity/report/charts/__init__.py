"""The charts of the report, as shapes with finished coordinates.

What a chart means never hangs on colour alone: attained steps carry a tick, the two functions have marks of
different shape and bars of different make, figures stand beside their marks.
"""

from alignment_maturity.report.charts.benchmark import quartiles, shares
from alignment_maturity.report.charts.climb import climb
from alignment_maturity.report.charts.columns import chances
from alignment_maturity.report.charts.facing import facing
from alignment_maturity.report.charts.gantt import LOOKS, roadmap, time_axis
from alignment_maturity.report.charts.movers import movers
from alignment_maturity.report.charts.radar import radar
from alignment_maturity.report.charts.scatter import Mark, Quadrants, matrix, quadrants
from alignment_maturity.report.charts.slopes import slopes
from alignment_maturity.report.charts.staircase import ladder
from alignment_maturity.report.charts.trend import trend

__all__ = [
    "LOOKS",
    "Mark",
    "Quadrants",
    "chances",
    "climb",
    "facing",
    "ladder",
    "matrix",
    "movers",
    "quadrants",
    "quartiles",
    "radar",
    "roadmap",
    "shares",
    "slopes",
    "time_axis",
    "trend",
]
