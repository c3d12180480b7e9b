export { createTools, type ToolOptions } from './create-tools.js';
export { tagArticle, type TagTools } from './domain/tag-article.js';
export { tagRecord, type TagRecordResult } from './domain/tag-record.js';
export * from './nlp.module.js';
export { nlpSettings } from './nlp.settings.js';
