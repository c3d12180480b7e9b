"""Paragraphs on standard input, one a line → pieces of 8 to 128 characters on standard output, as pages break them."""
import random
import re
import sys

HAN = re.compile('[一-鿿]')
MOST_OF_ONE = 12

random.seed(3)
pieces = []
for line in sys.stdin:
    text = line.strip()
    if len(text) < 40:
        pieces.append(text)
        continue
    for _ in range(min(len(text) // 22, MOST_OF_ONE)):
        length = int(8 * 2 ** random.uniform(0, 4))
        start = random.randrange(max(1, len(text) - length + 1))
        pieces.append(text[start : start + length])
random.shuffle(pieces)
for piece in pieces:
    if len(HAN.findall(piece)) >= 6:
        print(piece)
