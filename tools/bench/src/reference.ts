import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { loadIdf, type SegmenterName } from '@wenliu/tokenizer';

/** Articles a second that `threads` threads reach when they do nothing but tag: the limit that the pipeline is measured against. */
export async function tagOnly(segmenter: SegmenterName, threads: number, articles: number): Promise<number> {
  const idf = await loadIdf();
  const share = Math.ceil(articles / threads);
  const workers = Array.from({ length: threads }, (_, i) => {
    const tools = { segmenter, userDictionary: null, idf };
    return new Worker(new URL('./reference.worker.js', import.meta.url), { workerData: { tools, first: i * share, count: share } });
  });
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  const started = performance.now();
  await Promise.all(
    workers.map((worker) => {
      worker.postMessage('go');
      return once(worker, 'message');
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  await Promise.all(workers.map((worker) => worker.terminate()));
  return (share * threads) / seconds;
}
