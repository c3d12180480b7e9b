export { openMongo, type MongoEngine, type MongoOptions } from './mongo-engine.js';
