/** What was read in the files of units: the scores to write, the open decisions, and what is still missing. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Choice } from '../../core/model/collection';
import {
  COLLECT_TEXT,
  cellsOpen,
  cellsPresent,
  cellsToWrite,
  fileText,
  missingOf,
  sentBy,
  untakenOf,
  writeCells,
} from '../text/collect-text';
import { showMore } from '../text/text';
import { usePane, usePaneState } from '../use-pane';
import type { CollectView, OpenCellView } from '../worker/collecting';

/** Lines drawn at once. */
const MOST_LINES = 50;

export function CollectReview({ review }: { readonly review: CollectView }) {
  const pane = usePane();
  const { busy } = usePaneState();
  // By position in `open`; null keeps the value of the table.
  const [chosen, setChosen] = useState<ReadonlyMap<number, string | null>>(new Map());
  const { files, units, open, toWrite, present, updated, withdrawn } = review;
  const silent = units.filter((unit) => unit.files.length === 0);
  const decided = open.flatMap(({ cell }, position): Choice[] => {
    const file = chosen.get(position);
    return file === undefined ? [] : [{ ...cell, file }];
  });
  const writing = toWrite + decided.filter(({ file }) => file !== null).length;
  const facts = [
    sentBy(units.length - silent.length, units.length),
    cellsToWrite(writing),
    ...(present > 0 ? [cellsPresent(present)] : []),
    ...(open.length > decided.length ? [cellsOpen(open.length - decided.length)] : []),
  ];
  return (
    <>
      <p role="status">
        <strong>{facts.join(' · ')}</strong>
      </p>
      {open.length > 0 && (
        <OpenCells
          open={open}
          chosen={chosen}
          choose={(position, file) => setChosen(new Map(chosen).set(position, file))}
        />
      )}
      <UnknownNames review={review} />
      <Listed
        title={COLLECT_TEXT.notSent}
        lines={silent.flatMap(({ unit, untaken }) => (untaken.length === 0 ? unit : []))}
      />
      <Listed
        title={COLLECT_TEXT.untaken}
        lines={silent.flatMap(({ unit, untaken }) => (untaken.length > 0 ? untakenOf(unit, untaken) : []))}
      />
      <Listed
        title={COLLECT_TEXT.missing}
        lines={units.flatMap(({ unit, missing }) => (missing.length > 0 ? missingOf(unit, missing) : []))}
      />
      <Listed title={COLLECT_TEXT.problems} lines={linesOf(files, ({ problems }) => problems)} />
      <Listed title={COLLECT_TEXT.updated} lines={updated} />
      <Listed title={COLLECT_TEXT.withdrawn} lines={withdrawn} />
      <Listed title={COLLECT_TEXT.notes} lines={linesOf(files, ({ notes }) => notes)} />
      <Listed
        title={COLLECT_TEXT.files}
        lines={files.map(({ file, units: of, count }) => `${file}: ${fileText(of, count)}`)}
      />
      <div className="actions sticky">
        <Button
          appearance="primary"
          disabled={busy !== null || writing + decided.length === 0}
          onClick={() => void pane.putIn(decided)}
        >
          {writing === 0 ? COLLECT_TEXT.nothing : writeCells(writing)}
        </Button>
      </div>
    </>
  );
}

const linesOf = (
  files: CollectView['files'],
  linesOf: (file: CollectView['files'][number]) => readonly string[],
): string[] => files.flatMap((file) => linesOf(file).map((line) => `${file.file}: ${line}`));

interface OpenCellsProps {
  readonly open: readonly OpenCellView[];
  readonly chosen: ReadonlyMap<number, string | null>;
  readonly choose: (position: number, file: string | null) => void;
}

function OpenCells({ open, chosen, choose }: OpenCellsProps) {
  const [most, setMost] = useState(MOST_LINES);
  return (
    <section>
      <h3>{COLLECT_TEXT.open}</h3>
      {open.slice(0, most).map(({ where, currentText, why, canChoose, offers }, position) => {
        const name = `collect-${String(position)}`;
        const keepLabel = currentText === '' ? COLLECT_TEXT.leave : `${COLLECT_TEXT.keep}: ${currentText}`;
        return (
          // Open cells have no key of their own; they keep the worker's order.
          <fieldset key={position} disabled={!canChoose}>
            <legend>{where}</legend>
            <p className="quiet">{why}</p>
            {offers.map(({ text, file, from }) => (
              <label key={file} className="tick">
                {canChoose && (
                  <input
                    type="radio"
                    name={name}
                    checked={chosen.get(position) === file}
                    onChange={() => choose(position, file)}
                  />
                )}
                <span>
                  <strong>{text}</strong> <span className="quiet">{`${file} › ${from}`}</span>
                </span>
              </label>
            ))}
            {canChoose && (
              <label className="tick">
                <input
                  type="radio"
                  name={name}
                  checked={chosen.get(position) === null}
                  onChange={() => choose(position, null)}
                />
                <span>{keepLabel}</span>
              </label>
            )}
          </fieldset>
        );
      })}
      {open.length > most && <MoreButton rest={open.length - most} show={() => setMost(most + MOST_LINES)} />}
    </section>
  );
}

/** Unit names that the table does not have, each with a choice of the unit that is meant. */
function UnknownNames({ review: { files, targets } }: { readonly review: CollectView }) {
  const pane = usePane();
  const { busy } = usePaneState();
  const names = files.flatMap(({ file, unmatched }) => unmatched.map((each) => ({ ...each, file })));
  if (names.length === 0) return null;
  return (
    <section>
      <h3>{COLLECT_TEXT.names}</h3>
      {names.map(({ name, near, file }) => (
        <label key={`${file}\n${name}`} className="field">
          <span>{`«${name}» (${file})`}</span>
          <select
            value=""
            disabled={busy !== null}
            onChange={({ target }) => target.value !== '' && void pane.rename(name, target.value)}
          >
            <option value="">{COLLECT_TEXT.chooseUnit}</option>
            {[...near, ...targets.filter((each) => !near.includes(each))].map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
      ))}
    </section>
  );
}

function Listed({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  const [most, setMost] = useState(MOST_LINES);
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{`${title} (${String(lines.length)})`}</h3>
      <ul className="plain-list">
        {lines.slice(0, most).map((line, position) => (
          // Two files may give the same line.
          <li key={position}>{line}</li>
        ))}
      </ul>
      {lines.length > most && <MoreButton rest={lines.length - most} show={() => setMost(most + MOST_LINES)} />}
    </section>
  );
}

const MoreButton = ({ rest, show }: { readonly rest: number; readonly show: () => void }) => (
  <Button size="small" onClick={show}>
    {showMore(rest)}
  </Button>
);
