/** How outcomes leave the program: tables for people, or one JSON object for machines. */
import { assessmentToJson } from '../export/assessment-to-json';
import { jsonText } from '../export/json-text';
import type { Outcome } from './job';
import { countSeverities, printOutcome, printTaken } from './print';
import type { Terminal } from './terminal';
import { clean } from './text';

export interface View {
  readonly show: (outcome: Outcome) => void;
  readonly end: () => void;
}

/** Each file is written as soon as it is done, so that a folder of any size needs the memory of one workbook. */
export function jsonView({ out, err }: Terminal): View {
  let written = 0;
  out('{"files":[');
  return {
    show({ path, book, copy, exported, taken, fault }) {
      const sheets = book === null ? [] : assessmentToJson(book);
      const error = fault === null ? {} : { error: { code: fault.code, alias: fault.alias, message: fault.message } };
      const entry = { file: path, ...error, ...(exported.length === 0 ? {} : { exported }), sheets };
      out(`${written > 0 ? ',' : ''}${jsonText(entry)}`);
      written += 1;
      if (fault !== null) err(`${clean(path)} · ${fault.code} · ${clean(fault.message)}\n`);
      if (taken !== null) err(`${clean(path)} · ${printTaken(taken, { columns: null, colours: false })}\n`);
      if (copy !== null) err(`${clean(path)} → ${clean(copy)}\n`);
    },
    end: () => { out(']}\n'); },
  };
}

export function textView(terminal: Terminal): View {
  const outcomes: Pick<Outcome, 'fault'>[] = [];
  const diagnostics: Parameters<typeof countSeverities>[0][number][] = [];
  return {
    show(outcome) {
      terminal.out(printOutcome(outcome, terminal));
      outcomes.push({ fault: outcome.fault });
      const { book } = outcome;
      if (book !== null) for (const { severity } of [...book.diagnostics, ...book.sheets.flatMap((sheet) => sheet.diagnostics)]) diagnostics.push({ severity });
    },
    end() {
      if (outcomes.length < 2) return;
      const failed = outcomes.filter(({ fault }) => fault !== null).length;
      terminal.out(`${outcomes.length} tệp, ${failed} tệp không thực hiện được · ${countSeverities(diagnostics)}\n`);
    },
  };
}
