// `npm run e2e:faults -- [--profile embedded|cluster] [--kills 30] [--documents 10000] [--seed N] …`: kill -9 again and again, and nothing lost.
import { parseArgs } from 'node:util';
import { runClusterFaults } from './cluster-faults.js';
import { isExcused } from './engines.js';
import { runKills } from './kills.js';
import { chosenProfile } from './profile.js';
import { printClusterReport, printKillReport } from './print-report.js';

const { values } = parseArgs({
  options: {
    kills: { type: 'string' },
    documents: { type: 'string' },
    'broker-kills': { type: 'string', default: '3' },
    'index-restarts': { type: 'string', default: '2' },
    'pause-seconds': { type: 'string', default: '45' },
    'churn-seconds': { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    profile: { type: 'string', default: 'embedded' },
  },
});

function count(name: keyof typeof values, fallback: number, least = 1): number {
  const number = Number(values[name] ?? fallback);
  if (Number.isSafeInteger(number) && number >= least) return number;
  process.stderr.write(`--${name} must be a whole number from ${least} on\n`);
  process.exit(2);
}

async function killEmbedded(): Promise<boolean> {
  const plan = { kills: count('kills', 30), documents: count('documents', 10_000), seed: count('seed', 1) };
  process.stdout.write(`${plan.kills} kills during ${plan.documents} documents; repeat with --seed ${plan.seed}\n`);
  const profile = await chosenProfile(values.profile);
  try {
    const report = await runKills(profile, plan);
    printKillReport(report);
    return report.faults.length === 0;
  } finally {
    await profile.dispose();
  }
}

async function breakCluster(): Promise<boolean> {
  const sizes = {
    documents: count('documents', 20_000),
    kills: count('kills', 20, 0),
    brokerKills: count('broker-kills', 3, 0),
    indexRestarts: count('index-restarts', 2, 0),
    pauseSeconds: count('pause-seconds', 45, 0),
    churnSeconds: count('churn-seconds', 60, 0),
    seed: count('seed', 1),
  };
  process.stdout.write(`faults during ${sizes.documents} documents; repeat with --seed ${sizes.seed}\n`);
  try {
    const report = await runClusterFaults(sizes, (line) => process.stdout.write(`${line}\n`));
    printClusterReport(report);
    return report.faults.length === 0;
  } catch (error) {
    if (!isExcused(error)) throw error;
    process.stderr.write(`skipped: faults under the cluster profile: ${error.message}\n`);
    return true;
  }
}

const held = values.profile === 'cluster' ? await breakCluster() : await killEmbedded();
process.exitCode = held ? 0 : 1;
