"""How to read as somebody whom permissions bind, also where the tests run as the superuser."""

import os

WITHOUT_PRIVILEGE: tuple[str, ...] = ()
if os.geteuid() == 0:
    WITHOUT_PRIVILEGE = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""What to put before a command."""
