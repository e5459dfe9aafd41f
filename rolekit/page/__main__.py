"""Write the page into a folder, for any web server or a USB stick: `make page`."""

import sys
from pathlib import Path

from rolekit.page.build import page_files

folder = Path(sys.argv[1] if len(sys.argv) > 1 else "dist/page")
folder.mkdir(parents=True, exist_ok=True)
for name, content in page_files().items():
    (folder / name).write_bytes(content)
print(f"The page is in {folder}: open {folder / 'index.html'}, or put the folder on a web server.")
