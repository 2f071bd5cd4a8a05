"""A message's payload as the page that Discord's client makes of it, in its dark theme."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from html import escape
from typing import Any

BUTTON, TEXT_SELECTS, LINK_STYLE = 2, (3, 5, 6, 7, 8), 5
EPHEMERAL = 1 << 6
_STYLES = {1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "secondary"}
_CODE = re.compile(r"```(?:\w+\n)?\n?(.*?)```", re.DOTALL)
_INLINE = re.compile(
    r"\\(?P<plain>[^0-9A-Za-z\s])|`(?P<code>[^`]+)`|\*\*(?P<bold>(?:\\.|[^\\])+?)\*\*|__(?P<under>.+?)__"
    r"|(?<!\w)[*_](?P<italic>(?:\\.|[^\\*])+?)[*_](?!\w)|\[(?P<link>[^\]]+)\]\((?P<url>[^)]+)\)",
    re.DOTALL,
)

STYLE = """
* { box-sizing: border-box }
body { margin: 0; padding: 14px 16px; width: 600px; background: #313338; color: #dbdee1;
       font: 15px/1.36 "gg sans", "Noto Sans", "Helvetica Neue", Arial, sans-serif }
.message { position: relative; padding-left: 54px }
.message + .message { margin-top: 18px }
.avatar { position: absolute; left: 0; top: 2px; width: 40px; height: 40px; border-radius: 50%; color: #fff;
          font-weight: 600; font-size: 18px; line-height: 40px; text-align: center }
