/**
 * Notes on cells: what this program writes there begins with a line of its own, so that it is never read back as an
 * officer's cause.
 */
export const NOTE_PREFIX = 'Chỉ số CCHC:';

export const isOwnNote = (note: string): boolean => note.trimStart().startsWith(NOTE_PREFIX);

/** Excel begins a note with its author's name in a line of its own; «Nguyên nhân:» says what the rest is. */
const HEADING = /^\s*(?:[^\n:]{1,60}:[ \t]*\r?\n)?\s*(?:(?:nguyên nhân|lý do)\s*:\s*)?/iu;

/** The cause in a note; null where there is none, and where this program wrote the note itself. */
export function causeInNote(note: string | undefined): string | null {
  if (note === undefined || isOwnNote(note)) return null;
  const own = note.normalize('NFC').replace(HEADING, '').trim();
  return own === '' ? null : own;
}
