"""`python -m timeline_studio`, and the `timeline-studio` command."""

import sys

from timeline_studio.app.main import main

if __name__ == "__main__":
    sys.exit(main())
