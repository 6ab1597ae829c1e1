"""German verbs: Präteritum → infinitive and participle, and the rule for the weak ones."""

_STRONG = """
bat bitten gebeten|begann beginnen begonnen|bekam bekommen bekommen|beschloss beschließen beschlossen
blieb bleiben geblieben|bot bieten geboten|brachte bringen gebracht|brach brechen gebrochen|dachte denken gedacht
empfing empfangen empfangen|entschied entscheiden entschieden|entstand entstehen entstanden|erfuhr erfahren erfahren
erhielt erhalten erhalten|erschien erscheinen erschienen|erwarb erwerben erworben|fand finden gefunden
fiel fallen gefallen|floh fliehen geflohen|gab geben gegeben|gewann gewinnen gewonnen|ging gehen gegangen
griff greifen gegriffen|half helfen geholfen|hatte haben gehabt|hielt halten gehalten|hieß heißen geheißen
kam kommen gekommen|ließ lassen gelassen|lief laufen gelaufen|las lesen gelesen|nahm nehmen genommen
nannte nennen genannt|rief rufen gerufen|sah sehen gesehen|schien scheinen geschienen|schloss schließen geschlossen
schlug schlagen geschlagen|schrieb schreiben geschrieben|sprach sprechen gesprochen|stand stehen gestanden
starb sterben gestorben|stieg steigen gestiegen|stieß stoßen gestoßen|trat treten getreten|traf treffen getroffen
trug tragen getragen|unterschrieb unterschreiben unterschrieben|verbot verbieten verboten|verlor verlieren verloren
verließ verlassen verlassen|verschob verschieben verschoben|versprach versprechen versprochen
verwarf verwerfen verworfen|wandte wenden gewandt|warf werfen geworfen|war sein gewesen
widersprach widersprechen widersprochen|wurde werden geworden|zog ziehen gezogen|zwang zwingen gezwungen
übernahm übernehmen übernommen|bezog beziehen bezogen
"""
TABLE = {past: (base, participle) for past, base, participle in
         (row.split() for line in _STRONG.split("\n") for row in line.split("|") if row)}  # fmt: skip
WITH_BE = frozenset(("blieb", "entstand", "erschien", "fiel", "floh", "ging", "kam", "lief", "starb", "stieg", "trat",
                     "war", "wurde", "scheiterte", "wuchs"))  # fmt: skip
_INSEPARABLE = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer", "über", "unter", "wider")


def regular(past: str) -> tuple[str | None, str | None]:
    """Infinitive and participle of a weak verb: kaufte, kaufen, gekauft; veröffentlichte, veröffentlicht."""
    stem = past.removesuffix("en").removesuffix("n") if past.endswith("ten") else past
    if not stem.endswith("te") or len(stem) < 4:
        return None, None
    root = stem[:-2]
    infinitive = f"{root.removesuffix('e')}en"
    bare = root.startswith(_INSEPARABLE) or infinitive.endswith("ieren")
    return infinitive, f"{'' if bare else 'ge'}{root}t"
