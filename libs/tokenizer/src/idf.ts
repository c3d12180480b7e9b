import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Header: number of words, weight of unknown words. Then the fingerprints, then the weights. */
const HEADER_BYTES = 8;

/** 270,132 words fill 52% of it; with two times 4 bytes a slot that is 4 MB. */
const SLOTS = 2 ** 19;

/** Beyond that the runs of full slots get long. */
const MAX_WORDS = SLOTS * 0.75;

const EMPTY = 0;

/**
 * Inverse document frequencies by word, in one buffer that threads share. A word is known by its slot and a 32-bit
 * fingerprint from a second hash: of 4 billion unknown words about two are taken for a known one, in exchange for 4 MB instead of 40.
 */
export class IdfTable {
  /** Of a word that is not in the table: the median of those that are, as in jieba. */
  readonly unknownWeight: number;
  readonly size: number;
  readonly #fingerprints: Uint32Array;
  readonly #weights: Float32Array;

  constructor(buffer: SharedArrayBuffer) {
    if (buffer.byteLength !== HEADER_BYTES + SLOTS * 8) throw new Error('not a buffer made by IdfTable.build');
    this.size = new Uint32Array(buffer, 0, 1)[0] ?? 0;
    this.unknownWeight = new Float32Array(buffer, 4, 1)[0] ?? 0;
    this.#fingerprints = new Uint32Array(buffer, HEADER_BYTES, SLOTS);
    this.#weights = new Float32Array(buffer, HEADER_BYTES + SLOTS * 4, SLOTS);
  }

  weight(word: string): number {
    const slot = findSlot(this.#fingerprints, fingerprintOf(word, 0, word.length), slotOf(word, 0, word.length));
    return this.#fingerprints[slot] === EMPTY ? this.unknownWeight : (this.#weights[slot] ?? this.unknownWeight);
  }

  /** From lines `word weight`. Throws where there are none, or more than the table takes. */
  static build(text: string): SharedArrayBuffer {
    const buffer = new SharedArrayBuffer(HEADER_BYTES + SLOTS * 8);
    const fingerprints = new Uint32Array(buffer, HEADER_BYTES, SLOTS);
    const weights = new Float32Array(buffer, HEADER_BYTES + SLOTS * 4, SLOTS);
    let size = 0;
    for (let start = 0; start < text.length; ) {
      const newline = text.indexOf('\n', start);
      const end = newline === -1 ? text.length : newline;
      const space = text.lastIndexOf(' ', end - 1);
      const weight = space > start ? parseDecimal(text, space + 1, end) : 0;
      if (weight > 0) {
        const fingerprint = fingerprintOf(text, start, space);
        const slot = findSlot(fingerprints, fingerprint, slotOf(text, start, space));
        if (fingerprints[slot] === EMPTY) size += 1;
        if (size > MAX_WORDS) throw new Error(`more than ${MAX_WORDS} words`);
        fingerprints[slot] = fingerprint;
        weights[slot] = weight;
      }
      start = end + 1;
    }
    if (size === 0) throw new Error('no line has the form `word weight`');
    new Uint32Array(buffer, 0, 1)[0] = size;
    new Float32Array(buffer, 4, 1)[0] = medianOf(weights, size);
    return buffer;
  }
}

/** The table of the frequencies that come with @node-rs/jieba. Made on a thread that ends with it: the list takes 40 MB to read. */
export async function loadIdf(): Promise<SharedArrayBuffer> {
  const worker = new Worker(new URL('./idf.worker.js', import.meta.url));
  // idf.worker.ts posts this and nothing else; an error of the thread rejects.
  const [buffer] = (await once(worker, 'message')) as [SharedArrayBuffer];
  await worker.terminate();
  return buffer;
}

/** The slot that holds the fingerprint, or the empty one where it would go. */
function findSlot(fingerprints: Uint32Array, fingerprint: number, first: number): number {
  let slot = first;
  while (fingerprints[slot] !== EMPTY && fingerprints[slot] !== fingerprint) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

function slotOf(text: string, start: number, end: number): number {
  return hash(text, start, end, 0x9e3779b1) & (SLOTS - 1);
}

function fingerprintOf(text: string, start: number, end: number): number {
  const fingerprint = hash(text, start, end, 0x85ebca6b);
  return fingerprint === EMPTY ? 1 : fingerprint;
}

/** FNV-1a over UTF-16 units with a seed, then murmur3's finaliser: FNV alone leaves the low bits of short words alike. */
function hash(text: string, start: number, end: number, seed: number): number {
  let h = seed;
  for (let i = start; i < end; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Of digits with at most one point, 0 where it is anything else; a quarter million `Number(slice)` would double the time. */
function parseDecimal(text: string, start: number, end: number): number {
  let digits = 0;
  let scale = 0;
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 46 && scale === 0) scale = 1;
    else if (code >= 48 && code <= 57) {
      digits = digits * 10 + code - 48;
      scale *= 10;
    } else return 0;
  }
  return scale === 0 ? digits : digits / scale;
}

/** Positive floats are ordered like their bits, so two counts of 16 bits find the middle one: 4 ms, where sorting takes 60. */
function medianOf(weights: Float32Array, size: number): number {
  const bits = new Uint32Array(weights.buffer, weights.byteOffset, weights.length);
  const middle = Math.floor(size / 2);
  const high = rankIn(bits, middle, (value) => (value === 0 ? -1 : value >>> 16));
  const low = rankIn(bits, middle - high.before, (value) => (value >>> 16 === high.key ? value & 0xffff : -1));
  return new Float32Array(Uint32Array.of(high.key * 2 ** 16 + low.key).buffer)[0] ?? 0;
}

/** The 16-bit key at a rank among the values that have one, and how many values have a smaller key. */
function rankIn(values: Uint32Array, rank: number, keyOf: (value: number) => number): { key: number; before: number } {
  const counts = new Uint32Array(2 ** 16);
  for (const value of values) {
    const key = keyOf(value);
    if (key >= 0) counts[key] = (counts[key] ?? 0) + 1;
  }
  let before = 0;
  let key = 0;
  while (before + (counts[key] ?? 0) <= rank) {
    before += counts[key] ?? 0;
    key += 1;
  }
  return { key, before };
}
