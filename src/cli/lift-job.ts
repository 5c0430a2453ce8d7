/**
 * One run of `nang-xep-loai`: what would lift each unit, and the result after the named losses are remedied. Writes
 * nothing.
 */
import { liftOf, remediedUnit } from '../core/lift/lift-view';
import { liftsToJson, type UnitRise } from '../export/lift-to-json';
import type { LiftJob } from './args';
import { assessFile } from './assess-file';
import { allUnits, lossesNamed, unitsNamed } from './choose';
import { findInputs } from './files';
import { printLifts, type LiftOutcome } from './print-lift';
import type { Terminal } from './terminal';
import type { Shown } from './view';
import { attempt, workThrough } from './work-through';

const LIFTS: Shown<LiftOutcome> = {
  text: printLifts,
  json: ({ rises }) => ({ sheets: liftsToJson(rises) }),
  notes: () => [],
};

export function runLift(job: LiftJob, terminal: Terminal): Promise<number> {
  return workThrough(findInputs(job.paths, null), job, terminal, LIFTS, (input) =>
    attempt<LiftOutcome>({ path: input.path, book: null, rises: [], fault: null }, input, (tell) => {
      const { assessment: book } = assessFile(input.path, job);
      tell({ book });
      const named = unitsNamed(job.units, book, input.path);
      const chosen = job.losses.length === 0 ? null : lossesNamed(job.losses, named, book, input.path);
      const rises = (named ?? allUnits(book)).flatMap(({ assessment, sheet, unit }): UnitRise[] => {
        const items = chosen?.find((each) => each.sheet === sheet && each.unit === unit)?.items;
        if (chosen && !items) return [];
        const after = items ? remediedUnit(book.sheets, assessment, unit, items) : null;
        return [
          {
            assessment,
            unit,
            lift: liftOf(book.sheets, assessment, unit),
            remedied: items && after ? { items, after } : null,
          },
        ];
      });
      tell({ rises });
    }),
  );
}
