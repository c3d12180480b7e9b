export * from './nlp.module.js';
export { nlpSettings } from './nlp.settings.js';
