import { createHash } from 'node:crypto';
import type { BucketChecksum } from './article-store.js';

const BUCKETS = 256;
const DIGEST_BYTES = 32;

/** The bucket of an id: its first byte. `null` for an id that does not begin with two hexadecimal digits. */
function bucketOf(id: string): number | null {
  const bucket = Number.parseInt(id.slice(0, 2), 16);
  return /^[0-9a-f]{2}/i.test(id) ? bucket : null;
}

/** Sums up rows in any order; the same rows give the same sums. */
export class BucketSums {
  private readonly counts = new Uint32Array(BUCKETS);
  private readonly sums = Array.from({ length: BUCKETS }, () => new Uint8Array(DIGEST_BYTES));

  add(id: string, version: number, contentHash: string): void {
    const bucket = bucketOf(id);
    const sum = bucket === null ? undefined : this.sums[bucket];
    if (bucket === null || sum === undefined) return;
    const digest = createHash('sha256').update(`${id}|${version}|${contentHash}`).digest();
    this.counts[bucket] = (this.counts[bucket] ?? 0) + 1;
    for (let i = 0; i < DIGEST_BYTES; i++) sum[i] = (sum[i] ?? 0) ^ (digest[i] ?? 0);
  }

  checksums(): BucketChecksum[] {
    return this.sums.map((sum, bucket) => ({ bucket, count: this.counts[bucket] ?? 0, checksum: Buffer.from(sum).toString('hex') }));
  }
}
