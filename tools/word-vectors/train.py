"""
train.py LANGUAGE-MODEL.bin WORDS.npy PIECES.npy PAIRS.txt OUT.bin < pieces

Word vectors whose sum points where the sentence model's vector of the whole piece does. Each word begins as the model's own vector of it, turned
by one matrix for all, times a weight; what pieces say about that word alone is learnt on top. A word seen in no piece has the first part.
Then weights and words learn besides to tell, of many pieces, the one that stands near (van den Oord et al., Representation Learning with
Contrastive Predictive Coding, 2018).
"""
import sys

import numpy as np
import scipy.sparse

from words import cut, read_words

MOST_WORDS = 100_000
SIZE = 64
ROUNDS = 3
BATCH = 2048
NEAR_ROUNDS = 3
NEAR_BATCH = 1024
# How sure one must be of the right one of a batch.
HEAT = 0.1
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


class Vectors:
    def __init__(self, base, axes, shares):
        self.base = base
        self.turn, self.weights = Adam(axes, 1e-3), Adam(np.log(COMMON / (COMMON + shares)), 1e-2)
        self.own = Adam(np.zeros((len(base), SIZE), np.float32), 1e-3)

    def all(self):
        return np.exp(self.weights.values)[:, None] * (self.base @ self.turn.values) + self.own.values

    def sums(self, counts):
        """Where each piece points, and a function that moves the words, given what moves the pieces."""
        words = np.unique(counts.indices)
        uses = counts[:, words]
        turned, weight = self.base[words] @ self.turn.values, np.exp(self.weights.values[words])[:, None]
        sums = uses @ (weight * turned + self.own.values[words])
        lengths = np.linalg.norm(sums, axis=1, keepdims=True) + 1e-6
        now = sums / lengths

        def move(slopes, turn):
            slope = uses.T @ ((slopes - (slopes * now).sum(1, keepdims=True) * now) / lengths)
            if turn:
                self.turn.step(self.base[words].T @ (weight * slope))
            self.weights.step((slope * turned * weight).sum(1), words)
            self.own.step(slope, words)

        return now, move


def follow(vectors, counts, aims, turn=True):
    _, move = vectors.sums(counts)
    # Of 1 - cosine.
    move(-aims / len(aims), turn)


def tell(vectors, ones, others):
    now, move = vectors.sums(scipy.sparse.vstack([ones, others]).tocsr())
    size = ones.shape[0]
    one, other = now[:size], now[size:]
    odds = one @ other.T / HEAT
    by_one, by_other = np.exp(odds - odds.max(1, keepdims=True)), np.exp(odds - odds.max(0))
    slope = (by_one / by_one.sum(1, keepdims=True) + by_other / by_other.sum(0)) / 2
    slope[np.arange(size), np.arange(size)] -= 1
    slope /= size * HEAT
    move(np.vstack([slope @ other, slope.T @ one]), False)


def batches(order, size, chance):
    chance.shuffle(order)
    return [order[first : first + size] for first in range(0, len(order) - size + 1, size)]


def train(base, axes, shares, counts, aims, pairs):
    vectors = Vectors(base, axes, shares)
    chance = np.random.default_rng(0)
    pieces, near = np.arange(counts.shape[0]), np.arange(pairs[0].shape[0])
    for _ in range(ROUNDS):
        for rows in batches(pieces, BATCH, chance):
            follow(vectors, counts[rows], aims[rows])
    vectors.weights.rate, vectors.own.rate = 5e-3, 2e-4
    for _ in range(NEAR_ROUNDS):
        for rows, beside in zip(batches(near, NEAR_BATCH, chance), batches(pieces, NEAR_BATCH, chance)):
            tell(vectors, pairs[0][rows], pairs[1][rows])
            follow(vectors, counts[beside], aims[beside], False)
    return vectors.all()


def pack(vectors):
    """A byte for the largest number in 256ths, then 4 bits for each from -7 to 7 of it, two in a byte, the lower ones first."""
    scale = np.clip(np.ceil(np.abs(vectors).max(1) * 256), 1, 255)
    steps = np.clip(np.round(vectors / (scale[:, None] / 256) * STEPS), -STEPS, STEPS).astype(np.int16) + STEPS + 1
    return np.concatenate([scale[:, None], steps[:, 0::2] | (steps[:, 1::2] << 4)], axis=1).astype(np.uint8).tobytes()


def count(texts, ranks):
    cuts = [cut(text, ranks) for text in texts]
    return scipy.sparse.csr_matrix(
        (np.ones(sum(map(len, cuts)), np.float32), np.concatenate(cuts).astype(np.int64), np.cumsum([0, *map(len, cuts)])), shape=(len(cuts), len(ranks))
    )


model, of_words, of_pieces, of_pairs, out = sys.argv[1:]
words = read_words(model)[:MOST_WORDS]
ranks = {word: rank for rank, (word, _) in enumerate(words)}
counts = count(sys.stdin.read().splitlines(), ranks)
pairs = [line.split('\t') for line in open(of_pairs, encoding='utf-8').read().splitlines()]
aims = np.load(of_pieces).astype(np.float32)
middle = aims.mean(0)
aims -= middle
# The directions in which texts differ most.
axes = np.ascontiguousarray(np.linalg.eigh(aims.T @ aims)[1][:, ::-1][:, :SIZE]).astype(np.float32)
aims = aims @ axes
aims /= np.linalg.norm(aims, axis=1, keepdims=True)
base = np.load(of_words)[: len(words)].astype(np.float32) - middle
shares = np.array([share for _, share in words], np.float32)
near = [count(side, ranks) for side in zip(*pairs)]
open(out, 'wb').write(pack(train(base, axes, shares, counts, aims, near)))
