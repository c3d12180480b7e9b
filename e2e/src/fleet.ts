import { freePorts } from '@wenliu/engines';
import { ROLES, type Role } from './fault-plan.js';
import type { Ended } from './profile.js';
import { Processes, type Started } from './server-process.js';
import { SMALL } from './small-settings.js';

/** An engine may be away for as long as it takes to start again. */
const READY_WITHIN_MS = 180_000;

/** The four services as four processes, each at an address of its own that it keeps. */
export class Fleet {
  private readonly processes: Processes;
  private readonly running = new Map<Role, Started>();
  private readonly extras: Started[] = [];
  /** From start to ready, seconds. */
  readonly starts: number[] = [];

  private constructor(
    env: Readonly<Record<string, string>>,
    private readonly ports: ReadonlyMap<Role, number>,
  ) {
    this.processes = new Processes({ ...SMALL, ...env }, READY_WITHIN_MS);
  }

  /** Resolves when all are ready. */
  static async start(env: Readonly<Record<string, string>>): Promise<Fleet> {
    const ports = await freePorts(ROLES.length);
    const fleet = new Fleet(env, new Map(ROLES.map((role, i) => [role, ports[i] ?? 0])));
    await Promise.all(ROLES.map((role) => fleet.startRole(role)));
    return fleet;
  }

  url(role: Role): string {
    return `http://127.0.0.1:${this.ports.get(role) ?? 0}`;
  }

  async kill(role: Role): Promise<void> {
    await this.running.get(role)?.signal('SIGKILL');
  }

  async startRole(role: Role): Promise<void> {
    const began = performance.now();
    const started = this.processes.launch(this.call(role));
    this.running.set(role, started);
    await started.ready;
    this.starts.push((performance.now() - began) / 1_000);
  }

  async killWhileStarting(role: Role, afterMs: number): Promise<void> {
    await this.processes.killWhileStarting(this.call(role), afterMs);
  }

  pause(role: Role): void {
    process.kill(this.pidOf(role), 'SIGSTOP');
  }

  resume(role: Role): void {
    process.kill(this.pidOf(role), 'SIGCONT');
  }

  /** One more process of the role; resolves when it is ready. */
  async startExtra(role: Role): Promise<void> {
    const extra = this.launchExtra(role);
    await extra.ready;
  }

  /** One more that nobody waits for: it may be ended before it is ready. */
  launchExtra(role: Role): Started {
    const extra = this.processes.launch({ args: ['serve', role, '--port', '0'] });
    extra.ready.catch(() => undefined);
    this.extras.push(extra);
    return extra;
  }

  get extraCount(): number {
    return this.extras.length;
  }

  /** Ends the extra process that was started first. */
  async endExtra(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    await this.extras.shift()?.signal(signal);
  }

  /** SIGTERM to all; how each ended. */
  async stop(): Promise<Ended[]> {
    while (this.extras.length > 0) await this.endExtra('SIGTERM');
    return Promise.all([...this.running.values()].map((started) => started.signal('SIGTERM')));
  }

  /** Ends what is still there. */
  dispose(): Promise<void> {
    return this.processes.dispose();
  }

  private call(role: Role) {
    return { args: ['serve', role, '--port', String(this.ports.get(role) ?? 0)] };
  }

  private pidOf(role: Role): number {
    const started = this.running.get(role);
    if (started === undefined) throw new Error(`${role} does not run`);
    return started.pid;
  }
}
