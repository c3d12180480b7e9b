import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineName } from './engine-table.js';

const PACKAGE = fileURLToPath(new URL('../', import.meta.url));

/** In a folder that git ignores and `npm ci` empties. */
export const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/wenliu-engines/', import.meta.url));

/** The engine's pom.xml and Launcher.java, or its go.mod and main.go. */
export const sourceOf = (name: EngineName): string => join(PACKAGE, name);
