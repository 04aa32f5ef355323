"""Speed of dateparser's search on the text of standard input: `python3 date_parser.py fr|en < TEXT`.

Needs `pip install dateparser`.
"""

import sys
import time

try:
    from dateparser.search import search_dates
except ImportError:
    sys.exit("dateparser is not installed here: pip install dateparser")

if len(sys.argv) != 2 or sys.argv[1] not in ("fr", "en"):
    sys.exit("usage: python3 date_parser.py fr|en < TEXT")
text = sys.stdin.read()
best = float("inf")
for _ in range(2):
    begin = time.perf_counter()
    for paragraph in text.split("\n\n"):
        search_dates(paragraph, languages=[sys.argv[1]])
    best = min(best, time.perf_counter() - begin)
print(f"dateparser, a paragraph at a time: {len(text.encode()) / 1e6 / best:.3f} MB/s")
