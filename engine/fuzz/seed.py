#!/usr/bin/env python3
"""Writes the seed corpora: the texts of seeds/ and of the half of tests/unseen that rules may learn from, by target."""

import json
from pathlib import Path

HERE = Path(__file__).parent
UNSEEN = HERE.parent / "tests/unseen"
# The half `after` is held out: not even a fuzzer's corpus may hold it.
learnt = {offer["file"] for offer in json.loads((UNSEEN / "truth.json").read_text()) if offer["half"] == "before"}
texts = [UNSEEN / name for name in sorted(learnt)] + sorted((HERE.parents[1] / "seeds").glob("*.txt"))

for target in ("decode", "segment", "lay_out", "extract", "compile"):
    corpus = HERE / "corpus" / target
    corpus.mkdir(parents=True, exist_ok=True)
    for path in texts:
        (corpus / path.name).write_bytes(path.read_bytes())

LINES = {
    "values": [line for path in texts for line in path.read_text(errors="replace").splitlines() if any(map(str.isdigit, line))],
    "query": ["stage rennes", "contrat=stage&niveau=bac%2B5&q=eau", "chargé·e \"de mission\" -paris", "teletravail=partiel&tri=date"],
    "stored": ['{"version":1,"offers":[]}', (HERE.parent / "tests/seed-offers.json").read_text()[:4000]],
    "correction": [
        "Jardinier\n\nTailler.\n\0titre = \"Chargé·e\"\ndate_limite = \"20 avril 2026\"\nlieu = \"Rennes (35)\"\n",
        "A (Rennes) – Stage b\n\nc\n\0offres = [1]\n[[offre]]\nrepere = \"A\"\nduree = \"6 mois\"\n",
        "Titre: Jardinier\nLieu: Rennes\nDuree: 6 mois\n\nTailler.\n\0",
    ],
}
for target, pieces in LINES.items():
    corpus = HERE / "corpus" / target
    corpus.mkdir(parents=True, exist_ok=True)
    for number, piece in enumerate(dict.fromkeys(pieces)):
        (corpus / f"{number:05}").write_text(piece)
