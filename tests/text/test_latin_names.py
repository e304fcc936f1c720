"""Latin names of a column: which end is the family, and that no word is lost."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.text.folding import narrow, tidy
from meetings.text.latin_names import LatinName, split_names, surnames

FAMILY_FIRST = ["KIM Minjun", "LEE Jiwon", "Park, Seoyeon"]
GIVEN_FIRST = ["Minjun KIM", "Jiwon LEE", "Seo-yeon Park"]
TITLES = ("mr", "ms", "miss", "dr", "prof")


def wide(text):
    """Letters, points and blanks as full-width ones."""
    return text.translate({32: 0x3000} | {n: n + 0xFEE0 for n in range(0x21, 0x7F)})


def split(text):
    (name,) = split_names([text])
    return name


def split_among(text, others):
    """The name of a text in a column with others."""
    return split_names([*others, text])[-1]


def family_first(family, given):
    return LatinName(family, given, False)


def given_first(given, family):
    return LatinName(family, given, True)


@pytest.mark.parametrize(
    ("text", "family", "given"),
    [
        ("Kim, Min-jun", "Kim", "Min-jun"),
        ("Kim,Minjun", "Kim", "Minjun"),
        ("Kim ,  Min Jun", "Kim", "Min Jun"),
        (wide("Kim,Min"), "Kim", "Min"),
        ("Haruo, YAMADA", "Haruo", "YAMADA"),
        ("Lopez Garcia, Maria", "Lopez Garcia", "Maria"),
        ("van der Berg, Anna", "van der Berg", "Anna"),
        ("KIM, Minjun, PhD", "KIM", "Minjun, PhD"),
    ],
)
def test_the_family_stands_before_a_comma(text, family, given):
    assert split(text) == family_first(family, given)
    assert split_among(text, GIVEN_FIRST) == family_first(family, given)


@pytest.mark.parametrize("text", ["Kim Minjun,", ",Kim Minjun", "Kim Minjun, Mr."])
def test_a_comma_beside_nothing_is_none(text):
    assert split(text) == family_first("Kim", "Minjun")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("KIM Minjun", family_first("KIM", "Minjun")),
        ("YAMADA Haruo", family_first("YAMADA", "Haruo")),
        ("Haruo YAMADA", given_first("Haruo", "YAMADA")),
        ("MIN Kim", family_first("MIN", "Kim")),
        ("haruo YAMADA", given_first("haruo", "YAMADA")),
        ("OU YANG Ming", family_first("OU YANG", "Ming")),
        ("Min NAM GUNG", given_first("Min", "NAM GUNG")),
        ("KIM Min Jun", family_first("KIM", "Min Jun")),
        ("Maria LOPEZ GARCIA", given_first("Maria", "LOPEZ GARCIA")),
        ("GARCIA-LOPEZ Maria", family_first("GARCIA-LOPEZ", "Maria")),
        ("ŌNO Haruo", family_first("ŌNO", "Haruo")),
        ("LEE A Reum", family_first("LEE", "A Reum")),
        ("Young A LEE", given_first("Young A", "LEE")),
        ("LEE O. Reum", family_first("LEE", "O. Reum")),
        ("NG Siuming", family_first("NG", "Siuming")),
    ],
)
def test_capitals_are_the_family(text, name):
    assert split(text) == name
    assert split_among(text, FAMILY_FIRST) == name
    assert split_among(text, GIVEN_FIRST) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("KIM M.J.", family_first("KIM", "M.J.")),
        ("M.J. KIM", given_first("M.J.", "KIM")),
        ("M.-J. Kim", given_first("M.-J.", "Kim")),
        ("KIM M J", family_first("KIM", "M J")),
        ("M. J. Kim", given_first("M. J.", "Kim")),
        ("MJ Kim", given_first("MJ", "Kim")),
        ("Kim MJ", family_first("Kim", "MJ")),
        ("Kim O.", family_first("Kim", "O.")),
        ("Ma M.A.", family_first("Ma", "M.A.")),
        ("Lopez M", family_first("Lopez", "M")),
    ],
)
def test_initials_are_given(text, name):
    assert split(text) == name
    assert split_among(text, FAMILY_FIRST) == name
    assert split_among(text, GIVEN_FIRST) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("LEE JUEUN", family_first("LEE", "JUEUN")),
        ("JUEUN LEE", given_first("JUEUN", "LEE")),
        ("HARUO YAMADA", given_first("HARUO", "YAMADA")),
        ("O SEHOON", family_first("O", "SEHOON")),
        ("MINJUN O", given_first("MINJUN", "O")),
    ],
)
def test_capitals_all_over_tell_nothing_but_surnames_do(text, name):
    assert split(text) == name


@pytest.mark.parametrize("text", ["KIM Haruo LEE", "Maria LOPEZ Quist"])
def test_capitals_at_both_ends_or_neither_tell_nothing(text):
    head, last = text.rsplit(" ", 1)

    assert split_among(text, GIVEN_FIRST) == given_first(head, last)
    assert split_among(text, FAMILY_FIRST) == family_first(*text.split(" ", 1))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Min-jun Kim", given_first("Min-jun", "Kim")),
        ("Kim Min-jun", family_first("Kim", "Min-jun")),
        ("Ha Ji-min", family_first("Ha", "Ji-min")),
        ("Ji-min Ha", given_first("Ji-min", "Ha")),
        ("Sun-woo Kim", given_first("Sun-woo", "Kim")),
        ("MIN-JUN KIM", given_first("MIN-JUN", "KIM")),
        ("Min\u2010jun Kim", given_first("Min\u2010jun", "Kim")),
        (wide("Min-jun Kim"), given_first("Min－jun", "Kim")),
        ("Jean-Pierre Dupont", given_first("Jean-Pierre", "Dupont")),
        ("Min-jun Nam Gung", given_first("Min-jun", "Nam Gung")),
    ],
)
def test_a_hyphenated_word_is_given(text, name):
    assert split(text) == name
    assert split_among(text, FAMILY_FIRST) == name
    assert split_among(text, GIVEN_FIRST) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kim Minjun", family_first("Kim", "Minjun")),
        ("Minjun Kim", given_first("Minjun", "Kim")),
        ("Wang Xiaoming", family_first("Wang", "Xiaoming")),
        ("Xiaoming Wang", given_first("Xiaoming", "Wang")),
        ("Haruo Yamada", given_first("Haruo", "Yamada")),
        ("Itō Haruo", family_first("Itō", "Haruo")),
        ("rhee jiwon", family_first("rhee", "jiwon")),
        ("Kim Min Jun", family_first("Kim", "Min Jun")),
        ("Min Jun Kim", given_first("Min Jun", "Kim")),
        ("Jung Ho Park", given_first("Jung Ho", "Park")),
        ("Xiao Ming Wang", given_first("Xiao Ming", "Wang")),
        ("Kim Sun Woo", family_first("Kim", "Sun Woo")),
        ("Sun Woo Kim", given_first("Sun Woo", "Kim")),
    ],
)
def test_a_known_surname_at_one_end_is_the_family(text, name):
    assert split(text) == name
    assert split_among(text, FAMILY_FIRST) == name
    assert split_among(text, GIVEN_FIRST) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ouyang Ming", family_first("Ouyang", "Ming")),
        ("Ou Yang Ming", family_first("Ou Yang", "Ming")),
        ("Ming Ou Yang", given_first("Ming", "Ou Yang")),
        ("NAM GUNG Min", family_first("NAM GUNG", "Min")),
        ("Nam Gung Min", family_first("Nam Gung", "Min")),
        ("Nam-gung Min", family_first("Nam-gung", "Min")),
        ("Nam-gung Min-jun", family_first("Nam-gung", "Min-jun")),
        ("Min Nam-gung", given_first("Min", "Nam-gung")),
        ("Namgung Min", family_first("Namgung", "Min")),
        ("Nam Gung Min Jun", family_first("Nam Gung", "Min Jun")),
        ("HWANG BO MIN", family_first("HWANG BO", "MIN")),
        ("Che Gal Minho", family_first("Che Gal", "Minho")),
        ("Dokgo Min", family_first("Dokgo", "Min")),
        ("Seomun Jin", family_first("Seomun", "Jin")),
        ("Sagong Jin", family_first("Sagong", "Jin")),
        ("Sunwoo Minho", family_first("Sunwoo", "Minho")),
        ("Zhu Ge Liang", family_first("Zhu Ge", "Liang")),
        ("Shangguan Wan'er", family_first("Shangguan", "Wan'er")),
    ],
)
def test_a_surname_of_two_syllables_stays_whole(text, name):
    assert split(text) == name


def test_two_words_are_never_one_surname():
    assert split("Nam Gung") == family_first("Nam", "Gung")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Kim Min", "Kim", "Min"),
        ("Min Kim", "Min", "Kim"),
        ("Han Jung", "Han", "Jung"),
        ("Yu Lin", "Yu", "Lin"),
        ("Sunwoo Kim", "Sunwoo", "Kim"),
        ("Ha Jin", "Ha", "Jin"),
        ("Zara Osei", "Zara", "Osei"),
        ("ZARA OSEI", "ZARA", "OSEI"),
        ("Min-ji Ha-jun", "Min-ji", "Ha-jun"),
    ],
)
def test_the_column_decides_where_a_name_does_not(text, first, last):
    assert split(text) == family_first(first, last)
    assert split_among(text, FAMILY_FIRST) == family_first(first, last)
    assert split_among(text, GIVEN_FIRST) == given_first(first, last)


@pytest.mark.parametrize(
    ("text", "first", "others"),
    [
        ("Maria Lopez Garcia", "Maria", "Lopez Garcia"),
        ("Han Ji Min", "Han", "Ji Min"),
    ],
)
def test_the_family_is_one_of_three_words(text, first, others):
    assert split_among(text, FAMILY_FIRST) == family_first(first, others)
    head, last = text.rsplit(" ", 1)
    assert split_among(text, GIVEN_FIRST) == given_first(head, last)


def test_most_of_a_column_decide_and_a_draw_is_family_first():
    assert split_among("Zara Osei", [*GIVEN_FIRST, *FAMILY_FIRST]).family == "Zara"
    assert split_among("Zara Osei", ["Haruo Yamada"]).family == "Osei"
    assert split_among("Zara Osei", [*GIVEN_FIRST, "Kim Minjun"]).family == "Osei"
    assert split_among("Zara Osei", [*FAMILY_FIRST, "Haruo Yamada"]).family == "Zara"


def test_names_that_tell_nothing_have_no_vote():
    untold = ["Madonna", "", "Zara Osei", "Kim Min", "Prince"]

    assert split_among("Ada Quist", [*untold, "Minjun KIM"]).family == "Quist"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jan van der BERG", given_first("Jan", "van der BERG")),
        ("van der BERG Jan", family_first("van der BERG", "Jan")),
        ("de la CRUZ Maria", family_first("de la CRUZ", "Maria")),
        ("Jan-Piet van der Berg", given_first("Jan-Piet", "van der Berg")),
        ("Jan van der Berg", given_first("Jan", "van der Berg")),
        ("Van der Berg Jan", family_first("Van der Berg", "Jan")),
        ("De la Cruz Maria", family_first("De la Cruz", "Maria")),
        ("Nguyen Van Anh", family_first("Nguyen", "Van Anh")),
        ("minjun KIM", given_first("minjun", "KIM")),
    ],
)
def test_particles_are_of_the_family(text, name):
    assert split(text) == name


def test_particles_follow_the_order_of_the_column():
    name = given_first("Jan", "van der Berg")

    assert split_among("Jan van der Berg", GIVEN_FIRST) == name
    assert split("van der Berg Jan") == family_first("van der Berg", "Jan")
    assert split("Van Der").family == "Van"
    assert split("van der") == family_first("van", "der")


@pytest.mark.parametrize(
    "text",
    [
        "Mr. KIM Minjun",
        "Mr KIM Minjun",
        "MR. KIM Minjun",
        "Mr.KIM Minjun",
        wide("Mr. KIM Minjun"),
        "Ms. KIM Minjun",
        "Mrs KIM Minjun",
        "Dr. KIM Minjun",
        "Prof. Dr. KIM Minjun",
        "Mr. KIM, Minjun",
        "KIM, Dr. Minjun",
    ],
)
def test_titles_in_front_are_taken_off(text):
    assert split(text) == family_first("KIM", "Minjun")


@pytest.mark.parametrize("text", ["Drew Msizi", "Prosper Mrazek", "Abdr. Quist"])
def test_what_only_looks_like_a_title_stays(text):
    assert split(text) == family_first(*text.split())


@pytest.mark.parametrize("text", ["Kim", "MINJUN", "Min-jun", "M.J.", "Namgung", "de"])
def test_one_word_is_the_family(text):
    assert split(text) == family_first(text, "")
    assert split_among(text, GIVEN_FIRST) == family_first(text, "")


@pytest.mark.parametrize("text", ["", " ", "\u3000\t\n", ",", "Mr."])
def test_a_blank_gives_a_blank_name(text):
    assert split(text) == LatinName("", "", False)


def test_each_text_has_its_name_in_its_place():
    assert split_names([]) == []
    assert split_names(["", "Min-jun Kim", "", "Kim"]) == [
        family_first("", ""),
        given_first("Min-jun", "Kim"),
        family_first("", ""),
        family_first("Kim", ""),
    ]


@pytest.mark.parametrize(
    ("text", "family", "given"),
    [
        (wide("Kim Min"), "Kim", "Min"),
        ("  kim \u00a0 mInJun ", "kim", "mInJun"),
        ("O\u0304no Haruo", "Ōno", "Haruo"),
        ("Lü Xiǎomíng", "Lü", "Xiǎomíng"),
    ],
)
def test_blanks_and_full_width_change_and_nothing_else(text, family, given):
    assert split(text) == family_first(family, given)


def test_what_is_also_given_is_a_surname():
    known = surnames()

    assert known.also_given <= known.single | known.double


@pytest.mark.parametrize(
    "name", ["kim", "gim", "rhee", "ri", "wang", "zhang", "yamada"]
)
def test_ordinary_surnames_are_known(name):
    assert name in surnames().single


def has_no_comma_or_title(text):
    plain = narrow(text).strip().casefold()
    return not set(plain) & set(",，、") and not plain.startswith(TITLES)


telling = ["KIM", "Kim", "Min", "Min-jun", "M.", "MJ", "O", "van", wide("Kim"), "-"]
parted = ["Nam Gung", "NAM GUNG", "Nam-gung", "Sun Woo", "de la"]
chance = st.text(max_size=6).filter(has_no_comma_or_title)
words = st.sampled_from(telling + parted) | chance
names = st.lists(words, max_size=5).map(" ".join)


@given(st.lists(names, max_size=5))
def test_no_word_is_lost_or_changed(texts):
    for text, name in zip(texts, split_names(texts), strict=True):
        kept = f"{name.family} {name.given}".split()

        assert Counter(kept) == Counter(tidy(narrow(text)).split())
        assert name.family or not kept
