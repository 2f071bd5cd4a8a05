"""`article-bot` as a process of its own, with the fake Discord in Discord's place."""

import os
import sys

import discord.gateway
import discord.http
import yarl

from bot.__main__ import main

discord.http.Route.BASE = os.environ["FAKE_DISCORD_API"]
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["FAKE_DISCORD_GATEWAY"])
sys.exit(main(sys.argv[1:]))
