"""Of 2,800 governments a list names one by any of its names, or is asked which."""

import datetime as dt
from collections import defaultdict
from random import Random

import pytest

from meetings.attendee_import.bodies import BodyMatch, BodyResolver, named_body
from meetings.attendee_import.body_index import BodyIndex
from meetings.forms.governments import GovernmentFilter
from meetings.forms.lookups import GOVERNMENTS
from meetings.models import Government, Meeting
from meetings.text.folding import fold
from tests.attendee_import.body_texts import cases, key_of, problem_of
from tests.attendee_import.municipalities import insert_municipalities
from tests.attendee_import.reviews import reviewed
from tests.factories import make_country, make_government

DRAWN, SEED = 40, 11
NAMES = ("name_en", "name_ko", "name_ja", "name_zh")
SHORT_NAMES = ("short_en", "short_ko", "short_ja", "short_zh")


@pytest.fixture
def all_municipalities(record):
    insert_municipalities()


def named(government):
    return [name for name in (getattr(government, name) for name in NAMES) if name]


def drawn():
    parts = Government.objects.exclude(parent=None).select_related("parent")
    return Random(SEED).sample(list(parts.order_by("code")), DRAWN)


def codes_by_name():
    """The codes of all governments that have a name, by the name as it is compared."""
    codes = defaultdict(set)
    for government in Government.objects.prefetch_related("names"):
        own = [getattr(government, name) for name in (*NAMES, *SHORT_NAMES)]
        for name in (*own, *(past.name for past in government.names.all())):
            codes[fold(name)].add(government.code)
    return codes


def found_in(texts):
    """What the review of a list finds for each text in its column of governments."""
    meeting = Meeting.objects.get(slug="tlgec-26")
    rows = [f'견본{n},"{text}",과장,' for n, text in enumerate(texts)]
    return [
        row.values.get("government") or row.problems[0].candidates
        for row in reviewed(meeting, *rows).rows
    ]


@pytest.mark.usefixtures("all_municipalities")
def test_a_list_finds_municipalities_by_each_name_and_asks_about_namesakes():
    shared = codes_by_name()
    texts = [name for government in drawn() for name in named(government)]
    codes = [sorted(shared[fold(text)]) for text in texts]

    assert found_in(texts) == [c[0] if len(c) == 1 else c for c in codes]
    assert any(len(several) > 1 for several in codes)


@pytest.mark.usefixtures("all_municipalities")
def test_who_types_a_name_finds_the_municipalities_that_a_list_finds():
    shared = codes_by_name()
    for government in drawn():
        for name in named(government):
            alike = shared[fold(name)]
            offered = [row.code for row in GOVERNMENTS.found(name)]
            listed = GovernmentFilter({"q": name}, Government.objects.all()).qs

            assert set(offered[: len(alike)]) == alike, name
            assert alike <= set(listed.values_list("code", flat=True)), name
            if len(alike) > 1:
                assert GOVERNMENTS.only_one(name) is None, name


@pytest.mark.usefixtures("all_municipalities")
def test_what_a_municipality_belongs_to_tells_it_from_its_namesakes():
    told = [
        (government.code, whole + part)
        for government in drawn()
        for language in ("ja", "zh")
        if (whole := getattr(government.parent, f"name_{language}"))
        and (part := getattr(government, f"name_{language}"))
    ]

    assert found_in([text for _code, text in told]) == [code for code, _text in told]


@pytest.mark.parametrize(
    ("text", "key"),
    cases(
        KR_11="서울|서울시",
        KR_29="광주|Gwangju|光州",
        KR_27="대구|대구시",
        KR_31="울산시",
        JP_27="大阪|Osaka Prefecture",
        JP_26="京都",
        JP_15="新潟",
        JP_22="静岡",
        JP_31="鳥取|鳥取県庁|Tottori Prefecture",
        JP_40="福岡県",
        CN_JL="吉林|Jilin",
        CN_HI="海南",
    ),
)
def test_a_name_of_the_first_level_is_not_that_of_a_city(every_body, text, key):
    assert key_of(every_body.find(text)) == key


@pytest.mark.parametrize(
    ("text", "key"),
    cases(
        KR_45_jeonju="全州|Jeonju|전주|전주시",
        KR_41_suwon="수원|경기도 수원시|Suwon, Gyeonggi-do|Suwon, Gyeonggi-do, Korea",
        KR_42_goseong="高城郡|강원 고성군|Goseong-gun, Gangwon",
        JP_40_fukuoka="福岡市|Fukuoka City",
        JP_14_yokohama="Yokohama (Kanagawa)|神奈川県横浜市",
        JP_26_kyoto="京都市|京都府京都市|일본 교토시",
        JP_13_fuchu="東京都府中市",
        JP_13_shinjuku="新宿区|Shinjuku-ku|Shinjuku City",
        JP_12_ichikawa="市川市",
        JP_24_yokkaichi="四日市|四日市市",
        JP_34_hatsukaichi="廿日市市",
        JP_23_obu="大府市|大府",
        JP_07_koriyama="郡山市",
        JP_24_tsu="津市|三重県津市",
        JP_21_shirakawamura="기후 시라카와촌",
        CN_JL_jilin="吉林市|吉林省吉林市|Jilin City",
        CN_ZJ_yiwu="浙江省义乌市|浙江 义乌|浙江省金华市义乌市",
        CN_JL_yanbian="延边|延边州|延边朝鲜族自治州|Yanbian Prefecture",
        CN_QH_hainan="海南州",
        CN_NM_alxa="阿拉善盟|아라산맹|Alxa League",
    ),
)
def test_a_municipality_is_found(every_body, text, key):
    assert key_of(every_body.find(text)) == key


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("府中市", ["JP-13-fuchu", "JP-34-fuchushi"]),
        ("광주시", ["KR-29", "KR-41-gwangju"]),
        ("고성군", ["KR-42-goseong", "KR-48-goseong"]),
        ("Suzhou", ["CN-AH-suzhou", "CN-JS-suzhou"]),
        ("昭和村", ["JP-07-showa", "JP-10-showa"]),
        ("東海市", ["JP-23-tokai", "KR-42-donghae"]),
    ],
)
def test_namesakes_are_asked(every_body, text, candidates):
    assert problem_of(every_body.find(text)) == ("ambiguous_body", candidates)