.used { position: relative; margin: 0 0 4px -22px; padding-left: 22px; color: #b5bac1; font-size: 13px }
.used::before { content: ""; position: absolute; left: -12px; top: 9px; width: 28px; height: 10px;
                border: 2px solid #4e5058; border-width: 2px 0 0 2px; border-top-left-radius: 6px }
.used b { color: #f2f3f5; font-weight: 500 } .used code { color: #a9bcff; background: none; padding: 0 }
.used + .avatar { top: 26px }
.name { color: #f2f3f5; font-weight: 500 }
.app { background: #5865f2; color: #fff; border-radius: 3px; font-size: 10px; font-weight: 600; padding: 1px 5px;
       margin-left: 6px; vertical-align: 2px }
.embed { background: #2b2d31; border-left: 4px solid #1e1f22; border-radius: 4px; padding: 10px 16px 14px 12px;
         max-width: 516px; margin-top: 4px; font-size: 14px }
.embed h1 { font-size: 15px; font-weight: 600; color: #f2f3f5; margin: 4px 0 6px }
.embed img { max-width: 100%; border-radius: 4px; margin-top: 12px; display: block }
.fields { display: grid; grid-template-columns: repeat(3, 1fr); gap: 8px; margin-top: 8px }
.field { grid-column: span 3 } .field.inline { grid-column: span 1 }
.field b { color: #f2f3f5; font-weight: 600; font-size: 13px; display: block }
.footer { color: #dbdee1; font-size: 12px; margin-top: 8px; opacity: .85 }
blockquote { margin: 2px 0; padding: 0 8px 0 12px; border-left: 4px solid #4e5058; border-radius: 4px }
code { background: #1e1f22; border-radius: 3px; padding: 0 4px; font: 13px "Noto Sans Mono", monospace }
pre { background: #1e1f22; border-radius: 4px; padding: 8px; margin: 6px 0; font: 13px/1.4 "Noto Sans Mono", monospace;
      white-space: pre-wrap }
b { font-weight: 700; color: #f2f3f5 } a { color: #00a8fc; text-decoration: none }
.small { font-size: 12px; color: #b5bac1 } h2 { font-size: 17px; margin: 8px 0 4px; color: #f2f3f5 }
.row { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px }
.button { border-radius: 8px; padding: 6px 14px; font-size: 14px; font-weight: 500; color: #fff }
.secondary { background: #4e5058 } .primary { background: #5865f2 } .success { background: #248046 }
.danger { background: #da373c } .disabled { opacity: .5 }
.select { background: #1e1f22; border-radius: 4px; padding: 8px 12px; min-width: 400px; color: #dbdee1;
          display: flex; justify-content: space-between }
.select .placeholder, .select i { color: #949ba4; font-style: normal }
.file { background: #2b2d31; border: 1px solid #232428; border-radius: 8px; padding: 12px; margin-top: 6px;
        color: #00a8fc; width: 300px }
.private { color: #949ba4; font-size: 12px; margin-top: 6px } .private span { color: #00a8fc }
.time { background: #3f4147; border-radius: 3px; padding: 0 2px }
.mention { background: #3c4270; color: #c9cdfb; border-radius: 3px; padding: 0 2px; font-weight: 500 }
"""


def page(*messages: str) -> str:
    """A page of messages; its element says how high it is."""
    script = "document.documentElement.dataset.height = document.body.getBoundingClientRect().height"
    return (
        f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style><body>{"".join(messages)}'
        f"<script>{script}</script></body>"
    )


def message(
    payload: Mapping[str, Any], *, used: str = "", files: Mapping[str, bytes] | None = None, names: Mapping[str, str]
) -> str:
    """One message. `used`: the command that brought it about, `files`: what it holds, `names`: of mentions, by markup."""
    author = payload["author"]
    parts = []
    if used:
        who = payload["interaction_metadata"]["user"]["global_name"]
        parts.append(f'<div class="used"><b>{escape(who)}</b> used <code>{escape(used)}</code></div>')
    elif replied := payload.get("referenced_message"):
        said = _inline(replied["content"], names)
        parts.append(f'<div class="used"><b>@{escape(replied["author"]["global_name"])}</b> {said}</div>')
    colour = "#5865f2" if author["bot"] else "#3ba55c"
    initials = "".join(word[0] for word in author["global_name"].split())
    parts.append(f'<div class="avatar" style="background:{colour}">{initials}</div>')
    app = '<span class="app">APP</span>' if author["bot"] else ""
    parts.append(f'<span class="name">{escape(author["global_name"])}</span>{app}')
    parts.append(f"<div>{_markup(payload['content'], names)}</div>" if payload["content"] else "")
    shown = {f"attachment://{name}": data for name, data in (files or {}).items()}
    parts += [_embed(embed, shown, names) for embed in payload["embeds"]]
    pictures = {e["image"]["url"] for e in payload["embeds"] if e.get("image")}
    rest = [a for a in payload["attachments"] if f"attachment://{a['filename']}" not in pictures]
    parts += [f'<div class="file">{escape(a["filename"])}</div>' for a in rest]
    parts += [f'<div class="row">{"".join(map(_item, row["components"]))}</div>' for row in payload["components"]]
    if payload["flags"] & EPHEMERAL:
        parts.append('<div class="private">Only you can see this · <span>Dismiss message</span></div>')
    return f'<div class="message">{"".join(parts)}</div>'


def _embed(embed: Mapping[str, Any], files: Mapping[str, bytes], names: Mapping[str, str]) -> str:
    parts = [f"<h1>{_inline(embed['title'], names)}</h1>"] if embed.get("title") else []
    parts.append(_markup(embed.get("description") or "", names))
    fields = [
        f'<div class="field{" inline" if f.get("inline") else ""}"><b>{_inline(f["name"], names)}</b>'
        f"{_markup(f['value'], names)}</div>"
        for f in embed.get("fields") or []
    ]
    parts.append(f'<div class="fields">{"".join(fields)}</div>' if fields else "")
    if embed.get("image") and embed["image"]["url"] in files:
        data = base64.b64encode(files[embed["image"]["url"]]).decode()
        parts.append(f'<img src="data:image/png;base64,{data}">')
    if embed.get("footer"):
        parts.append(f'<div class="footer">{escape(embed["footer"]["text"])}</div>')
    return f'<div class="embed">{"".join(parts)}</div>'


def _item(item: Mapping[str, Any]) -> str:
    if item["type"] == BUTTON:
        emoji = (item.get("emoji") or {}).get("name", "")
        label = " ".join(filter(None, [emoji, item.get("label")]))
        disabled = " disabled" if item.get("disabled") else ""
        link = " ↗" if item["style"] == LINK_STYLE else ""
        return f'<div class="button {_STYLES[item["style"]]}{disabled}">{escape(label)}{link}</div>'
    chosen = [option["label"] for option in item.get("options") or [] if option.get("default")]
    text = escape(", ".join(chosen)) or f'<span class="placeholder">{escape(item.get("placeholder") or "")}</span>'
    return f'<div class="select"><span>{text}</span><i>⌄</i></div>'


def _markup(text: str, names: Mapping[str, str]) -> str:
    pieces = _CODE.split(text)
    return "".join(
        f"<pre>{escape(piece)}</pre>" if number % 2 else _lines(piece, names) for number, piece in enumerate(pieces)
    )


def _lines(text: str, names: Mapping[str, str]) -> str:
    shown: list[str] = []
    for line in text.split("\n"):
        if line.startswith("> "):
            shown.append(f"<blockquote>{_inline(line[2:], names)}</blockquote>")
        elif line.startswith("-# "):
            shown.append(f'<div class="small">{_inline(line[3:], names)}</div>')
        elif heading := re.match(r"#{1,3} ", line):
            shown.append(f"<h2>{_inline(line[heading.end() :], names)}</h2>")
        elif line[:2] in ("- ", "* "):
            shown.append(f"<div>• {_inline(line[2:], names)}</div>")
        else:
            shown.append(f"<div>{_inline(line, names) or '&nbsp;'}</div>")
    return "".join(shown)


def _inline(text: str, names: Mapping[str, str]) -> str:
    done, at = [], 0
    for match in _INLINE.finditer(text):
        done.append(_named(text[at : match.start()], names))
        at = match.end()
        kind = str(match.lastgroup)
        if kind == "plain":
            done.append(escape(match["plain"]))
        elif kind == "code":
            done.append(f"<code>{escape(match['code'])}</code>")
        elif kind == "url":
            done.append(f'<a href="#">{_inline(match["link"], names)}</a>')
        else:
            tag = {"bold": "b", "under": "u", "italic": "i"}[kind]
            done.append(f"<{tag}>{_inline(match[kind], names)}</{tag}>")
    return "".join([*done, _named(text[at:], names)])


def _named(text: str, names: Mapping[str, str]) -> str:
    # What is drawn has only just happened.
    shown = re.sub(r"&lt;t:\d+:R&gt;", '<span class="time">a moment ago</span>', escape(text))
    for mark, name in names.items():
        shown = shown.replace(escape(mark), f'<span class="mention">{escape(name)}</span>')
    return shown
