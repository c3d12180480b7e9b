import { parseArgs } from 'node:util';
import { benchStages } from './cluster/stages.js';
import { benchClusterLive, benchWhole } from './cluster/whole.js';
import { format, holds, type Figure } from './figure.js';
import { benchLarge } from './large.js';
import { benchLive } from './live.js';
import { benchSplit } from './split.js';
import { benchMemory, benchPage, benchStart } from './start.js';
import { benchThroughput } from './throughput.js';

type Benches = Readonly<Record<string, () => Promise<Figure[]>>>;

const EMBEDDED: Benches = {
  start: benchStart,
  throughput: benchThroughput,
  live: benchLive,
  split: benchSplit,
  page: benchPage,
  memory: benchMemory,
  large: benchLarge,
};

/** Over Kafka, MongoDB's stand-in and OpenSearch. */
const CLUSTER: Benches = { stages: benchStages, whole: benchWhole, live: benchClusterLive };

const { values, positionals: chosen } = parseArgs({ options: { profile: { type: 'string', default: 'embedded' } }, allowPositionals: true });
const BENCHES = values.profile === 'cluster' ? CLUSTER : EMBEDDED;
const unknown = chosen.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  process.stderr.write(`no such benchmark: ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}\n`);
  process.exit(2);
}
let ok = true;
for (const [name, bench] of Object.entries(BENCHES)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  for (const figure of await bench()) {
    ok &&= holds(figure);
    process.stdout.write(`${format(figure)}\n`);
  }
}
process.exitCode = ok ? 0 : 1;
