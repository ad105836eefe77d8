"""Languages by their codes of ISO 639, in two and in three letters (part 1 and part 2/T)."""

from typing import NamedTuple

_TABLE = """
ab abk Abkhazian; aa aar Afar; af afr Afrikaans; ak aka Akan; sq sqi Albanian; am amh Amharic;
ar ara Arabic; an arg Aragonese; hy hye Armenian; as asm Assamese; av ava Avaric; ae ave Avestan;
ay aym Aymara; az aze Azerbaijani; bm bam Bambara; bn ben Bangla; ba bak Bashkir; eu eus Basque;
be bel Belarusian; bi bis Bislama; bs bos Bosnian; br bre Breton; bg bul Bulgarian;
my mya Burmese; ca cat Catalan; ch cha Chamorro; ce che Chechen; zh zho Chinese;
cu chu Church Slavic; cv chv Chuvash; kw cor Cornish; co cos Corsican; cr cre Cree;
hr hrv Croatian; cs ces Czech; da dan Danish; dv div Divehi; nl nld Dutch; dz dzo Dzongkha;
en eng English; eo epo Esperanto; et est Estonian; ee ewe Ewe; fo fao Faroese; fj fij Fijian;
fi fin Finnish; fr fra French; ff ful Fula; gl glg Galician; lg lug Ganda; ka kat Georgian;
de deu German; el ell Greek; gn grn Guarani; gu guj Gujarati; ht hat Haitian Creole;
ha hau Hausa; he heb Hebrew; hz her Herero; hi hin Hindi; ho hmo Hiri Motu; hu hun Hungarian;
is isl Icelandic; io ido Ido; ig ibo Igbo; id ind Indonesian; ia ina Interlingua;
ie ile Interlingue; iu iku Inuktitut; ik ipk Inupiaq; ga gle Irish; it ita Italian;
ja jpn Japanese; jv jav Javanese; kl kal Kalaallisut; kn kan Kannada; kr kau Kanuri;
ks kas Kashmiri; kk kaz Kazakh; km khm Khmer; ki kik Kikuyu; rw kin Kinyarwanda; kv kom Komi;
kg kon Kongo; ko kor Korean; kj kua Kuanyama; ku kur Kurdish; ky kir Kyrgyz; lo lao Lao;
la lat Latin; lv lav Latvian; li lim Limburgish; ln lin Lingala; lt lit Lithuanian;
lu lub Luba-Katanga; lb ltz Luxembourgish; mk mkd Macedonian; mg mlg Malagasy; ms msa Malay;
ml mal Malayalam; mt mlt Maltese; gv glv Manx; mr mar Marathi; mh mah Marshallese;
mn mon Mongolian; mi mri Māori; na nau Nauru; nv nav Navajo; ng ndo Ndonga; ne nep Nepali;
nd nde North Ndebele; se sme Northern Sami; no nor Norwegian; nb nob Norwegian Bokmål;
nn nno Norwegian Nynorsk; ny nya Nyanja; oc oci Occitan; or ori Odia; oj oji Ojibwa;
om orm Oromo; os oss Ossetic; pi pli Pali; ps pus Pashto; fa fas Persian; pl pol Polish;
pt por Portuguese; pa pan Punjabi; qu que Quechua; ro ron Romanian; rm roh Romansh; rn run Rundi;
ru rus Russian; sm smo Samoan; sg sag Sango; sa san Sanskrit; sc srd Sardinian;
gd gla Scottish Gaelic; sr srp Serbian; sn sna Shona; ii iii Sichuan Yi; sd snd Sindhi;
si sin Sinhala; sk slk Slovak; sl slv Slovenian; so som Somali; nr nbl South Ndebele;
st sot Southern Sotho; es spa Spanish; su sun Sundanese; sw swa Swahili; ss ssw Swati;
sv swe Swedish; tl tgl Tagalog; ty tah Tahitian; tg tgk Tajik; ta tam Tamil; tt tat Tatar;
te tel Telugu; th tha Thai; bo bod Tibetan; ti tir Tigrinya; to ton Tongan; ts tso Tsonga;
tn tsn Tswana; tr tur Turkish; tk tuk Turkmen; tw twi Twi; uk ukr Ukrainian; ur urd Urdu;
ug uig Uyghur; uz uzb Uzbek; ve ven Venda; vi vie Vietnamese; vo vol Volapük; wa wln Walloon;
cy cym Welsh; fy fry Western Frisian; wo wol Wolof; xh xho Xhosa; yi yid Yiddish; yo yor Yoruba;
za zha Zhuang; zu zul Zulu
"""

UNKNOWN = "und"
"""ISO 639's word for a language that nobody said."""

_BIBLIOGRAPHIC = {
    "alb": "sqi", "arm": "hye", "baq": "eus", "bur": "mya", "chi": "zho", "cze": "ces",
    "dut": "nld", "fre": "fra", "geo": "kat", "ger": "deu", "gre": "ell", "ice": "isl",
    "mac": "mkd", "mao": "mri", "may": "msa", "per": "fas", "rum": "ron", "slo": "slk",
    "tib": "bod", "wel": "cym",
}  # fmt: skip
"""Part 2/B: the other three letters that twenty languages have."""


class Language(NamedTuple):
    """`short` has two letters and `long` three; the name is English."""

    short: str
    long: str
    name: str


def _rows(table: str) -> list[Language]:
    entries = (entry.split(maxsplit=2) for entry in table.replace("\n", ";").split(";"))
    return [Language(*parts) for parts in entries if parts]


LANGUAGES = tuple(_rows(_TABLE))
"""By name."""

_BY_CODE = {code: each for each in LANGUAGES for code in (each.short, each.long)}


def find_language(word: str) -> Language | None:
    """The language that a code or an English name means: `en`, `eng`, `en-GB`, `English`."""
    wanted = word.strip().lower()
    code = wanted.replace("_", "-").partition("-")[0]
    if found := _BY_CODE.get(_BIBLIOGRAPHIC.get(code, code)):
        return found
    return next((each for each in LANGUAGES if each.name.lower() == wanted), None)


def language_name(code: str) -> str:
    """What to call a track's language; a code that is not known is its own name."""
    found = find_language(code)
    return found.name if found else code or "Unknown language"


def long_code(code: str) -> str:
    """The three letters that HLS and MediaConvert are given; `und` where nothing is said."""
    found = find_language(code)
    return found.long if found else code if len(code) == 3 else UNKNOWN
