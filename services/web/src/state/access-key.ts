import { signal } from '@preact/signals';

/** Only in memory: a key in storage could be read by whatever else this origin serves. */
export const accessKey = signal<string | null>(null);
