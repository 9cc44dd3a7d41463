import pytest

from domain.reading import read
from tests.domain.lines import LINES, NOW, ZONE


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.words)
def test_a_line_is_read_as_a_colleague_would(line):
    reading = read(line.words, NOW, ZONE)
    said = (reading.kind, reading.direction, reading.signs, reading.at)
    assert said == (line.kind, line.direction, line.signs, line.at)
