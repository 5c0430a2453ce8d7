/** The record of our marks as both hosts keep it; see hosts/marks. */
export { isMarkName, readMarkNames, writeMarkNames, type MarkRecord } from '../../marks/mark-names';
