/** Prints outcomes: text for people, or one JSON object for machines. */
import { isTold } from '../core/model/set-aside';
import type { BookAssessment } from '../core/model/assessment';
import { jsonText, type Json } from '../export/json-text';
import type { Fault } from './fault';
import { countSeverities } from './paint';
import type { Screen, Terminal } from './terminal';
import { clean } from './text';

/** The result of one workbook of any command. */
export interface Done {
  readonly path: string;
  /** Null when the file could not be read. */
  readonly book: BookAssessment | null;
  readonly fault: Fault | null;
}

/** What a command shows of a workbook. */
export interface Shown<Outcome> {
  readonly text: (outcome: Outcome, screen: Screen) => string;
  /** Beside the file's name and its error. */
  readonly json: (outcome: Outcome) => Readonly<Record<string, Json>>;
  /** Said on standard error where standard output has the JSON. */
  readonly notes: (outcome: Outcome) => readonly string[];
}

interface View<Outcome> {
  readonly show: (outcome: Outcome) => void;
  readonly end: () => void;
}

/** Each file is written as soon as it is done, so that a folder of any size needs the memory of one workbook. */
export function jsonView<Outcome extends Done>({ out, err }: Terminal, shown: Shown<Outcome>): View<Outcome> {
  let written = 0;
  out('{"files":[');
  return {
    show(outcome) {
      const { path, fault } = outcome;
      const error = fault === null ? {} : { error: { code: fault.code, alias: fault.alias, message: fault.message } };
      out(`${written > 0 ? ',' : ''}${jsonText({ file: path, ...error, ...shown.json(outcome) })}`);
      written += 1;
      if (fault !== null) err(`${clean(path)} · ${fault.code} · ${clean(fault.message)}\n`);
      for (const note of shown.notes(outcome)) err(`${clean(path)} ${note}\n`);
    },
    end: () => {
      out(']}\n');
    },
  };
}

export function textView<Outcome extends Done>(terminal: Terminal, shown: Shown<Outcome>): View<Outcome> {
  const outcomes: Pick<Done, 'fault'>[] = [];
  const diagnostics: Parameters<typeof countSeverities>[0][number][] = [];
  return {
    show(outcome) {
      terminal.out(shown.text(outcome, terminal));
      outcomes.push({ fault: outcome.fault });
      const { book } = outcome;
      if (book !== null)
        for (const each of [...book.diagnostics, ...book.sheets.flatMap((sheet) => sheet.diagnostics)])
          diagnostics.push({ severity: each.severity, follows: !isTold(each) });
    },
    end() {
      if (outcomes.length < 2) return;
      const failed = outcomes.filter(({ fault }) => fault !== null).length;
      terminal.out(`${outcomes.length} tệp, ${failed} tệp không thực hiện được · ${countSeverities(diagnostics)}\n`);
    },
  };
}
