import type { mongo } from 'mongoose';
import { PortMisconfigured } from '@wenliu/ports';
import { guarded } from './mongo-errors.js';

export interface WantedIndex {
  name: string;
  key: Record<string, 1>;
  unique?: true;
}

/** Part of what the server says about an index. */
type FoundIndex = Pick<WantedIndex, 'name'> & { key: Record<string, number>; unique?: boolean };

/** The same to the server: MongoDB never changes an index that is there. */
function isAlike(wanted: WantedIndex, found: FoundIndex): boolean {
  return (
    JSON.stringify(Object.entries(wanted.key)) === JSON.stringify(Object.entries(found.key).map(([field, order]) => [field, Number(order)])) &&
    (wanted.unique ?? false) === (found.unique ?? false)
  );
}

/** Creates the indexes that are missing. Throws `PortMisconfigured` where one is there with other options. */
export async function ensureIndexes(port: string, collection: mongo.Collection, wanted: readonly WantedIndex[]): Promise<void> {
  const found = await guarded(port, () => findIndexes(collection));
  for (const index of wanted) {
    const there = found.find(({ name }) => name === index.name);
    if (there === undefined) {
      const { key, ...options } = index;
      await guarded(port, () => collection.createIndex(key, options));
    } else if (!isAlike(index, there)) {
      throw new PortMisconfigured(
        port,
        `the index ${index.name} of the collection ${collection.collectionName} is ${JSON.stringify(there)}, and ${JSON.stringify(index)} is needed: drop it and start again, it is then made anew`,
      );
    }
  }
}

async function findIndexes(collection: mongo.Collection): Promise<FoundIndex[]> {
  try {
    return await collection.listIndexes().map(toFound).toArray();
  } catch (error) {
    // NamespaceNotFound: the first index makes the collection.
    if (error instanceof Error && 'code' in error && error.code === 26) return [];
    throw error;
  }
}

const toFound = ({ name, key, unique }: mongo.IndexDescriptionInfo): FoundIndex => ({
  name: name ?? '',
  key: Object.fromEntries(Object.entries(key).map(([field, order]) => [field, Number(order)])),
  ...(unique === undefined ? {} : { unique }),
});
