"""Imports go one way: leaves, models, capabilities, documents and forms, faces."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

LEAVES = {"text", "spreadsheets"}
CAPABILITIES = {"agenda", "attendee_import", "exports", "record"}
MAY_IMPORT = {
    "text": set(),
    "spreadsheets": {"text"},
    "models": {"text"},
    "agenda": {"models", "text", "spreadsheets"},
    "attendee_import": {"models", "text", "spreadsheets"},
    "exports": {"models", "agenda", "text", "spreadsheets"},
    "record": {"models", "text"},
    "documents": {"models", *CAPABILITIES},
    "forms": {"models", *CAPABILITIES},
    "views": {"forms", "documents", "models", *CAPABILITIES, *LEAVES},
    "admin": {"forms", "documents", "models", *CAPABILITIES, *LEAVES},
    "management": {"documents", "models", *CAPABILITIES, *LEAVES},
    "templatetags": {"models"},
    "urls": {"views"},
    "apps": set(),
    "migrations": {"models", "text"},
}


def modules():
    for path in sorted((ROOT / "meetings").rglob("*.py")):
        layer = path.relative_to(ROOT / "meetings").with_suffix("").parts[0]
        if layer != "__init__":
            yield pytest.param(layer, path, id=str(path.relative_to(ROOT)))


MODULES = list(modules())


def imports_of(path):
    """Yield the dotted names that a module imports, wherever it does."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize(("layer", "path"), MODULES)
def test_imports_follow_the_flow(layer, path):
    names = [name.split(".") for name in imports_of(path)]

    layers = {parts[1] for parts in names if parts[0] == "meetings" and len(parts) > 1}

    assert layers <= MAY_IMPORT[layer] | {layer}


@pytest.mark.parametrize(("layer", "path"), MODULES)
def test_the_domain_does_not_know_the_project(layer, path):
    assert "secretariat" not in {name.split(".")[0] for name in imports_of(path)}


@pytest.mark.parametrize(("layer", "path"), MODULES)
def test_only_spreadsheets_know_the_engines_of_spreadsheets(layer, path):
    engines = {"rustpy_xlsxwriter", "python_calamine", "openpyxl", "xlsxwriter"}

    used = {name.split(".")[0] for name in imports_of(path)} & engines

    assert not used or layer == "spreadsheets"
