import { originalStoreContract } from '@wenliu/ports/original-store.contract';
import { InMemoryOriginalStore } from './in-memory-original-store.js';

originalStoreContract('in memory', async () => ({ store: new InMemoryOriginalStore(), dispose: async () => undefined }), { survivesRestart: false });
