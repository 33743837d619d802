"""What the screen looks like, as a grid of characters. `--snapshot-update` accepts a change; read the diff."""

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tui.driving import SIZES, at_title, reading, small_sitting

LOOKED_AT = ((60, 20), (80, 24), (120, 34), (200, 50))
"""The sizes at which pictures of these screens are looked at; see tests/picture.py."""


class ScreenFile(SingleFileSnapshotExtension):
    """One text file for each screen."""

    file_extension = "txt"
    _write_mode = WriteMode.TEXT


@pytest.fixture
def screen_file(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(ScreenFile)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(
    ("at", "keys"),
    [
        pytest.param("desk", (), id="opening"),
        pytest.param("desk", ("end",), id="choices"),
        pytest.param("desk", ("end", "1"), id="reconstruction"),
        pytest.param("desk", ("end", "1", "end", "1"), id="closing"),
        pytest.param("desk", ("n",), id="notes"),
        pytest.param("desk", ("]", "o"), id="note"),
        pytest.param("desk", ("end", "2", "end"), id="ending"),
        pytest.param("desk", ("question_mark",), id="help"),
        pytest.param("desk", ("K",), id="kept"),
    ],
)
async def test_the_screen_looks_as_it_did(
    at: str, keys: tuple[str, ...], size: tuple[int, int], screen_file: SnapshotAssertion
) -> None:
    async with reading(small_sitting(at), size) as reader:
        await reader.press(*keys)

        assert reader.text == screen_file


@pytest.mark.parametrize("size", LOOKED_AT, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(
    "keys",
    [
        pytest.param((), id="page"),
        pytest.param(("end", "1", "end", "1", "t", "l"), id="map"),
        pytest.param(("n", "enter", "escape", "t", "l", "l"), id="casebook"),
        pytest.param(("end", "2", "end"), id="last"),
    ],
)
async def test_what_was_looked_at_looks_as_it_did(
    keys: tuple[str, ...], size: tuple[int, int], screen_file: SnapshotAssertion
) -> None:
    async with reading(small_sitting(), size) as reader:
        await reader.press(*keys)

        assert reader.text == screen_file


@pytest.mark.parametrize("size", LOOKED_AT, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_title_page_looks_as_it_did(size: tuple[int, int], screen_file: SnapshotAssertion) -> None:
    async with at_title(size=size) as (reader, _):
        assert reader.text == screen_file
