import { createProgram } from './create-program.js';
import { endQuietlyOnClosedPipe } from './output.js';
import { runProgram } from './run-program.js';

endQuietlyOnClosedPipe();
await runProgram(createProgram(), process.argv);
