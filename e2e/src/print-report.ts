import type { FaultReport } from './cluster-faults.js';
import type { KillReport } from './kills.js';

type Line = readonly [name: string, value: string];

export function printKillReport(report: KillReport): void {
  print([
    ['kills', `${report.plan.kills + report.killedWhileStarting}, ${report.killedWhileStarting} of them while it started`],
    ['documents', `${report.plan.documents} in ${report.requests} requests, ${report.unanswered} of them cut`],
    ['acknowledged', `${report.accepted} accepted, ${report.duplicates} duplicate`],
    ['start to ready', starts(report.restarts)],
    ['last request to nothing waiting', `${report.drainSeconds.toFixed(1)} s`],
    ['in all', `${report.seconds.toFixed(0)} s`],
    verdict(report.faults),
  ]);
  printFaults(report.faults);
}

export function printClusterReport({ sizes, publisher, watch, starts: seconds, drainSeconds, seconds: all, faults }: FaultReport): void {
  print([
    ['documents', `${sizes.documents} in ${publisher.requests} requests, ${publisher.unanswered} cut, ${publisher.refused} answered with 503`],
    ['acknowledged', `${publisher.accepted} accepted, ${publisher.duplicates} duplicate`],
    ['start to ready', starts(seconds)],
    ['versions looked at', `${watch.looks} times, ${watch.unanswered} times without an answer`],
    ['last request to all verified', `${drainSeconds.toFixed(1)} s`],
    ['in all', `${all.toFixed(0)} s`],
    verdict(faults),
  ]);
  printFaults(faults);
}

const MOST_SHOWN = 40;

function starts(seconds: readonly number[]): string {
  const ascending = [...seconds].sort((a, b) => a - b);
  const at = (share: number): string => (ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? 0).toFixed(2);
  return `${at(0.5)} s at the median, ${at(1)} s at most`;
}

const verdict = (faults: readonly string[]): Line => ['faults', faults.length === 0 ? 'none: every document is searchable once, as in a run without kills' : String(faults.length)];

function print(lines: readonly Line[]): void {
  for (const [name, value] of lines) process.stdout.write(`${name.padEnd(32)} ${value}\n`);
}

function printFaults(faults: readonly string[]): void {
  for (const fault of faults.slice(0, MOST_SHOWN)) process.stdout.write(`  ${fault}\n`);
}
