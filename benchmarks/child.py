"""The door of the processes that use Django: set it up, then run a module's `main`."""

import sys
from importlib import import_module

import django

if __name__ == "__main__":
    django.setup()
    _here, module, *given = sys.argv
    import_module(f"benchmarks.{module}").main(*given)
