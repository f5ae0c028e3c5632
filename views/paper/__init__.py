"""The one-page sheet on paper.

`fonts.py` measures letters, `layout.py` puts a `domain.sheet.Sheet` on one page as marks with
places, `pdf.py` writes those marks into a PDF and `preview.py` draws the same ones on the screen:
what is seen is what leaves.
"""
