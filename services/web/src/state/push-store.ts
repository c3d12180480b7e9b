import { signal } from '@preact/signals';
import type { DocumentView, Problem, Receipt, ReceiptItem } from '@wenliu/contracts';
import { getDocument, postDocument } from '../api/client.js';
import { toFailure, type Failure } from '../api/failure.js';
import { mediaTypeOf } from '../lib/media-type.js';

export const pushDialogIsOpen = signal(false);
export const openPushDialog = (): void => void (pushDialogIsOpen.value = true);

export interface PastedPage {
  content: string;
  publication: string | null;
  issueDate: string | null;
  page: string | null;
}

export type PushState =
  | { kind: 'sending' }
  | { kind: 'retrying'; seconds: number }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'rejected'; problem: Problem | null }
  | { kind: 'following'; state: 'accepted' | 'duplicate' | 'split'; articles: DocumentView['articles'] }
  | { kind: 'settled'; outcome: 'accepted' | 'duplicate'; state: 'done' | 'quarantined' | 'slow'; articles: DocumentView['articles'] };

export interface Push {
  key: number;
  name: string;
  state: PushState;
}

export const pushes = signal<readonly Push[]>([]);

const TRIES = 6;
const LOOKS = 60;
const LOOK_MILLISECONDS = 1000;

let nextKey = 0;

/** A pasted page goes wrapped, so that paper, date and page can go with it. */
export function pushPasted(name: string, page: PastedPage): Promise<void> {
  return push(name, 'application/x-ndjson', `${JSON.stringify({ ...page, mediaType: 'text/plain' })}\n`);
}

/** A file goes as its untouched bytes: its encoding is found out later. */
export function pushFile(file: File): Promise<void> {
  return push(file.name, mediaTypeOf(file.name), file);
}

async function push(name: string, mediaType: string, body: string | Blob): Promise<void> {
  const key = add(name);
  try {
    const receipt = await postPatiently(key, () => postDocument(name, mediaType, body));
    const [first, ...rest] = receipt.items;
    if (first !== undefined) void follow(key, first);
    rest.forEach((item) => void follow(add(`${name} · ${item.index + 1}`), item));
  } catch (error) {
    set(key, { kind: 'failed', failure: toFailure(error) });
  }
}

/** Under backpressure the service says when to come back. */
async function postPatiently(key: number, post: () => Promise<Receipt>): Promise<Receipt> {
  for (let attempt = 1; ; attempt++) {
    set(key, { kind: 'sending' });
    try {
      return await post();
    } catch (error) {
      const failure = toFailure(error);
      const seconds = failure.kind === 'problem' ? failure.retryAfterSeconds : null;
      if (seconds === null || attempt === TRIES) throw error;
      set(key, { kind: 'retrying', seconds });
      await pause(seconds * 1000);
    }
  }
}

async function follow(key: number, { id, outcome, problem }: ReceiptItem): Promise<void> {
  if (id === null || outcome === 'rejected') return set(key, { kind: 'rejected', problem: problem ?? null });
  set(key, { kind: 'following', state: outcome, articles: [] });
  let articles: DocumentView['articles'] = [];
  for (let look = 0; look < LOOKS; look++) {
    // Not to be found yet, or not reachable for a moment: look again.
    const view = await getDocument(id).catch(() => null);
    articles = view?.articles ?? articles;
    if (view?.state === 'done' || view?.state === 'quarantined') {
      return set(key, { kind: 'settled', outcome, state: view.state, articles });
    }
    if (view?.state === 'split') set(key, { kind: 'following', state: 'split', articles });
    await pause(LOOK_MILLISECONDS);
  }
  set(key, { kind: 'settled', outcome, state: 'slow', articles });
}

function add(name: string): number {
  const key = nextKey++;
  pushes.value = [{ key, name, state: { kind: 'sending' } }, ...pushes.value];
  return key;
}

function set(key: number, state: PushState): void {
  pushes.value = pushes.value.map((one) => (one.key === key ? { ...one, state } : one));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
