"""The cache in the database, which says so where the database takes nothing."""

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache
from django.db import OperationalError

ATTEMPTS = 3  # a row may go between being found there already and being looked for


class LoudDatabaseCache(DatabaseCache):
    """Django's, but for writes that fail: there a full disk passes without a word.

    Whoever counts sign-ins by it would then take a lock that cannot be had for one
    that others hold, and answer “too many requests”.
    """

    def add(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        for _attempt in range(ATTEMPTS):
            if super().add(key, value, timeout, version):
                return True
            # `has_key` denies a row in its last second, which `add` does not replace.
            if self.get(key, version=version) is not None:
                return False
        raise OperationalError("The table of the cache takes no row.")
