import { statfs } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { Gauge, type Registry } from 'prom-client';

export interface ProcessInfo {
  version: string;
  profile: string;
  roles: readonly string[];
  /** On the disk whose room is told. */
  folder: string;
}

/** What this process is, whether it is ready, and the room it has. */
export class ProcessMetrics {
  private readonly build: Gauge;
  private readonly ready: Gauge;
  private folder: string | null = null;

  constructor(registry: Registry) {
    const registers = [registry];
    this.build = new Gauge({
      name: 'wenliu_build_info',
      help: 'Always 1. What runs here.',
      labelNames: ['version', 'profile', 'roles'],
      registers,
    });
    this.ready = new Gauge({ name: 'wenliu_ready', help: '1 while `/health/ready` says yes, else 0.', registers });
    const limit: Gauge = new Gauge({
      name: 'wenliu_memory_limit_bytes',
      help: 'Memory that the process may take: the limit of its container, else the memory of the machine.',
      registers,
      collect: (): void => limit.set(memoryLimit(process.constrainedMemory(), totalmem())),
    });
    this.diskGauge(registry, 'wenliu_disk_free_bytes', 'Free on the disk of the data folder (embedded profile) or of the working directory.', 'bavail');
    this.diskGauge(registry, 'wenliu_disk_size_bytes', 'Size of that disk.', 'blocks');
  }

  describe({ version, profile, roles, folder }: ProcessInfo): void {
    this.build.set({ version, profile, roles: roles.join(',') }, 1);
    this.folder = folder;
  }

  setReady(ready: boolean): void {
    this.ready.set(ready ? 1 : 0);
  }

  private diskGauge(registry: Registry, name: string, help: string, blocks: 'bavail' | 'blocks'): void {
    const gauge = new Gauge({
      name,
      help,
      registers: [registry],
      collect: async () => {
        if (this.folder === null) return;
        const disk = await statfs(this.folder);
        gauge.set(disk[blocks] * disk.bsize);
      },
    });
  }
}

/** A container without a limit says 0, or more than there is. */
export const memoryLimit = (constrained: number, total: number): number => (constrained > 0 && constrained < total ? constrained : total);
