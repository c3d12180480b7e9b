export interface Together {
  arrays: Uint8Array[];
  /** The one buffer of all, for `transfer`. */
  transfer: ArrayBuffer[];
}

/**
 * Copies of arrays that lie in one buffer, as long as they are. What is sent to a thread takes along the whole buffer it lies in: a
 * record is a small part of the megabytes that were fetched with it.
 */
export function together(arrays: readonly Uint8Array[]): Together {
  const all = new Uint8Array(arrays.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let end = 0;
  const copies = arrays.map((array) => {
    const start = end;
    all.set(array, start);
    end += array.byteLength;
    return all.subarray(start, end);
  });
  return { arrays: copies, transfer: [all.buffer] };
}
