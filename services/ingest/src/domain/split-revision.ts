/**
 * Which rules split documents: raised by one with every change that may move a line or a character, so that documents split by
 * older rules can be found and split again. 1 was the splitter of one pass that events carry no number of.
 */
export const SPLIT_REVISION = 16;
