"""Paragraphs on standard input, one a line, a blank line between texts → pairs of pieces that stand near each other in one text, a tab between."""
import random
import re
import sys

HAN = re.compile('[一-鿿]')
FEWEST = 8
NEAR = 600
MOST_OF_ONE = 30
TRIES = 5


def piece(text, first, last, shortest, doublings):
    length = int(shortest * 2 ** random.uniform(0, doublings))
    start = random.randrange(first, max(first + 1, last - length + 1))
    return start, text[start : start + length]


random.seed(7)
pairs = []
for text in re.split(r'\n\s*\n', sys.stdin.read()):
    text = text.strip()
    for _ in range(min(max(1, len(text) // 40), MOST_OF_ONE)):
        start, one = piece(text, 0, len(text), 10, 3.6)
        end = start + len(one)
        for _ in range(TRIES):
            at, other = piece(text, max(0, start - NEAR), min(len(text), end + NEAR), 20, 4)
            if at + len(other) > start and at < end:
                continue
            if min(len(HAN.findall(one)), len(HAN.findall(other))) >= FEWEST:
                pairs.append((one.replace('\n', ''), other.replace('\n', '')))
            break
random.shuffle(pairs)
for one, other in pairs:
    print(one, other, sep='\t')
