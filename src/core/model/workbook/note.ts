/**
 * Notes on cells. Notes of this program begin with a prefix, so that they are never read back as an officer's cause.
 */
export const NOTE_PREFIX = 'Chỉ số CCHC:';

export const isOwnNote = (note: string): boolean => note.trimStart().startsWith(NOTE_PREFIX);

/** Excel begins a note with its author's name on a line of its own; «Nguyên nhân:» may follow as a label. */
const HEADING = /^\s*(?:[^\n:]{1,60}:[ \t]*\r?\n)?\s*(?:(?:nguyên nhân|lý do)\s*:\s*)?/iu;

/**
 * Excel 365 stores threaded comments for other programs as notes: «[Threaded comment] … linkid=870924», then «Comment:»
 * and «Reply:» above indented texts, in Excel's display language.
 */
const THREAD_PREAMBLE = /^\s*\[[^\]\n]{1,60}\][^[]{0,1000}?linkid=870924\.?\s*/u;
const THREAD_LABEL = /^[^\n:]{1,40}:[ \t]*\r?\n[ \t]{2,}/gmu;

function ownWords(note: string): string {
  const text = note.replace(THREAD_PREAMBLE, '');
  return text === note ? note : text.replace(THREAD_LABEL, '');
}

/** The cause in a note; null if there is none or if this program wrote the note. */
export function causeInNote(note: string | undefined): string | null {
  if (note === undefined || isOwnNote(note)) return null;
  const words = ownWords(note.normalize('NFC')).replace(HEADING, '').trim();
  return words === '' ? null : words;
}
