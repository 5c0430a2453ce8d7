/**
 * «Cách đọc bảng»: the role of each column and the reason; a changed role is written into `Cấu hình` and computed at
 * once.
 */
import { HOW_TO_DECIDE } from '../../core/model/reading';
import { areaLine, blockTitle, unusedLine, type BlockView, type ReadingView } from '../../core/model/reading-view';
import { TASK_TEXT, moreUnits, yearText } from '../text/task-text';
import { TEXT, unitsAndItems } from '../text/text';
import { useAnswer, useSheet } from '../use-pane';
import { ReadingColumns } from './ReadingColumns';
import type { SheetView } from '../worker/view-sheet';

const MOST_UNITS = 5;
const MOST_QUESTIONS = 3;

export function ReadingTask() {
  const sheet = useSheet();
  const reading = useAnswer('reading', sheet?.sheet ?? '');
  if (!sheet || !reading) return <p className="quiet">{TEXT.loadingPart}</p>;
  return (
    <div className="reading">
      <p className="quiet">{TASK_TEXT.readingLead}</p>
      <Outcome sheet={sheet} />
      <Questions sheet={sheet.sheet} />
      {reading.tables.map((table, position) => (
        // Tables keep the order of the sheet.
        <Table key={position} table={table} />
      ))}
      {reading.unread.length > 0 && (
        <Listed
          title={TASK_TEXT.readingUnread}
          lines={reading.unread.map(({ sheet: name, why }) => `«${name}»: ${why}`)}
        />
      )}
    </div>
  );
}

/** The result of the reading, so that the effect of a changed role is visible. */
function Outcome({ sheet: { units } }: { readonly sheet: SheetView }) {
  const shown = units.slice(0, MOST_UNITS);
  return (
    <section aria-label={TASK_TEXT.readingNow} className="reading-outcome" role="status">
      <h3>{TASK_TEXT.readingNow}</h3>
      <ul className="plain-list">
        {shown.map(({ unit, name, index, rating }) => (
          <li key={unit}>
            {name === '' ? null : <>{name}: </>}
            <strong>{index ?? TEXT.undetermined}</strong>
            {rating !== null && ` ${rating}`}
          </li>
        ))}
      </ul>
      {units.length > shown.length && <p className="quiet">{moreUnits(units.length - shown.length)}</p>}
    </section>
  );
}

/** The undecided columns of the sheet (CCHC115), shown above the columns where they are decided. */
function Questions({ sheet }: { readonly sheet: string }) {
  const page = useAnswer('issues', { sheet, severity: 'error', search: 'CCHC115', limit: MOST_QUESTIONS });
  const messages = page?.groups.flatMap(({ cards }) => cards.flatMap(({ issues }) => issues)) ?? [];
  return messages.map(({ id, message }) => (
    <p key={id} className="warn-line">
      {message.replace(HOW_TO_DECIDE, '.')}
    </p>
  ));
}

function Table({ table }: { readonly table: ReadingView }) {
  const { layout, year, units, areas, blocks } = table;
  const facts = [
    layout,
    unitsAndItems(
      units.length,
      areas.reduce((sum, { items }) => sum + items, 0),
    ),
    year === null ? TASK_TEXT.readingNoYear : yearText(year),
  ];
  return (
    <>
      {blocks.map((block) => (
        <Block key={`${block.sheet ?? ''}${block.table}`} block={block} />
      ))}
      <p>{facts.join(' · ')}</p>
      {areas.length > 0 && <Listed title={TASK_TEXT.readingTree} lines={areas.map(areaLine)} />}
    </>
  );
}

const Block = ({ block }: { readonly block: BlockView }) => (
  <section>
    <h3>{blockTitle(block)}</h3>
    <ReadingColumns block={block} />
    {block.unused.length > 0 && <Listed title={TASK_TEXT.readingUnused} lines={block.unused.map(unusedLine)} />}
  </section>
);

const Listed = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) => (
  <section>
    <h3>{title}</h3>
    <ul className="plain-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </section>
);
