import type { IndexNames } from './index-names.js';
import { EngineRefused } from './open-search-errors.js';
import type { OpenSearchClient } from './open-search-client.js';

/** How old the knowledge of a writer may be. Who builds an index waits for longer, `SETTLE_MS`, before reading the store. */
const KNOWN_FOR_MS = 2_000;
export const SETTLE_MS = 5_000;

/** Which aliases a document has to be written to: the live one, and the one under construction while there is one. */
export class WriteTargets {
  private asked: Promise<boolean> | null = null;
  private askedAt = -Infinity;

  constructor(
    private readonly client: OpenSearchClient,
    private readonly names: IndexNames,
  ) {}

  async current(): Promise<string[]> {
    if (this.asked === null || performance.now() - this.askedAt > KNOWN_FOR_MS) {
      // The time before the question: the answer may be older than its arrival.
      this.askedAt = performance.now();
      this.asked = this.isBuilding();
      this.asked.catch(() => this.forget());
    }
    return (await this.asked) ? [this.names.live, this.names.building] : [this.names.live];
  }

  forget(): void {
    this.asked = null;
  }

  private async isBuilding(): Promise<boolean> {
    try {
      await this.client.call({ method: 'GET', path: `/_alias/${this.names.building}` });
      return true;
    } catch (error) {
      if (error instanceof EngineRefused && error.status === 404) return false;
      throw error;
    }
  }
}
