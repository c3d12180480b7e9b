/**
 * The bytes of every accepted document, by their sha-256. Bytes are never changed or removed, so `put` of what is there does
 * nothing. Resolved means: on disk, will survive the end of the machine. Rejects with `PortUnavailable`.
 */
export abstract class OriginalStore {
  abstract put(id: string, bytes: Uint8Array): Promise<void>;
  /** `null` where there is none. */
  abstract get(id: string): Promise<Uint8Array | null>;
  abstract has(id: string): Promise<boolean>;
  abstract close(): Promise<void>;
}
