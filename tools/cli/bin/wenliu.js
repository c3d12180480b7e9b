#!/usr/bin/env node
import process from 'node:process';
import { fileURLToPath } from 'node:url';

// The server has ten threads: with an allocator arena for each, room for each to leave 16 MB of young objects lying, and heaps
// that double before they are swept, it takes 300 MB more. A service of the cluster profile has fewer heaps, so they may double: for
// 30 MB more, V8's own threads took 0.12 ms an article instead of 0.36 in nlp. All are set before a process starts only, so it replaces
// itself by one that has them (not on Windows). kafkajs 2.2.4 sets timers that were due in 1970, which warns and does no harm.
if (['up', 'serve'].includes(process.argv[2]) && process.env.MALLOC_ARENA_MAX === undefined && typeof process.execve === 'function' && process.platform !== 'win32') {
  const args = ['--max-semi-space-size=2', `--heap-growing-percent=${process.argv[2] === 'up' ? 30 : 100}`, '--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning', fileURLToPath(import.meta.url)];
  process.removeAllListeners('warning');
  process.execve(process.execPath, [process.execPath, ...process.execArgv, ...args, ...process.argv.slice(2)], { ...process.env, MALLOC_ARENA_MAX: '2' });
}
await import('../dist/main.js');
