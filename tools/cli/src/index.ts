export { createProgram } from './create-program.js';
export { version } from './version.js';
