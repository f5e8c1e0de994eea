"""The static site: a page per text and a start page, readable without script and without the net.

`build_site(plan, out, engine)` is the way in.
"""

from siglum.site.build import SiteResult, build_site, check_is_ours
from siglum.site.plan import Download, SitePlan, SiteText

__all__ = ["Download", "SitePlan", "SiteResult", "SiteText", "build_site", "check_is_ours"]
