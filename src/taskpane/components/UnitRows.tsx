/** The list of units. One stop for the Tab key; arrows, Home and End move inside. */
import type { KeyboardEvent } from 'react';
import { shownCount } from '../../core/values/decimal';
import type { UnitView } from '../worker/views';
import { TEXT, rankText } from '../text/text';
import { Change } from './Change';
import { Pieces } from './Pieces';

interface Props {
  readonly groups: readonly { readonly name: string | null; readonly units: readonly UnitView[] }[];
  /** The unit whose detail was open last. */
  readonly left: number | null;
  readonly open: (unit: UnitView) => void;
}

/** Height of a row in pixels. */
const ROW = 52;

export function UnitRows({ groups, left, open }: Props) {
  const first = groups[0]?.units[0]?.unit;
  return (
    <div className="units">
      {groups.map(({ name, units }) => (
        <section key={name ?? ''} aria-label={name === null ? undefined : name || TEXT.noGroup}>
          {name !== null && (
            <h2 className="group">
              {name || TEXT.noGroup} <span className="quiet">{shownCount(units.length)}</span>
            </h2>
          )}
          <Pieces all={units} line={ROW} wanted={({ unit }) => unit === left}>
            {(unit) => (
              <li key={unit.unit}>
                <UnitRow unit={unit} isFirst={unit.unit === (left ?? first)} open={open} />
              </li>
            )}
          </Pieces>
        </section>
      ))}
    </div>
  );
}

function UnitRow({
  unit,
  isFirst,
  open,
}: {
  readonly unit: UnitView;
  readonly isFirst: boolean;
  readonly open: (unit: UnitView) => void;
}) {
  const { name, rank, rankOf, index, share, rating, points, max, change } = unit;
  return (
    <button
      type="button"
      className={index === null ? 'unit unknown' : 'unit'}
      data-row={unit.unit}
      tabIndex={isFirst ? 0 : -1}
      onClick={() => open(unit)}
      onKeyDown={move}
      title={name}
    >
      <span className="unit-rank">{rank === null ? TEXT.noRank : <RankText rank={rank} of={rankOf} />}</span>
      <span className="unit-name ellipsis">{name}</span>
      <span className="unit-index">{index ?? TEXT.undetermined}</span>
      <svg className="bar" aria-hidden="true" viewBox="0 0 100 4" preserveAspectRatio="none">
        <rect className="bar-track" width="100" height="4" />
        {index !== null && <rect className="bar-fill" width={share} height="4" />}
      </svg>
      <span className="unit-points quiet">{points === null ? '' : `${points}/${max ?? ''}`}</span>
      <span className="unit-rating">
        {change && (
          <>
            <Change change={change} />{' '}
          </>
        )}
        {rating ?? ''}
      </span>
    </button>
  );
}

function RankText({ rank, of }: { readonly rank: number; readonly of: number | null }) {
  return (
    <>
      <span aria-hidden="true">{rank}</span>
      <span className="hidden-text">{`${TEXT.rank} ${rankText(rank, of)}`}</span>
    </>
  );
}

/** Moves to the row for the key and makes it the stop for Tab. */
function move(event: KeyboardEvent<HTMLButtonElement>): void {
  const rows = [...(event.currentTarget.closest('.units')?.querySelectorAll<HTMLButtonElement>('[data-row]') ?? [])];
  const position = rows.indexOf(event.currentTarget);
  const target = {
    ArrowDown: position + 1,
    ArrowUp: position - 1,
    Home: 0,
    End: rows.length - 1,
    PageDown: position + 10,
    PageUp: position - 10,
  }[event.key];
  if (target === undefined) return;
  event.preventDefault();
  const next = rows[Math.min(rows.length - 1, Math.max(0, target))];
  if (!next || next === event.currentTarget) return;
  event.currentTarget.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
