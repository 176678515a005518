"""What search engines are asked to leave alone (RFC 9309). Every other page names its one address."""

import re

# Pages of one person, forms, the team's rooms, and lists of results, which never end.
DISALLOWED = (
    "/account/",
    "/admin/",
    "/comfort/",
    "/comments/*/flag/",
    "/comments/*/reply/",
    "/comments/*/support/",
    "/desk/",
    "/flags/",
    "/members/",
    "/moderation/",
    "/notices/",
    "/receipts/",
    "/search/",
)
_PATTERN = re.compile("|".join(re.escape(path).replace(r"\*", ".*") for path in DISALLOWED))


def robots_txt(site_url: str) -> str:
    """The file for a site at an address; it names the sitemap (sitemaps.org)."""
    lines = [f"Disallow: {path}" for path in DISALLOWED]
    return "\n".join(["User-agent: *", *lines, "", f"Sitemap: {site_url}/sitemap.xml", ""])


def is_for_everybody(path: str) -> bool:
    """Whether search engines may look at what stands at a path of ours."""
    return not _PATTERN.match(path)
