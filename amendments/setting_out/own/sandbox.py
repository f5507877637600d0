"""What a template for html, md or txt is run in: the sandbox of Jinja, where words are shown as they are.

A template sees what it is given and the files of its folder, and cannot reach anything behind them.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from typing import Any

from amendments.setting_out.own.faults import nearest
from templates import SETTINGS, is_markdown, is_page

GLOBALS = ("loop", "range", "namespace", "picture")  # what every template has besides what it is given
PICTURES = {"png": "png", "jpg": "jpeg", "jpeg": "jpeg", "gif": "gif", "svg": "svg+xml", "webp": "webp"}
MARKDOWN = ("escaped", "markdown", "pipe_table")  # the functions that make it


def sandbox(template: str, given: Mapping[str, Any], files: Mapping[str, bytes]) -> Any:
    """The environment that a template is run in: the user's files, and ours where they have none."""
    from jinja2 import (
        ChoiceLoader,
        FunctionLoader,
        PackageLoader,
        StrictUndefined,
        TemplateNotFound,
        TemplateRuntimeError,
        UndefinedError,
    )
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from jinja2.utils import missing

    class Missing(StrictUndefined):
        """A name that nobody gave; whoever uses it is told which was meant."""

        def __init__(self, hint: Any = None, obj: Any = missing, name: Any = None, exc: Any = UndefinedError) -> None:
            known = [*given, *GLOBALS] if obj is missing else list(obj) if isinstance(obj, Mapping) else dir(obj)
            whose = "" if obj is missing else f" in a {type(obj).__name__.lower()}"

            def unknown(said: str) -> UndefinedError:
                problem = UndefinedError(said)
                problem.args = (f"there is no “{name}”{whose}", str(name), nearest(str(name), known))
                return problem

            raised: Any = exc if exc is not UndefinedError else unknown
            super().__init__(hint, obj, name, raised)

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        if name not in files:
            return None
        return files[name].decode("utf-8-sig"), name, lambda: True

    def picture(name: str) -> str:
        kind = PICTURES.get(name.rpartition(".")[2].lower())
        if name not in files:
            raise TemplateNotFound(name)
        if kind is None:
            raise TemplateRuntimeError(f"“{name}” is no picture that a page can show ({', '.join(PICTURES)})")
        return f"data:image/{kind};base64,{b64encode(files[name]).decode()}"

    loaders = [FunctionLoader(load), PackageLoader("templates", ".")]
    # In a page all words are made safe, also those of files that it includes, whatever they are called.
    settings = {**SETTINGS, "autoescape": is_page(template) or is_markdown(template)}
    if is_markdown(template):
        settings["finalize"] = _safe_in_markdown
    environment = ImmutableSandboxedEnvironment(loader=ChoiceLoader(loaders), undefined=Missing, **settings)
    environment.globals["picture"] = picture
    return environment


def _safe_in_markdown(value: Any) -> Any:
    """Words as Markdown shows them as they are; what is Markdown already is left alone."""
    from markupsafe import Markup

    from amendments.setting_out.plain_text import escaped

    words = isinstance(value, str) and not hasattr(value, "__html__") and value.strip()
    return Markup(escaped(value)) if words else value


def made_safe(template: str, given: Mapping[str, Any]) -> dict[str, Callable[..., Any]]:
    """The functions that make Markdown, in a template of it so that nothing makes it safe once more."""
    from markupsafe import Markup

    def marked(function: Callable[..., str]) -> Callable[..., Any]:
        return lambda *arguments, **named: Markup(function(*arguments, **named))

    return {name: marked(given[name]) for name in MARKDOWN if name in given} if is_markdown(template) else {}


def pictures_outside(page: str) -> list[str]:
    """The pictures that a page shows and does not hold."""
    found: list[str] = []

    class Pictures(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            source = dict(attrs).get("src") if tag == "img" else None
            if source and not source.startswith("data:"):
                found.append(source)

    Pictures().feed(page)
    return list(dict.fromkeys(found))
