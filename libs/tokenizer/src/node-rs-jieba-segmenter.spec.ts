import { describeSegmenter } from './segmenter.contract.js';

describeSegmenter('node-rs-jieba');
