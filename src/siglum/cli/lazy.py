"""A click group whose commands are imported when they are called, so that --help stays quick."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

QUIET = (("-q", "--quiet"), "Print errors only.")
VERBOSE = (("-v", "--verbose"), "Print notes too, and all findings of a kind.")


class LazyGroup(click.Group):
    """A group with the addresses ("package.module:name") of its commands."""

    def __init__(self, *args: Any, commands_at: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.commands_at = commands_at

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(self.commands_at)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.commands_at:
            return None
        module, _, name = self.commands_at[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        _add_options(command)
        return command


def _add_options(command: click.Command) -> None:
    """Let --quiet and --verbose stand behind a command, too, not only before it."""
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            _add_options(inner)
    elif not any(parameter.name == "quiet" for parameter in command.params):
        command.params += [
            click.Option(
                declared, is_flag=True, expose_value=False, callback=_set_on_console, help=help
            )
            for declared, help in (QUIET, VERBOSE)
        ]


def _set_on_console(context: click.Context, option: click.Parameter, chosen: bool) -> None:
    if chosen and option.name:
        setattr(context.obj, option.name, True)
