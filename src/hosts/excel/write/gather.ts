/** What is asked of a host, by sheet. */
import type { SheetEdits } from '../../../core/model/edit';

/** One request a sheet, in the order given. */
export function gather(requests: readonly SheetEdits[]): SheetEdits[] {
  const wanted = new Map<string, SheetEdits>();
  for (const request of requests) {
    if (!request.isNew && !request.drawing && request.edits.length === 0) continue;
    const key = request.sheet.toLowerCase();
    const known = wanted.get(key);
    wanted.set(
      key,
      known
        ? {
            ...known,
            ...(request.drawing ? { drawing: request.drawing } : {}),
            isNew: known.isNew || request.isNew,
            edits: [...known.edits, ...request.edits],
          }
        : request,
    );
  }
  return [...wanted.values()];
}

/** Single cells and notes of sheets that are there. */
export const isSmall = (wanted: readonly SheetEdits[]): boolean =>
  wanted.every(
    ({ isNew, drawing, edits }) =>
      !isNew && !drawing && edits.every((edit) => edit.kind === 'note' || (edit.kind === 'cell' && !edit.format)),
  );
