"""Texts of libraries that are not translated into all our languages.

Nothing imports this: it is here for `make messages` to find them, so that our own
catalogues, which come first, fill the gaps.
"""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

# django-import-export
_("Resource")
_("Row")
_("Non field specific")
_("Some rows failed to validate")
_(
    "Please correct these errors in your data where possible, then reupload it using"
    " the form above."
)
_(
    "%(exc_name)s encountered while trying to read file. Ensure you have chosen the"
    " correct format for the file."
)
_(
    "No valid data to import. Ensure your file has the correct headers or data for"
    " import."
)
_(
    "The following fields are declared in 'import_id_fields' but are not present in"
    " the file headers: %s"
)
_("Import finished: {} new, {} updated, {} deleted and {} skipped {}.")
_("%s through import_export")
_("Value could not be parsed.")
ngettext(
    "Export %(len)s selected item.",
    "Export %(len)s selected items.",
    1,
)

# django-simple-history
_("Change History")
_("Change history: %s")
_("Changed")
_("Choose a date from the list below to revert to a previous version of this object.")
_("Created")
_("Deleted")
_("Deleted %(type_name)s")
_("Press the 'Revert' button below to revert to this version of the object.")
_("Revert")
_("Revert %(verbose_name)s")
_("Revert %s")
_("This object doesn't have a change history.")
_("View %(verbose_name)s")
_("View %s")
_("View history: %s")
