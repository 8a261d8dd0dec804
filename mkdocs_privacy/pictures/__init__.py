"""What words cannot show: where data goes, how long it stays, in which countries."""

from mkdocs_privacy.pictures.flow import name_of_receiver, names_of_countries
from mkdocs_privacy.pictures.gallery import Gallery
from mkdocs_privacy.pictures.placement import PictureOptions, PicturePage
from mkdocs_privacy.pictures.scene import Picture, Scene, Sheet
from mkdocs_privacy.pictures.version_line import version_name
from mkdocs_privacy.pictures.ways_of_data import Reach, Receiver, Way, WaysOfData

__all__ = [
    "Gallery",
    "Picture",
    "PictureOptions",
    "PicturePage",
    "Reach",
    "Receiver",
    "Scene",
    "Sheet",
    "Way",
    "WaysOfData",
    "name_of_receiver",
    "names_of_countries",
    "version_name",
]
