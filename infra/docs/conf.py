"""Sphinx, reading MyST Markdown; see :mod:`infra.documentation` for what is laid out beside this file."""

from importlib.metadata import version as version_of

project = "Backchannel"
release = version = version_of("backchannel")
copyright = "the authors of Backchannel, Apache-2.0"  # noqa: A001
extensions = ["myst_parser", "sphinx_copybutton"]
myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = "Backchannel"
html_show_sphinx = False
html_copy_source = False
templates_path: list[str] = []
exclude_patterns: list[str] = []
# Pages are read by people whose first language may be another; shells and JSON must keep their own quotes.
smartquotes = False
highlight_language = "none"
