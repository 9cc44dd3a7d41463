from domain.reading import read
from tests.domain.lines import LINES, NOW, ZONE


def test_each_line_is_read_as_a_colleague_would():
    """One test for more than a thousand: to name each takes longer than to read it."""
    misread = {}
    for line in LINES:
        reading = read(line.words, NOW, ZONE)
        said = (reading.kind, reading.direction, reading.signs, reading.at)
        meant = (line.kind, line.direction, line.signs, line.at)
        if said != meant:
            misread[line.words] = said, meant
    assert len(LINES) > 1000
    assert misread == {}
