"""Acts that rules point to without being encoded here, and short names of known acts."""

ACTS = {
    "algemene_termijnenwet": ("Algemene termijnenwet", "BWBR0002448"),
    "aow": ("Algemene Ouderdomswet", "BWBR0002221"),
    "besluit_zorgverzekering": ("Besluit zorgverzekering", "BWBR0018492"),
    "boetebesluit_socialezekerheidswetten": ("Boetebesluit socialezekerheidswetten", ""),
    "evrm": ("EVRM", ""),
    "grondwet": ("Grondwet", "BWBR0001840"),
    "ivrk": ("Verdrag inzake de rechten van het kind", ""),
    "jeugdwet": ("Jeugdwet", "BWBR0034925"),
    "wet_op_de_expertisecentra": ("Wet op de expertisecentra", "BWBR0003549"),
    "wet_op_het_kindgebonden_budget": ("Wet op het kindgebonden budget", ""),
    "wet_op_het_primair_onderwijs": ("Wet op het primair onderwijs", "BWBR0003420"),
    "wetboek_van_strafrecht": ("Wetboek van Strafrecht", ""),
    "wgs": ("Wet gemeentelijke schuldhulpverlening", "BWBR0031331"),
    "wlz": ("Wet langdurige zorg", "BWBR0035917"),
    "wml": ("Wet minimumloon en minimumvakantiebijslag", "BWBR0002638"),
    "zvw": ("Zorgverzekeringswet", "BWBR0018450"),
}
"""By id: name and BWB id, where it was looked up."""

SHORT = {"awb": "Awb", "wmo": "Wmo 2015"}
"""Acts that readers know better by their short name."""

COURTS = {
    "CBB": "College van Beroep voor het bedrijfsleven",
    "CRVB": "Centrale Raad van Beroep",
    "HR": "Hoge Raad",
    "RVS": "Raad van State",
}
"""Courts by their code in an ECLI; a code that starts with RB is a district court."""
