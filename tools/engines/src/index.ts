export { EngineMissing } from './engine-missing.js';
export { ENGINES, type Engine, type EngineName } from './engine-table.js';
export { startEngine, type RunningEngine, type StartOptions } from './start-engine.js';
export { findOrStart, type UsedEngine } from './find-or-start.js';
export { freePorts } from './free-ports.js';
export { makeCertificate, secureKafka, secureMongodb, type Certificate } from './secure.js';
