"""Reads the annotated articles of `house_styles/` and counts what the finders make of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from index.article import Article, Paragraph
from index.people import Person, find_people
from index.quotes import Quote, find_quotes
from index.sentences import split_sentences

FOLDER = Path(__file__).parent / "house_styles"


@dataclass
class Annotated:
    """An article and what stands in it: (paragraph, kind, first words, source, speaker), and roles by person."""

    article: Article
    quotes: list[tuple[int, str, str, str, str]] = field(default_factory=list)
    people: dict[str, list[str]] = field(default_factory=dict)


def read(path: Path) -> Annotated:
    """An annotated article: the title is its first line."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    texts = [line for line in lines if line[0] not in ">@"]
    places = ["title", *range(1, len(texts))]
    paragraphs = tuple(Paragraph(p, t, split_sentences(t), None) for p, t in zip(places, texts, strict=True))
    found = Annotated(Article(path.stem, "\n\n".join(texts), paragraphs))
    number = -1
    for line in lines:
        if line[0] == ">":
            kind, words, source, speaker = (part.strip() for part in line[1:].split("|"))
            found.quotes.append((number, kind, words, source, speaker))
        elif line[0] == "@":
            name, _, roles = line[1:].partition("|")
            found.people[name.strip()] = [r.strip() for r in roles.split(";") if r.strip() != "-"]
        else:
            number += 1
    return found


def straight(text: str) -> str:
    """The text with straight marks."""
    return text.replace("’", "'").replace("‘", "'")


def judge(annotated: Annotated) -> tuple[Counter[str], list[str]]:
    """Counts of what is right, and a line for each thing that is not."""
    article = annotated.article
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    quotes = find_quotes(article)
    stretches: list[tuple[Quote, int, str]] = [(q, p.paragraph or 0, article.slice(p)) for q in quotes for p in q.parts]
    for number, kind, words, source, speaker in annotated.quotes:
        counts[kind] += 1
        match = next((s for s in stretches if s[1] == number and straight(s[2]).startswith(straight(words))), None)
        if match is None:
            wrong.append(f"{article.name} ¶{number} not found: {words}")
            continue
        quote = match[0]
        counts["found"] += 1
        counts["kind"] += quote.kind == kind
        if quote.kind != kind:
            wrong.append(f"{article.name} ¶{number} {kind} taken for {quote.kind}: {words}")
        if source == "-":
            continue
        counts["sourced"] += 1
        said = article.slice(quote.source) if quote.source else ""
        counts["source"] += bool(said) and (said in source or source in said)
        if not said or not (said in source or source in said):
            wrong.append(f"{article.name} ¶{number} source {said!r}, not {source!r}: {words}")
        if speaker != "-":
            counts["named"] += 1
            name = article.slice(quote.speaker) if quote.speaker else ""
            counts["speaker"] += speaker in name
            if speaker not in name:
                wrong.append(f"{article.name} ¶{number} speaker {name!r}, not {speaker!r}: {words}")
    extra = len(stretches) - counts["found"]
    counts["extra"] += extra
    if extra:
        wrong.append(f"{article.name} {extra} quotations too many")
    _judge_people(annotated, find_people(article), counts, wrong)
    return counts, wrong


def _judge_people(annotated: Annotated, people: tuple[Person, ...], counts: Counter[str], wrong: list[str]) -> None:
    article = annotated.article
    by_name = {article.slice(p.name): p for p in people}
    counts["people found"] += len(by_name)
    for name in by_name:
        counts["people true"] += name in annotated.people
        if name not in annotated.people:
            wrong.append(f"{article.name} no person: {name}")
    for name, roles in annotated.people.items():
        counts["people"] += 1
        if name not in by_name:
            wrong.append(f"{article.name} person missed: {name}")
            continue
        counts["people right"] += 1
        found = [article.slice(r) for r in by_name[name].roles]
        for role in roles:
            counts["roles"] += 1
            counts["roles right"] += any(role in f or f in role for f in found)
            if not any(role in f or f in role for f in found):
                wrong.append(f"{article.name} role missed: {name}, {role} (found {found})")
        for role in found:
            counts["roles found"] += 1
            counts["roles true"] += any(role in r or r in role for r in roles)
            if not any(role in r or r in role for r in roles):
                wrong.append(f"{article.name} no such role: {name}, {role}")
