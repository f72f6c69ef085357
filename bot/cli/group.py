"""What a group of commands is registered with."""

import argparse
from typing import TypeAlias

Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - there is no public name
"""What `register(subparsers)` of a group gets."""
