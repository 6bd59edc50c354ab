"""`regelruimte --versie`."""

from importlib.metadata import PackageNotFoundError, version


def show() -> int:
    """Print the version."""
    try:
        print(f"regelruimte {version('regelruimte')}")
    except PackageNotFoundError:
        print("regelruimte (niet geïnstalleerd)")
    return 0
