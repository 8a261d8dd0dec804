"""The pictures themselves: facts as records, which their tables read too, and shapes of these.

Importing them takes time that only who draws has: others ask for what stands in the room above.
"""

from mkdocs_privacy.pictures.drawing.flow import name_of_receiver, names_of_countries
from mkdocs_privacy.pictures.drawing.gallery import Gallery, gallery_of
from mkdocs_privacy.pictures.drawing.scene import Drawing, Sheet
from mkdocs_privacy.pictures.drawing.svg import as_svg
from mkdocs_privacy.pictures.drawing.ways_of_data import DataReceiver, Reach, Way, WaysOfData

__all__ = [
    "DataReceiver",
    "Drawing",
    "Gallery",
    "Reach",
    "Sheet",
    "Way",
    "WaysOfData",
    "as_svg",
    "gallery_of",
    "name_of_receiver",
    "names_of_countries",
]