@pytest.mark.parametrize(
    ("text", "key"),
    cases(
        JP_34_fuchushi="広島県府中市|府中市（広島県）",
        KR_41_gwangju="경기도 광주시|경기 광주|광주(경기)",
        KR_29_buk="광주 북구|광주광역시 북구|광주시 북구",
        KR_11_jung="서울 중구|서울시 중구|서울중구청",
        CN_JS_suzhou="Suzhou, Jiangsu",
    ),
)
def test_what_it_belongs_to_decides(every_body, text, key):
    assert key_of(every_body.find(text)) == key


@pytest.mark.parametrize(
    ("country", "key"), [("일본", "JP-23-tokai"), ("Korea", "KR-42-donghae")]
)
def test_the_country_beside_it_decides(every_body, country, key):
    assert key_of(every_body.find("東海市", country)) == key


@pytest.mark.parametrize(
    ("government", "municipality", "key"),
    [
        ("東京都", "府中市", "JP-13-fuchu"),
        ("広島県", "広島県府中市", "JP-34-fuchushi"),
        ("경기", "광주시", "KR-41-gwangju"),
    ],
)
def test_a_column_beside_it_decides(every_body, government, municipality, key):
    cells = {"government": government, "municipality": municipality}
    name, text = named_body(cells)

    assert (name, key_of(every_body.find(text))) == ("municipality", key)


@pytest.mark.parametrize(
    ("text", "key", "office"),
    [
        ("神奈川県横浜市国際局", "JP-14-yokohama", "国際局"),
        ("수원시청 국제교류과", "KR-41-suwon", "국제교류과"),
        ("경상북도 도시계획과", "KR-47", "도시계획과"),
        ("埼玉県都市計画課", "JP-11", "都市計画課"),
        ("大田原市役所", "JP-09-otawara", ""),
    ],
)
def test_an_office_of_a_municipality_is_told_from_it(every_body, text, key, office):
    match = every_body.find(text)

    assert (key_of(match), match.department) == (key, office)


def test_a_part_that_is_no_government_is_a_question_of_the_lowest_that_is_one(
    every_body,
):
    assert every_body.find("경기도 수원시 영통구") == BodyMatch(
        problem="unknown_part", candidates=["KR-41-suwon"], parent="KR-41-suwon"
    )


def test_letters_of_one_word_are_no_name(every_body):
    assert every_body.find("Tsu").body
    assert not every_body.find("Tsusample Office").body


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Totori", ["JP-31", "JP-31-tottori"]),
        ("제주시", ["KR-49"]),
        ("주식회사 견본", []),
    ],
)
def test_only_names_that_are_much_alike_are_offered(every_body, text, candidates):
    assert problem_of(every_body.find(text)) == ("unknown_body", candidates)


@pytest.fixture
def union(db):
    """Of the city 광주 and the province 전남, with its part 북구, in July 2026."""
    korea = make_country("KR", name_en="South Korea")
    united = make_government("KR-12", korea, name_ko="전남광주", valid_from="2026-07")
    ended = {"valid_to": "2026-07-01", "successor": united}
    make_government(
        "KR-29", korea, kind="metropolitan_city", name_ko="광주광역시", **ended
    )
    make_government("KR-46", korea, name_ko="전라남도", **ended)
    gyeonggi = make_government("KR-41", korea, name_ko="경기도")
    city = {"level": "municipality", "kind": "city", "country": korea}
    make_government("KR-41-gwangju", parent=gyeonggi, name_ko="광주시", **city)
    make_government("KR-46-naju", parent=united, name_ko="나주시", **city)


@pytest.mark.usefixtures("union")
def test_of_one_that_was_succeeded_it_is_asked_which_of_both_is_meant():
    after = BodyResolver(BodyIndex(dt.date(2026, 7, 1)), {})
    before = BodyResolver(BodyIndex(dt.date(2026, 6, 30)), {})

    assert problem_of(after.find("전라남도")) == ("former_body", ["KR-12", "KR-46"])
    assert key_of(before.find("전라남도")) == "KR-46"


@pytest.mark.usefixtures("union")
def test_what_took_the_place_of_a_namesake_is_offered():
    after = BodyResolver(BodyIndex(dt.date(2026, 7, 1)), {})

    asked = ["KR-12", "KR-41-gwangju"]
    assert problem_of(after.find("광주시")) == ("ambiguous_body", asked)


@pytest.mark.usefixtures("union")
def test_a_part_is_found_below_what_it_belonged_to():
    bodies = BodyResolver(BodyIndex(dt.date(2026, 7, 1)), {})

    assert key_of(bodies.find("전라남도 나주시")) == "KR-46-naju"
    assert key_of(bodies.find("전남광주 나주시")) == "KR-46-naju"
