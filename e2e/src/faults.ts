// `npm run e2e:faults -- [--kills 30] [--documents 10000] [--seed N] [--profile embedded]`: kill -9 again and again, and nothing lost.
import { parseArgs } from 'node:util';
import { runKills, type KillReport } from './kills.js';
import { chosenProfile } from './profile.js';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '30' },
    documents: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    profile: { type: 'string', default: 'embedded' },
  },
});

function count(name: 'kills' | 'documents' | 'seed'): number {
  const number = Number(values[name]);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  process.stderr.write(`--${name} must be a whole number from 1 on\n`);
  process.exit(2);
}

function print(report: KillReport): void {
  const restarts = [...report.restarts].sort((a, b) => a - b);
  const at = (share: number): string => (restarts[Math.min(restarts.length - 1, Math.floor(share * restarts.length))] ?? 0).toFixed(2);
  const lines: [string, string][] = [
    ['kills', `${report.plan.kills + report.killedWhileStarting}, ${report.killedWhileStarting} of them while it started`],
    ['documents', `${report.plan.documents} in ${report.requests} requests, ${report.unanswered} of them cut`],
    ['acknowledged', `${report.accepted} accepted, ${report.duplicates} duplicate`],
    ['start to ready', `${at(0.5)} s at the median, ${at(1)} s at most`],
    ['last request to nothing waiting', `${report.drainSeconds.toFixed(1)} s`],
    ['in all', `${report.seconds.toFixed(0)} s`],
    ['faults', report.faults.length === 0 ? 'none: every document is searchable once, as in a run without kills' : String(report.faults.length)],
  ];
  for (const [name, value] of lines) process.stdout.write(`${name.padEnd(32)} ${value}\n`);
  for (const fault of report.faults) process.stdout.write(`  ${fault}\n`);
}

const plan = { kills: count('kills'), documents: count('documents'), seed: count('seed') };
process.stdout.write(`${plan.kills} kills during ${plan.documents} documents; repeat with --seed ${plan.seed}\n`);
const profile = await chosenProfile(values.profile);
try {
  const report = await runKills(profile, plan);
  print(report);
  process.exitCode = report.faults.length === 0 ? 0 : 1;
} finally {
  await profile.dispose();
}
