/** Notes that this program writes begin with this line, so that they are never read back as an officer's cause. */
export const NOTE_PREFIX = 'Chỉ số CCHC:';

export const isOwnNote = (note: string): boolean => note.trimStart().startsWith(NOTE_PREFIX);
