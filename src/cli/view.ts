/** Prints outcomes: text for people, or one JSON object for machines. */
import type { BookAssessment } from '../core/model/assessment';
import { jsonText, type Json } from '../export/json-text';
import type { Fault } from './fault';
import { countsOf, countsText, NO_COUNTS, type Counts } from './paint';
import type { Screen, Terminal } from './terminal';
import { clean } from './text';
import { shownCount } from '../core/values/decimal';

/** The result of one workbook of any command. */
export interface Done {
  readonly path: string;
  /** Null when the file could not be read. */
  readonly book: BookAssessment | null;
  readonly fault: Fault | null;
}

/** What a command prints about a workbook. */
export interface OutcomeFormat<Outcome> {
  readonly text: (outcome: Outcome, screen: Screen) => string;
  /** Fields besides the file's name and its error. */
  readonly json: (outcome: Outcome) => Readonly<Record<string, Json>>;
  /** Printed on standard error if standard output has the JSON. */
  readonly notes: (outcome: Outcome) => readonly string[];
  /** Always printed on standard error. */
  readonly warned?: (outcome: Outcome) => readonly string[];
  /** Paths of the written files, for commands that can resume an interrupted run. */
  readonly written?: (outcome: Outcome) => readonly string[];
}

/** The output about one workbook, kept by a run that can be resumed. */
export interface Output {
  readonly out: string;
  readonly err: string;
  readonly counts: Counts;
  readonly isFailed: boolean;
}

export interface View<Outcome> {
  readonly tell: (outcome: Outcome) => Output;
  readonly show: (output: Output) => void;
  readonly end: () => void;
}

const countsIn = ({ book }: Done): Counts =>
  book === null ? NO_COUNTS : countsOf([...book.diagnostics, ...book.sheets.flatMap((sheet) => sheet.diagnostics)]);

const warningsOf = <Outcome extends Done>(outcome: Outcome, { warned }: OutcomeFormat<Outcome>): string =>
  (warned?.(outcome) ?? []).map((text) => `${clean(outcome.path)} · ${clean(text)}\n`).join('');

/** Prints each file as soon as it is done, so that a folder of any size needs the memory of one workbook. */
export function jsonView<Outcome extends Done>({ out, err }: Terminal, shown: OutcomeFormat<Outcome>): View<Outcome> {
  let written = 0;
  out('{"files":[');
  return {
    tell(outcome) {
      const { path, fault } = outcome;
      const error = fault === null ? {} : { error: { code: fault.code, alias: fault.alias, message: fault.message } };
      const lines = [
        ...(fault === null ? [] : [`· ${fault.code} · ${clean(fault.message)}`]),
        ...shown.notes(outcome),
      ].map((line) => `${clean(path)} ${line}\n`);
      return {
        out: jsonText({ file: path, ...error, ...shown.json(outcome) }),
        err: lines.join('') + warningsOf(outcome, shown),
        counts: countsIn(outcome),
        isFailed: fault !== null,
      };
    },
    show(output) {
      out(`${written > 0 ? ',' : ''}${output.out}`);
      written += 1;
      if (output.err !== '') err(output.err);
    },
    end: () => {
      out(']}\n');
    },
  };
}

export function textView<Outcome extends Done>(terminal: Terminal, shown: OutcomeFormat<Outcome>): View<Outcome> {
  let [files, failed, all] = [0, 0, NO_COUNTS];
  return {
    tell: (outcome) => ({
      out: shown.text(outcome, terminal),
      err: warningsOf(outcome, shown),
      counts: countsIn(outcome),
      isFailed: outcome.fault !== null,
    }),
    show({ out, err, counts, isFailed }) {
      if (err !== '') terminal.err(err);
      terminal.out(out);
      files += 1;
      failed += isFailed ? 1 : 0;
      all = { error: all.error + counts.error, warning: all.warning + counts.warning, note: all.note + counts.note };
    },
    end() {
      if (files < 2) return;
      terminal.out(`${shownCount(files)} tệp, ${shownCount(failed)} tệp không thực hiện được · ${countsText(all)}\n`);
    },
  };
}
