// The doors of the project, from package.json.
import { readFileSync } from 'node:fs';

const { scripts, scriptsInfo } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const command = (name) => (['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`);
const doors = Object.keys(scripts).filter((name) => scriptsInfo[name]);
const width = Math.max(...doors.map((name) => command(name).length));
for (const name of doors) console.log(`${command(name).padEnd(width)}  ${scriptsInfo[name]}`);
