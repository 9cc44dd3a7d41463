from domain.reading import read
from domain.touches import Kind
from tests.domain.lines import LINES, NOW, ZONE


def test_each_line_is_read_as_a_colleague_would():
    """One test for more than a thousand: to name each takes longer than to read it. Who began is
    not asked of a note in which nothing is told.
    """
    misread = {}
    for line in LINES:
        reading = read(line.words, NOW, ZONE)
        tells = line.kind is not Kind.NOTE or line.signs
        began = (reading.direction, line.direction) if tells else (None, None)
        said = (reading.kind, began[0], reading.signs, reading.at)
        meant = (line.kind, began[1], line.signs, line.at)
        if said != meant:
            misread[line.words] = said, meant
    assert len(LINES) > 1000
    assert misread == {}
