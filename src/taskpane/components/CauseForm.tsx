/**
 * The form for a cause: for one loss, for the same criterion of other units, or for a whole group. It suggests causes
 * written elsewhere and takes a column pasted from Excel line by line.
 */
import { Button } from '@fluentui/react-components';
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { CAUSE_TEXT, causeKeys, linesLeft, pastedLines, writeForUnits, writeLines } from '../text/cause-text';
import { TEXT } from '../text/text';
import { useAnswer, useDraft, usePane, useSheet } from '../use-pane';
import type { DeductionView } from '../worker/view-deductions';

/** Excel's own limit for the text of a cell. */
const LONGEST = 32_767;

/** A loss that gets a cause. */
export type Loss = Pick<DeductionView, 'unit' | 'item'>;

interface Props {
  readonly row: DeductionView;
  readonly draft: string;
  /** This loss and the open ones below it, in list order. */
  readonly from: readonly Loss[];
  /** `isDone`: the cause is written, and the next open loss follows. */
  readonly close: (isDone: boolean) => void;
}

export function CauseForm({ row, draft, from, close: leave }: Props) {
  const [text, setText, forget] = useDraft(draft, row.cause ?? '');
  const [pasted, setPasted] = useState<readonly (readonly string[])[] | null>(null);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const sheet = useSheet();
  const suggestions = useAnswer('suggestedCauses', sheet?.sheet ?? '', row.unit, row.item) ?? [];
  const others = useAnswer('sameItem', sheet?.sheet ?? '', row.unit, row.item) ?? [];
  const ticked = others.filter(({ unit }) => !left.has(unit));
  const close = (isDone: boolean): void => {
    forget();
    leave(isDone);
  };
  const { write, writeColumn } = useWriting(row, close);
  const saveOne = (cause: string): void => void write([{ ...row, cause }]);
  const saveAll = (): void => void write([row, ...ticked].map(({ unit }) => ({ unit, item: row.item, cause: text })));

  const press = (event: KeyboardEvent): void => {
    const { key, code, altKey, shiftKey } = event;
    const chosen = altKey ? suggestions[Number(/^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? 0) - 1] : undefined;
    if (key === 'Escape') close(false);
    else if (chosen) saveOne(chosen.cause);
    else if (key !== 'Enter' || shiftKey || event.nativeEvent.isComposing) return;
    else if (event.ctrlKey || event.metaKey) saveAll();
    else saveOne(text);
    event.preventDefault();
  };
  const paste = (event: ClipboardEvent): void => {
    const lines = linesOf(event.clipboardData.getData('text/plain'));
    if (lines.length < 2 || text !== '' || from.length < 2) return;
    event.preventDefault();
    setPasted(lines);
  };
  return (
    <div className="cause-form">
      {/* The form opens because the user asked to type. */}
      <textarea
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        rows={2}
        maxLength={LONGEST}
        value={text}
        aria-label={`${TEXT.causeLabel}: ${row.itemLabel}`}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={press}
        onPaste={paste}
      />
      {pasted && (
        <Pasted
          lines={pasted}
          room={from.length}
          write={() => void writeColumn(from, pasted)}
          asOne={(joinedText) => {
            setText(joinedText);
            setPasted(null);
          }}
        />
      )}
      <Suggestions all={suggestions} use={setText} />
      {others.length > 0 && <SameItem others={others} left={left} toggle={(unit) => setLeft(toggled(left, unit))} />}
      {!row.hasColumn && <p className="quiet">{TEXT.causeAsNote}</p>}
      <div className="actions">
        <Button
          size="small"
          appearance="primary"
          disabled={text.trim() === (row.cause ?? '')}
          onClick={() => saveOne(text)}
        >
          {TEXT.writeCause}
        </Button>
        {ticked.length > 0 && (
          <Button size="small" disabled={text.trim() === ''} onClick={saveAll}>
            {writeForUnits(ticked.length + 1)}
          </Button>
        )}
        <Button size="small" onClick={() => close(false)}>
          {TEXT.close}
        </Button>
      </div>
      <p className="quiet">{causeKeys(ticked.length + 1)}</p>
    </div>
  );
}

