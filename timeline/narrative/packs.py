"""The language packs that there are."""

from . import de, en
from .pack import Pack

_PACKS = {pack.code: pack for pack in (en.PACK, de.PACK)}


def pack_for(language: str) -> Pack:
    """The pack of a language tag such as `de-AT`; English where there is none."""
    return _PACKS.get(language.split("-")[0].lower(), en.PACK)
