// What runs without a server: the pure parts, so that whoever imports them starts no framework.
export { articleId, documentId, versionOf } from './domain/identity.js';
export { describeIssues } from './domain/issues.js';
export { documentsOf, type IntakeItem } from './domain/intake.js';
export { languageOf } from './domain/language.js';
export { resolveMediaType, type BodyKind } from './domain/media-type.js';
export { judge } from './domain/quality.js';
export { readByline } from './domain/page/byline.js';
export { splitDocument } from './domain/split-document.js';
export type { SplitResult } from './domain/split-result.js';