/** Writes once even if a key is pressed repeatedly; text that could not be written stays in the form. */
function useWriting(row: DeductionView, close: (isDone: boolean) => void) {
  const pane = usePane();
  const isSaving = useRef(false);
  const during = async (writing: () => Promise<void>): Promise<void> => {
    if (isSaving.current) return;
    isSaving.current = true;
    await writing();
    isSaving.current = false;
    if (pane.state().notice?.kind !== 'error') close(true);
  };
  return {
    write: (causes: readonly (Loss & { readonly cause: string })[]): Promise<void> =>
      during(async () => {
        const [first] = causes;
        const words = first?.cause.trim() ?? '';
        if (words === '' && row.cause === null) return;
        if (causes.length === 1) await pane.writeCause(row.unit, row.item, words, row.at);
        else await pane.writeCauses(causes.map(({ unit, item }) => entryOf({ unit, item }, [words])));
      }),
    /** Columns: the cause, the responsible body, the responsible person. */
    writeColumn: (from: readonly Loss[], lines: readonly (readonly string[])[]): Promise<void> =>
      during(() =>
        pane.writeCauses(
          lines.flatMap((words, position) => {
            const loss = from[position];
            return loss && words.some((word) => word !== '') ? [entryOf(loss, words)] : [];
          }),
        ),
      ),
  };
}

export const entryOf = ({ unit, item }: Loss, [cause = '', body = '', person = '']: readonly string[]) => ({
  unit,
  item,
  cause: cause === '' ? null : cause,
  responsibleBody: body === '' ? null : body,
  responsiblePerson: person === '' ? null : person,
  explanation: null,
});

const linesOf = (text: string): string[][] =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => line.split('\t').map((word) => word.trim()));

function toggled(chosen: ReadonlySet<number>, one: number): ReadonlySet<number> {
  const next = new Set(chosen);
  if (!next.delete(one)) next.add(one);
  return next;
}

interface PastedProps {
  readonly lines: readonly (readonly string[])[];
  /** Number of losses that lines can be written for. */
  readonly room: number;
  readonly write: () => void;
  readonly asOne: (text: string) => void;
}

function Pasted({ lines, room, write, asOne }: PastedProps) {
  const used = Math.min(lines.length, room);
  return (
    <p className="cause-pasted" role="status">
      {pastedLines(lines.length)} {lines.length > used && <strong>{linesLeft(lines.length - used)} </strong>}
      <Button size="small" appearance="primary" onClick={write}>
        {writeLines(used)}
      </Button>
      <Button size="small" onClick={() => asOne(lines.map((words) => words.join(' ')).join('\n'))}>
        {CAUSE_TEXT.asOne}
      </Button>
    </p>
  );
}

interface SameItemProps {
  readonly others: readonly { readonly unit: number; readonly name: string }[];
  readonly left: ReadonlySet<number>;
  readonly toggle: (unit: number) => void;
}

function SameItem({ others, left, toggle }: SameItemProps) {
  return (
    <details className="same-item">
      <summary>
        {CAUSE_TEXT.sameItem} <span className="count">{others.length}</span>
      </summary>
      <ul className="chooser">
        {others.map(({ unit, name }) => (
          <li key={unit}>
            <label className="tick">
              <input type="checkbox" checked={!left.has(unit)} onChange={() => toggle(unit)} />
              <span>{name}</span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface Suggested {
  readonly cause: string;
  readonly times: number;
  readonly unitName: string;
  readonly isLastYears: boolean;
}

function Suggestions({ all, use }: { readonly all: readonly Suggested[]; readonly use: (cause: string) => void }) {
  if (all.length === 0) return null;
  return (
    <>
      <p className="quiet">{CAUSE_TEXT.suggestions}</p>
      <ul className="suggestions">
        {all.map(({ cause, times, unitName, isLastYears }, position) => (
          <li key={cause}>
            <button type="button" className="suggestion" onClick={() => use(cause)}>
              <kbd>{position + 1}</kbd>
              <span className="suggested">{cause}</span>
              <span className="quiet">
                {[times > 1 ? `${times} ×` : unitName, isLastYears ? TEXT.fromLastYear : '']
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
