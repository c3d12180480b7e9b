"""
train.py LANGUAGE-MODEL.bin WORDS.npy PIECES.npy OUT.bin < pieces

Word vectors whose sum points where the sentence model's vector of the whole piece does. Each word begins as the model's own vector of it, turned
by one matrix for all, times a weight; what pieces say about that word alone is learnt on top. A word seen in no piece has the first part.
"""
import sys

import numpy as np
import scipy.sparse

from words import cut, read_words

MOST_WORDS = 100_000
SIZE = 64
ROUNDS = 3
BATCH = 2048
STEPS = 7
# Common words say little (Arora et al., A Simple but Tough-to-Beat Baseline for Sentence Embeddings, 2017).
COMMON = 1e-3


class Adam:
    """Kingma and Ba, 2014; of a table only the rows that a batch touched are moved."""

    def __init__(self, values, rate):
        self.values, self.rate, self.steps = values, rate, 0
        self.mean, self.square = np.zeros_like(values), np.zeros_like(values)

    def step(self, slope, rows=slice(None)):
        self.steps += 1
        self.mean[rows] = 0.9 * self.mean[rows] + 0.1 * slope
        self.square[rows] = 0.999 * self.square[rows] + 0.001 * slope * slope
        mean, square = self.mean[rows] / (1 - 0.9**self.steps), self.square[rows] / (1 - 0.999**self.steps)
        self.values[rows] -= self.rate * mean / (np.sqrt(square) + 1e-8)


def train(base, axes, shares, counts, aims):
    turn, weights = Adam(axes, 1e-3), Adam(np.log(COMMON / (COMMON + shares)), 1e-2)
    own = Adam(np.zeros((len(base), SIZE), np.float32), 1e-3)
    chance = np.random.default_rng(0)
    order = np.arange(counts.shape[0])
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for first in range(0, len(order), BATCH):
            rows = order[first : first + BATCH]
            words = np.unique(counts[rows].indices)
            uses = counts[rows][:, words]
            turned, weight = base[words] @ turn.values, np.exp(weights.values[words])[:, None]
            sums = uses @ (weight * turned + own.values[words])
            lengths = np.linalg.norm(sums, axis=1, keepdims=True) + 1e-6
            now, aim = sums / lengths, aims[rows]
            # Of 1 - cosine.
            slope = uses.T @ (-(aim - (now * aim).sum(1, keepdims=True) * now) / lengths / len(rows))
            turn.step(base[words].T @ (weight * slope))
            weights.step((slope * turned * weight).sum(1), words)
            own.step(slope, words)
    return np.exp(weights.values)[:, None] * (base @ turn.values) + own.values


def pack(vectors):
    """A byte for the largest number in 256ths, then 4 bits for each from -7 to 7 of it, two in a byte, the lower ones first."""
    scale = np.clip(np.ceil(np.abs(vectors).max(1) * 256), 1, 255)
    steps = np.clip(np.round(vectors / (scale[:, None] / 256) * STEPS), -STEPS, STEPS).astype(np.int16) + STEPS + 1
    return np.concatenate([scale[:, None], steps[:, 0::2] | (steps[:, 1::2] << 4)], axis=1).astype(np.uint8).tobytes()


model, of_words, of_pieces, out = sys.argv[1:]
words = read_words(model)[:MOST_WORDS]
ranks = {word: rank for rank, (word, _) in enumerate(words)}
cuts = [cut(piece, ranks) for piece in sys.stdin.read().splitlines()]
counts = scipy.sparse.csr_matrix(
    (np.ones(sum(map(len, cuts)), np.float32), np.concatenate(cuts).astype(np.int64), np.cumsum([0, *map(len, cuts)])), shape=(len(cuts), len(words))
)
aims = np.load(of_pieces).astype(np.float32)
middle = aims.mean(0)
aims -= middle
# The directions in which texts differ most.
axes = np.ascontiguousarray(np.linalg.eigh(aims.T @ aims)[1][:, ::-1][:, :SIZE]).astype(np.float32)
aims = aims @ axes
aims /= np.linalg.norm(aims, axis=1, keepdims=True)
base = np.load(of_words)[: len(words)].astype(np.float32) - middle
shares = np.array([share for _, share in words], np.float32)
open(out, 'wb').write(pack(train(base, axes, shares, counts, aims)))
