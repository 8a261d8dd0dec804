"""What words cannot show: where data goes, how long it stays, in which countries."""

from mkdocs_privacy.pictures.flow import name_of_receiver, names_of_countries
from mkdocs_privacy.pictures.gallery import Gallery
from mkdocs_privacy.pictures.placement import PictureOptions, PicturePage
from mkdocs_privacy.pictures.scene import Drawing, Picture, Sheet
from mkdocs_privacy.pictures.version_line import version_name
from mkdocs_privacy.pictures.ways_of_data import DataReceiver, Reach, Way, WaysOfData

__all__ = [
    "DataReceiver",
    "Drawing",
    "Gallery",
    "Picture",
    "PictureOptions",
    "PicturePage",
    "Reach",
    "Sheet",
    "Way",
    "WaysOfData",
    "name_of_receiver",
    "names_of_countries",
    "version_name",
]
