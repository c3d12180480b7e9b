import { percentile, type Figure } from '../figure.js';
import { flood, prepareBatches } from '../flood.js';
import { createGenerator } from '../generate-articles.js';
import { liveLatencies } from '../live.js';
import { ClusterUnderTest, ROLES } from './cluster-under-test.js';

const ARTICLES = 2_000;
/** Each look is a search of its own: more often, they would be what is measured. */
const LOOK_EVERY_MS = 100;

/** All services at once: from documents in to articles searchable, in a flood and at a steady 50 a second. */
export async function benchWhole(): Promise<Figure[]> {
  const bodies = prepareBatches(createGenerator(), 0, ARTICLES);
  const cluster = await ClusterUnderTest.start({ WENLIU_NLP_WORKERS: '1', WENLIU_NLP_SEGMENTER: 'nodejs-jieba' });
  try {
    await cluster.startServices(ROLES);
    const seconds = await flood(cluster, bodies, ARTICLES);
    const latencies = await liveLatencies(cluster, LOOK_EVERY_MS);
    return [
      { name: 'cluster: documents in to searchable', value: ARTICLES / seconds, unit: 'articles/s' },
      ...Object.entries(cluster.cpuSeconds()).map(([name, value]): Figure => ({ name: `cluster: processor time of ${name}`, value, unit: 's' })),
      { name: 'cluster: live 50/s: publish to searchable, p50', value: percentile(latencies, 0.5), unit: 'ms' },
      { name: 'cluster: live 50/s: publish to searchable, p99', value: percentile(latencies, 0.99), unit: 'ms', atMost: 2_000 },
    ];
  } finally {
    await cluster.stop();
  }
}
