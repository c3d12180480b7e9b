export { createSegmenter, type SegmenterOptions } from './create-segmenter.js';
export { IdfTable, loadIdf } from './idf.js';
export { UserDictionaryError } from './read-user-dictionary.js';
export { Segmenter, SEGMENTER_NAMES, type SegmenterName } from './segmenter.js';
export { parseUserDictionary, type ParsedUserDictionary, type UserDictionaryFault, type UserWord } from './user-dictionary.js';
