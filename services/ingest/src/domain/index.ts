export { documentsOf, type IntakeDefaults, type IntakeItem } from './intake.js';
export { articleId, articleIds, canonicalUrl, documentId, versionOf, type NaturalKey } from './identity.js';
export { resolveMediaType, type BodyKind } from './media-type.js';
export { splitDocument } from './split-document.js';
export type { Residue, ResidueRole, SplitResult } from './split-result.js';
