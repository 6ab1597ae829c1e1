"""English verbs: past → base and participle for those that bend by no rule, and the rule for the others."""

# Curated, not generated: inflectors in the wild make "bade" of a bid and "builded" of a house.
_IRREGULAR = """
arose arise arisen|ate eat eaten|awoke awake awoken|beat beat beaten|became become become|began begin begun
bent bend bent|bet bet bet|bid bid bid|bit bite bitten|bled bleed bled|blew blow blown|bore bear borne
bought buy bought|bound bind bound|broke break broken|broadcast broadcast broadcast|brought bring brought
built build built|burst burst burst|came come come|cast cast cast|caught catch caught|chose choose chosen
clung cling clung|cost cost cost|crept creep crept|cut cut cut|dealt deal dealt|did do done|drank drink drunk
drew draw drawn|drove drive driven|dug dig dug|fed feed fed|fell fall fallen|felt feel felt|fled flee fled
flew fly flown|forbade forbid forbidden|forecast forecast forecast|foresaw foresee foreseen|forgave forgive forgiven
forgot forget forgotten|forwent forgo forgone|fought fight fought|found find found|froze freeze frozen
gave give given|got get got|grew grow grown|had have had|heard hear heard|held hold held|hid hide hidden|hit hit hit
hung hang hung|hurt hurt hurt|kept keep kept|knew know known|laid lay laid|lay lie lain|led lead led|left leave left
lent lend lent|let let let|lit light lit|lost lose lost|made make made|meant mean meant|met meet met
mistook mistake mistaken|outbid outbid outbid|overcame overcome overcome|oversaw oversee overseen
overtook overtake overtaken|overthrew overthrow overthrown|paid pay paid|put put put|quit quit quit|ran run run
rang ring rung|read read read|rebuilt rebuild rebuilt|repaid repay repaid|reset reset reset|rid rid rid
rode ride ridden|rose rise risen|said say said|sang sing sung|sank sink sunk|sat sit sat|saw see seen|sent send sent
set set set|shed shed shed|shone shine shone|shook shake shaken|shot shoot shot|showed show shown
shrank shrink shrunk|shut shut shut|slept sleep slept|slid slide slid|sold sell sold|sought seek sought
spent spend spent|split split split|spoke speak spoken|spread spread spread|spun spin spun|stole steal stolen
stood stand stood|strode stride stridden|strove strive striven|struck strike struck|stuck stick stuck|swam swim swum
swept sweep swept|swore swear sworn|swung swing swung|taught teach taught|threw throw thrown|thought think thought
told tell told|took take taken|tore tear torn|underwent undergo undergone|understood understand understood
undertook undertake undertaken|undid undo undone|upheld uphold upheld|was be been|wept weep wept|were be been
went go gone|withdrew withdraw withdrawn|withheld withhold withheld|withstood withstand withstood|woke wake woken
won win won|wore wear worn|wound wind wound|wrote write written
"""
# Regular verbs whose base the spelling of "-ed" does not tell by itself ("freed": free; "tied": tie).
_REGULAR_BASES = """
accuse acquire admit advise agree allege announce argue arrange assemble barred cancel cause challenge change charge
choose circle cite claim close commute compare compete complete conclude continue convene convince create damage
decide declare decline decree define denounce dismiss dispute divide dominate double drop emerge encourage endorse
enforce engage ensure erase escape evacuate exchange exclude execute explore expose file fire force free guarantee
hire include increase introduce invade invite involve issue judge launch lease leave legalise license lie like lose
love make manage measure merge move name negotiate oblige observe oppose organise outline parade plan pledge
postpone praise prepare produce promise propose prove provide publicise publish pursue quote raise realise receive
recognise reduce refer refuse release remove rename replace require rescue reserve resign resolve restore resume
retire reverse revoke ruin save scrape secure seize settle share sponge squeeze stage state store storm subpoena sue
suppose surprise surrender suspect tie time trade translate tumble unite use value verify violate vote wage welcome
wire
"""

# Further verbs of headlines, whose forms follow the rules: they tell a headline that is a sentence from others.
COMMON = tuple(
    """
accept add adopt agree aim allow answer appeal appear apply appoint approve ask attack attend avoid ban bar block
boost borrow bury call carry cease claim climb cover cross crown curb debate defeat defend defy delay deliver demand
deny deploy deport depose destroy detain detect develop die differ disagree disappear discover dissolve drag drift
drop dwell earn ease edge elect employ empty enable end enter erupt establish exceed exist expand expect explain
explode face fade fail favour fear fight finish fit float flood flow follow forge form freeze gain gather grant
guard halt hand happen head heat help hope host hunt ignore imagine impose inquire insist inspect install intend
invent invest issue jail join jump kick kill lack land last launch learn level lift limit link list live load lock
look lower march mark match melt mend mention merit migrate miss mix monitor murder name need note notice object
obtain occupy offer open oppose orbit order outlaw own paint pardon park pass pause pay perish pile plant pledge
plunder plunge point pollute pour praise predict prefer prepare present press prevent print probe proclaim promote
prompt prosecute protest publish pull push reach record reject remain remember repair repeat reply report request
resign respond restart restore restrict return reveal review roam rock rule sack sail seem share shift shine sign
skip slow slump smash soar spark spell spread start stay stop stretch succeed suffer support surface surge survive
talk tend test threaten thrive top track trigger triple try turn urge vanish veto view visit vow wait walk warn wash
weigh wish withstand work yield
""".split()
)


def _table() -> dict[str, tuple[str, str]]:
    rows = (row.split() for line in _IRREGULAR.split("\n") for row in line.split("|") if row)
    table = {past: (base, participle) for past, base, participle in rows}
    for base in _REGULAR_BASES.split():
        past = f"{base}d" if base.endswith("e") else ""
        if past:
            table.setdefault(past, (base, past))
    return table


TABLE = _table()
_CONSONANTS = "bcdfghjklmnpqrstvwxz"
_DOUBLED_AS_BASE = ("ss", "ll", "ff", "zz")  # "passed" is of pass, "dropped" of drop


def regular(past: str) -> tuple[str | None, str | None]:
    """Base and participle of a past form in "-ed"; nothing is known of any other form."""
    if not past.endswith("ed") or len(past) < 4:
        return None, None
    stem = past[:-2]
    if stem.endswith("i"):
        return f"{stem[:-1]}y", past
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] in _CONSONANTS and stem[-2:] not in _DOUBLED_AS_BASE:
        return stem[:-1], past
    return stem, past


def present(base: str) -> str:
    """The form for he, she or it: offers, denies, launches."""
    irregular = {"be": "is", "have": "has", "do": "does", "go": "goes", "undergo": "undergoes", "forgo": "forgoes"}
    if base in irregular:
        return irregular[base]
    word, _, particle = base.partition(" ")
    if word.endswith("y") and word[-2:-1] in _CONSONANTS:
        word = f"{word[:-1]}ies"
    else:
        word += "es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s"
    return f"{word} {particle}".strip()
