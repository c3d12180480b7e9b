"""words.py LANGUAGE-MODEL.bin: its words, the commonest first, a line each; `tools/language-model/src/pack.ts` tells of its form."""
import math
import sys

LONGEST = 4
ODDS_STEPS = 12


def read_words(path):
    """[(word, probability)], by rank."""
    data = open(path, 'rb').read()
    at = 0

    def number():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    words = []
    for _ in range(number()):
        length = number()
        word = data[at : at + 2 * length].decode('utf-16-le', 'surrogatepass')
        words.append((word, math.exp(-data[at + 2 * length] / ODDS_STEPS)))
        at += 2 * length + 2
    return words


def cut(text, ranks):
    """Ranks of the longest words that fit, from the beginning on, as `addSubject` of libs/text cuts them."""
    found = []
    start = 0
    while start < len(text):
        end = min(len(text), start + LONGEST)
        while end > start + 1 and text[start:end] not in ranks:
            end -= 1
        rank = ranks.get(text[start:end])
        if rank is not None:
            found.append(rank)
        start = end
    return found


if __name__ == '__main__':
    for word, _ in read_words(sys.argv[1]):
        print(word)
