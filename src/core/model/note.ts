/**
 * Notes on cells: what this program writes there begins with a line of its own, so that it is never read back as an
 * officer's cause.
 */
export const NOTE_PREFIX = 'Chỉ số CCHC:';

export const isOwnNote = (note: string): boolean => note.trimStart().startsWith(NOTE_PREFIX);

/** Excel begins a note with its author's name in a line of its own; «Nguyên nhân:» says what the rest is. */
const HEADING = /^\s*(?:[^\n:]{1,60}:[ \t]*\r?\n)?\s*(?:(?:nguyên nhân|lý do)\s*:\s*)?/iu;

/**
 * Excel 365 leaves its threaded comments to other programs as notes: «[Threaded comment] … linkid=870924», then
 * «Comment:» and «Reply:» over indented texts, in the words of its language.
 */
const THREAD_PREAMBLE = /^\s*\[[^\]\n]{1,60}\][^[]{0,1000}?linkid=870924\.?\s*/u;
const THREAD_LABEL = /^[^\n:]{1,40}:[ \t]*\r?\n[ \t]{2,}/gmu;

function ownWords(note: string): string {
  const text = note.replace(THREAD_PREAMBLE, '');
  return text === note ? note : text.replace(THREAD_LABEL, '');
}

/** The cause in a note; null where there is none, and where this program wrote the note itself. */
export function causeInNote(note: string | undefined): string | null {
  if (note === undefined || isOwnNote(note)) return null;
  const words = ownWords(note.normalize('NFC')).replace(HEADING, '').trim();
  return words === '' ? null : words;
}
