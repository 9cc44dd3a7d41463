"""In which letters a table is written is found out, or said."""

import pytest

from domain.errors import NotUnderstood
from handlers.console.encodings import text_of

TEXTS = [
    ("cp1252", "name,contact\nMüller & Söhne,Zoë\n"),
    ("cp1252", "name\nCafé\n"),
    ("cp1252", "name,owner\nO’Brien & Sons – “The” best €,ana\n"),
    ("cp1252", "Prénom,Nom,Société\nÉlodie,Lefèvre,Crêperie du Château\n"),
    ("cp1252", "name,contact\nMuñoz Hermanos,José\n"),
    ("cp1250", "name,contact\nŁódzkie Zakłady,Żaneta Wiśniewska\n"),
    ("cp1250", "name,contact\nŽelezárny Třinec,Jiří Dvořák\n"),
    ("cp1250", "name\nKraków Sp. z o.o.\nGdańsk Stocznia\n"),
    ("cp1250", "Név\nMagyar Vízművek,Kovács Őrs\n"),
    ("cp1251", "name,contact\nООО Ромашка,Иван Петров\n"),  # noqa: RUF001 - Russian
    ("mac_roman", "name,contact\rMüller & Söhne,Zoë\r"),
    ("mac_roman", "name,contact\nCafé Gérard,François\nMuñoz,José\n"),
    ("mac_roman", "Firma;Ansprechpartner\nBäckerei Grünwald;Jörg Weiß\n"),
    ("cp932", "会社名,担当者名,メール\n株式会社山田製作所,山田太郎,t@y.jp\n"),
    ("cp932", "name\nトヨタ自動車\n"),
    ("gb18030", "公司名称,联系人\n北京科技有限公司,王小明\n上海贸易有限公司,李华\n"),
    ("utf-16-le", "name,contact\nMüller,Jörg\n"),
    ("utf-8", "name,contact\nMüller,佐藤\n"),
    ("cp1252", "name\n" + "Smith\n" * 1000 + "Müller\n"),
]

NAMES = {
    "cp1252": """
        Düsseldorf, Göteborg, Málaga, Besançon, Zürich, Århus, Tromsø, Guimarães, Jyväskylä,
        Réunion, Saint-Étienne, Köln, Vigo Cañas, Évora, Genève, Nîmes, León, Cádiz, Gijón,
        Brøndby, Malmö, Hämeenlinna, Würth, Nestlé, L’Oréal, Häagen-Dazs, Hermès,
        Crédit Agricole, Telefónica, Petrobrás, Itaú, Câmara, Paço, Coimbra Irmãs, Übersee,
        Ökotest, Straßer, Niños SA, Compañía
    """,
    "cp1250": """
        Warszawa Śródmieście, Wrocław, Rzeszów, Białystok, Częstochowa, Brno Žabovřesky,
        České Budějovice, Ústí, Olomouc Šantovka, Košice, Prešov, Žilina, Nitra Zobor ľ,
        Miskolc Tűzép, Pécs, Székesfehérvár, Kecskemét, Ljubljana Šiška, Čakovec, Đakovo,
        Timişoara, Braşov, Węgrów, Grudziądz, Zażółć, Jelínek Čestmír, Hodonín, Průhonice,
        Říčany, Jászberény
    """,
    "cp1251": """
        Москва, Сбербанк, Яндекс, Лукойл, Петров и сын, Київ, Львів, София България, Београд,
        Минск
    """,
    "mac_roman": """
        Düsseldorf, Göteborg, Málaga, Besançon, Zürich, Guimarães, Genève, Nîmes, León, Würth,
        Nestlé, L’Oréal, Hermès, Crédit Agricole, Straßer, Compañía, Köln, Évora
    """,
    "cp932": """
        東京, トヨタ自動車, ソニー, 山田商店, 株式会社ABC, ホンダ, 任天堂, セブン, 楽天
    """,
}
"""Of firms and towns: no rule was made for these."""


@pytest.mark.parametrize(("encoding", "text"), TEXTS)
def test_the_letters_tell_the_encoding(tmp_path, encoding, text):
    path = tmp_path / "customers.csv"
    path.write_bytes(text.encode(encoding))
    assert text_of(path) == (text, encoding)


@pytest.mark.parametrize("encoding", NAMES)
def test_a_list_of_names_tells_it_and_one_western_name_alone(tmp_path, encoding):
    path = tmp_path / "customers.csv"
    names = [" ".join(each.split()) for each in NAMES[encoding].split(",")]
    alone = [f"name,owner\n{each},ana\n" for each in names] if encoding == "cp1252" else []
    for text in ("name\n" + "\n".join(names), *alone):
        path.write_bytes(text.encode(encoding))
        assert text_of(path)[0] == text


def test_what_is_told_counts(tmp_path):
    path = tmp_path / "customers.csv"
    text = "name\nДиДи\n"
    path.write_bytes(text.encode("koi8_r"))
    assert text_of(path, "koi8-r")[0] == text
    with pytest.raises(NotUnderstood, match="“klingon” is no encoding"):
        text_of(path, "klingon")
    with pytest.raises(NotUnderstood, match="is not written in utf-8"):
        text_of(path, "utf-8")


def test_what_no_encoding_makes_sense_of_is_asked_about(tmp_path):
    path = tmp_path / "customers.csv"
    path.write_bytes(b"name\n\x81\x8d\n")
    with pytest.raises(NotUnderstood, match="save it as UTF-8, or say --encoding"):
        text_of(path)
