import { PortMisconfigured } from '@wenliu/ports';
import { indexDefinition, type IndexSize } from './index-definition.js';
import { nextIndexName, type IndexNames } from './index-names.js';
import { EngineRefused, PORT } from './open-search-errors.js';
import type { OpenSearchClient } from './open-search-client.js';

interface FoundMapping {
  mappings: { _meta?: { layout?: string }; properties?: object };
}

/** Creates, checks and exchanges the indexes behind the aliases. */
export class IndexLifecycle {
  constructor(
    private readonly client: OpenSearchClient,
    private readonly names: IndexNames,
    private readonly size: IndexSize,
  ) {}

  /** Creates the first index where there is none. Throws `PortMisconfigured` where the one that is live has another layout. */
  async ensureLive(): Promise<void> {
    if ((await this.behind(this.names.live)).length === 0) await this.createFirst();
    const found = await this.client.call<Record<string, FoundMapping>>({ method: 'GET', path: `/${this.names.live}/_mapping` });
    const wanted = indexDefinition(this.size).mappings;
    for (const [index, { mappings }] of Object.entries(found)) {
      if (mappings._meta?.layout === wanted._meta.layout && isDeepEqual(mappings.properties, wanted.properties)) continue;
      throw new PortMisconfigured(PORT, `the index ${index} has another layout than this version of Wenliu: build it anew with \`wenliu reindex\``);
    }
  }

  /** The indexes an alias stands for. */
  async behind(alias: string): Promise<string[]> {
    try {
      return Object.keys(await this.client.call<Record<string, unknown>>({ method: 'GET', path: `/_alias/${alias}` }));
    } catch (error) {
      if (error instanceof EngineRefused && error.status === 404) return [];
      throw error;
    }
  }

  /** An empty index that writers begin to write to, beside the live one, within `SETTLE_MS`. One that was left half built goes. */
  async startBuilding(): Promise<string> {
    const name = nextIndexName(this.names, await this.existing());
    for (const index of await this.behind(this.names.building)) await this.remove(index);
    await this.create(name, this.names.building);
    return name;
  }

  /** From one moment to the next the new index is the live one. Gives the indexes it took the place of. */
  async exchange(next: string): Promise<string[]> {
    const old = await this.behind(this.names.live);
    const actions = [
      ...old.map((index) => ({ remove: { index, alias: this.names.live } })),
      { add: { index: next, alias: this.names.live } },
      { remove: { index: next, alias: this.names.building } },
    ];
    await this.client.call({ method: 'POST', path: '/_aliases', body: { actions } });
    return old;
  }

  async remove(index: string): Promise<void> {
    await this.client.call({ method: 'DELETE', path: `/${index}` });
  }

  private async existing(): Promise<string[]> {
    const found = await this.client.call<Record<string, unknown>>({ method: 'GET', path: `/${this.names.live}-*/_alias` });
    return Object.keys(found);
  }

  private async createFirst(): Promise<void> {
    try {
      await this.create(nextIndexName(this.names, await this.existing()), this.names.live);
    } catch (error) {
      // Another process was quicker.
      if (!(error instanceof EngineRefused) || error.type !== 'resource_already_exists_exception') throw error;
    }
  }

  private async create(name: string, alias: string): Promise<void> {
    await this.client.call({ method: 'PUT', path: `/${name}`, body: { ...indexDefinition(this.size), aliases: { [alias]: {} } } });
  }
}

/** OpenSearch gives a mapping back with its keys in another order. */
function isDeepEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([key, value]) => isDeepEqual(value, right.get(key)));
}
