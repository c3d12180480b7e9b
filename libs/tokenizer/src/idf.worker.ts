import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { IdfTable } from './idf.js';

const path = createRequire(import.meta.url).resolve('@node-rs/jieba/idf.txt');
parentPort?.postMessage(IdfTable.build(readFileSync(path, 'utf8')));
