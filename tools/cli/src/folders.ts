import { fileURLToPath } from 'node:url';

const inProject = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

export const SEEDS_FOLDER = inProject('seeds');
/** The built web page. */
export const WEB_FOLDER = inProject('services/web/dist');
