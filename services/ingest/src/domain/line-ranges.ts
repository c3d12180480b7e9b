import type { LineRange } from '@wenliu/contracts';
import type { Residue, ResidueRole } from './split-result.js';

/** Runs of neighbouring line numbers as ranges; a jump or a step back starts a new one. */
export function toRanges(lines: readonly number[]): LineRange[] {
  const ranges: LineRange[] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last !== undefined && line === last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges;
}

/** Neighbouring lines of one role as one piece of residue. `roles` is by line, `null` where the line is an article's. */
export function toResidue(roles: readonly (ResidueRole | null)[]): Residue[] {
  const residue: Residue[] = [];
  roles.forEach((role, index) => {
    if (role === null) return;
    const line = index + 1;
    const last = residue.at(-1);
    if (last !== undefined && last.role === role && last.lines[1] === line - 1) last.lines[1] = line;
    else residue.push({ role, lines: [line, line] });
  });
  return residue;
}
