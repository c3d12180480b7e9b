import { describe, expect, it } from '@jest/globals';
import { tmpdir } from 'node:os';
import { Registry } from 'prom-client';
import { memoryLimit, ProcessMetrics } from './process-metrics.js';

const value = (text: string, name: string): number => Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1]);

describe('the metrics of a process', () => {
  it('say what it is, whether it is ready, and what room it has', async () => {
    const registry = new Registry();
    const metrics = new ProcessMetrics(registry);
    metrics.describe({ version: '1.2.3', profile: 'cluster', roles: ['nlp', 'api'], folder: tmpdir() });
    metrics.setReady(true);
    const text = await registry.metrics();
    expect(text).toContain('wenliu_build_info{version="1.2.3",profile="cluster",roles="nlp,api"} 1');
    expect(value(text, 'wenliu_ready')).toBe(1);
    expect(value(text, 'wenliu_memory_limit_bytes')).toBeGreaterThan(0);
    expect(value(text, 'wenliu_disk_free_bytes')).toBeGreaterThan(0);
    expect(value(text, 'wenliu_disk_size_bytes')).toBeGreaterThan(value(text, 'wenliu_disk_free_bytes'));
    metrics.setReady(false);
    expect(value(await registry.metrics(), 'wenliu_ready')).toBe(0);
  });

  it.each([
    [0, 1_000, 1_000],
    [2 ** 63, 1_000, 1_000],
    [400, 1_000, 400],
  ])('take a limit of %d on a machine with %d for %d', (constrained, total, limit) => {
    expect(memoryLimit(constrained, total)).toBe(limit);
  });
});
