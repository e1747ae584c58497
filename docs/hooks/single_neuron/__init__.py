"""The build of the site but for MkDocs itself, which only docs/hooks/build.py knows.

`reading` reads pages, `running` runs snippets, `checking` compares the two, `rendering` puts the
results into a page, `editions` makes notebook, programs and Markdown; `site` ties them together.
"""
