"""What the screen looks like, as a grid of characters. `--snapshot-update` accepts a change; read the diff."""

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tui.driving import SIZES, reading, small_sitting


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
        pytest.param("desk", ("1",), id="reconstruction"),
        pytest.param("desk", ("1", "1"), id="closing"),
        pytest.param("desk", ("n",), id="notes"),
        pytest.param("desk", ("]", "o"), id="note"),
        pytest.param("desk", ("2", "end"), id="ending"),
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
