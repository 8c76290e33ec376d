# SPDX-License-Identifier: GPL-2.0-or-later
"""An archive of news as large as one likes, made from a collection that has too few articles.

Its articles are a collection's texts in pieces of a news article's length, a newspaper and a day of twenty
years each. Where the collection ends, the halves of its pieces are put together anew, so that no two articles
are copies of each other. Copies bring no new words, as other articles would.
"""
import datetime
import itertools
import json
import random
import sys

PIECE = 2800  # bytes of UTF-8: 65,879 Korean news articles had 186.5 MB
PAPERS = 40
DAYS = 7300
ARTICLES_A_DAY = 137  # a million in twenty years
FIRST_DAY = datetime.datetime(2004, 1, 1, 9, tzinfo=datetime.timezone(datetime.timedelta(hours=9)))


def halves(body):
    """Pairs of texts of half a piece each, cut between sentences."""
    half, size, done = [], 0, []
    for sentence in body.replace("\n\n", "\n").replace(". ", ".\n").split("\n"):
        half.append(sentence)
        size += len(sentence.encode()) + 1
        if size > PIECE // 2:
            done.append(" ".join(half))
            half, size = [], 0
    if half:
        done.append(" ".join(half))
    return [(done[i], done[i + 1] if i + 1 < len(done) else "") for i in range(0, len(done), 2)]


def pieces(collection):
    """(title, first half, second half), in an order that mixes long texts with short ones."""
    made = []
    for line in collection.articles():
        article = json.loads(line)
        made += [(article.get("title", ""), *pair) for pair in halves(article.get("body", "")) if pair[0]]
    # A stub is no news.
    made = [piece for piece in made if len(piece[1].encode()) > PIECE // 2]
    random.Random(20240522).shuffle(made)
    return made


def articles(collection):
    """Without end, as JSON lines of bytes."""
    made = pieces(collection)
    if not made:
        sys.exit(f"{collection.name} has no text as long as half a news article")
    number = 0
    for copy in itertools.count():
        for i, (title, first, _) in enumerate(made):
            second = made[(i + copy * 7919) % len(made)][2]
            # The minutes of a night are spread over the papers; the days come in order, as in life.
            day = FIRST_DAY + datetime.timedelta(days=number // ARTICLES_A_DAY % DAYS, minutes=number % 600)
            yield json.dumps({
                "id": f"n{number:07d}", "title": title, "body": f"{first}\n\n{second}".strip(),
                "publisher": f"신문 {number % PAPERS + 1}", "published": day.isoformat(),
                "section": ["정치", "경제", "사회", "문화", "국제", "스포츠"][number % 6],
            }, ensure_ascii=False).encode() + b"\n"
            number += 1
