"""What levels and kinds of government there are, and what kinds of names."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    PROVINCE = "province", _("First level")
    MUNICIPALITY = "municipality", _("City, county, town or village")
    DISTRICT = "district", _("District")


class GovernmentKind(models.TextChoices):
    SPECIAL_CITY = "special_city", _("Special city")
    METROPOLITAN_CITY = "metropolitan_city", _("Metropolitan city")
    INTEGRATED_CITY = "integrated_city", _("Integrated special city")
    SELF_GOVERNING_CITY = "self_governing_city", _("Special self-governing city")
    PROVINCE = "province", _("Province")
    SELF_GOVERNING_PROVINCE = (
        "self_governing_province",
        _("Special self-governing province"),
    )
    PREFECTURE = "prefecture", _("Prefecture")
    MUNICIPALITY = "municipality", _("Municipality")
    AUTONOMOUS_REGION = "autonomous_region", _("Autonomous region")
    PREFECTURE_LEVEL_CITY = "prefecture_level_city", _("Prefecture-level city")
    COUNTY_LEVEL_CITY = "county_level_city", _("County-level city")
    CITY = "city", _("City")
    COUNTY = "county", _("County")
    TOWN = "town", _("Town")
    VILLAGE = "village", _("Village")
    AUTONOMOUS_DISTRICT = "autonomous_district", _("Autonomous district")
    SPECIAL_WARD = "special_ward", _("Special ward")
    AUTONOMOUS_PREFECTURE = "autonomous_prefecture", _("Autonomous prefecture")
    CHINESE_PREFECTURE = "chinese_prefecture", _("Prefecture below a province")
    LEAGUE = "league", _("League")


class NameKind(models.TextChoices):
    FORMER = "former", _("Former name")
    ROMANISATION = "romanisation", _("Romanisation")
    VARIANT = "variant", _("Variant")
