import type { OnApplicationShutdown } from '@nestjs/common';
import { WorkerPool } from '@wenliu/platform';
import { loadIdf } from '@wenliu/tokenizer';
import type { ToolOptions } from './create-tools.js';
import type { TagRecordResult } from './domain/tag-record.js';
import type { NlpSettings } from './nlp.settings.js';

/** The threads that tag. Each holds a dictionary; the inverse document frequencies are shared. */
export class TagPool extends WorkerPool<{ records: Uint8Array[] }, TagRecordResult[]> implements OnApplicationShutdown {
  static async open(settings: NlpSettings): Promise<TagPool> {
    return new TagPool(settings, await loadIdf());
  }

  private constructor(settings: NlpSettings, idf: SharedArrayBuffer) {
    const workerData: ToolOptions = {
      segmenter: settings.WENLIU_NLP_SEGMENTER,
      userDictionary: settings.WENLIU_NLP_DICTIONARY ?? null,
      idf,
    };
    super({ entry: new URL('./tag.worker.js', import.meta.url), threads: settings.WENLIU_NLP_WORKERS, workerData });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }
}
