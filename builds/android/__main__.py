"""The app for Android: `python -m builds.android apk`, or aab; the options are `flet build`'s."""

import argparse

from flet_cli.commands.build import Command

from builds.android import lay


def main() -> None:
    """Runs `flet build`, which makes its project anew whenever its settings changed."""
    parser = argparse.ArgumentParser(prog="python -m builds.android", description=__doc__)
    command = Command(parser)
    create = command.create_flutter_project

    def create_and_lay(*, second_pass: bool = False) -> bool:
        changed: bool = create(second_pass=second_pass)
        lay(command.flutter_dir)
        return changed

    command.create_flutter_project = create_and_lay
    command.handle(parser.parse_args())


if __name__ == "__main__":
    main()
