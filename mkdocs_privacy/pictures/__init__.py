"""What words cannot show: where data goes, how long it stays, in which countries."""

from mkdocs_privacy.pictures.placement import Picture, PictureOptions, PicturePage

__all__ = ["Picture", "PictureOptions", "PicturePage"]
