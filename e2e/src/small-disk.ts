import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  folder: string;
  release(): void;
}

/** A disk of so many megabytes, or why there can be none. */
export function mountSmallDisk(megabytes: number): SmallDisk | string {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux may mount';
  if (!existsSync('/proc/mounts')) return 'there is no /proc';
  const folder = mkdtempSync(join(tmpdir(), 'wenliu-e2e-disk-'));
  const { status, stderr, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { encoding: 'utf8' });
  if (status !== 0) {
    rmSync(folder, { recursive: true });
    return `mounting is not possible here: ${error?.message ?? stderr.trim()}`;
  }
  return {
    folder,
    release: () => {
      // Lazily: a process that was just ended may still hold it for a moment.
      spawnSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
