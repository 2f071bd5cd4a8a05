"""A guild's settings over the host's."""

from __future__ import annotations

import logging

import pytest
from pydantic import ValidationError

from bot.guild_settings import GuildSettings
from bot.settings import Settings


def test_a_guild_without_settings_has_the_hosts(settings: Settings):
    assert GuildSettings.of(settings, {}) == GuildSettings(private=False, strictness="balanced", cooldown_seconds=0)


def test_only_what_differs_is_kept_so_that_the_rest_follows_the_host(settings: Settings):
    own = GuildSettings.of(settings, {}).changed({"strictness": "eager", "ask_roles": (5, 6)}).own(settings)
    assert own == {"strictness": "eager", "ask_roles": [5, 6]}
    private = settings.model_copy(update={"answers": settings.answers.model_copy(update={"private": True})})
    there = GuildSettings.of(private, own)
    assert (there.private, there.strictness, there.ask_roles) == (True, "eager", (5, 6))
    assert there.changed({"strictness": "balanced", "ask_roles": ()}).own(private) == {}


def test_what_another_version_kept_is_left_out_and_the_rest_holds(settings: Settings, caplog: pytest.LogCaptureFixture):
    kept = {"strictness": "reckless", "cooldown_seconds": -5, "private": True, "moderator_roles": ["x"], "mood": "good"}
    with caplog.at_level(logging.WARNING):
        there = GuildSettings.of(settings, kept)
    assert there == GuildSettings.of(settings, {"private": True})
    assert "cooldown_seconds, moderator_roles, strictness" in caplog.text


@pytest.mark.parametrize(
    "values", [{"cooldown_seconds": 3601}, {"ask_roles": range(1, 27)}, {"log_channel_id": 0}, {"strictness": "Strict"}]
)
def test_a_value_that_cannot_be_is_refused(settings: Settings, values: dict[str, object]):
    with pytest.raises(ValidationError):
        GuildSettings.of(settings, {}).changed(values)
