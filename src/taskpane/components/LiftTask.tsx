/**
 * «Nâng xếp loại»: the distance to the next band or rank, the fewest losses that suffice, and the effect of ticked
 * losses. Writes nothing.
 */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { GoalView, LiftView } from '../../core/model/lift-view';
import { TASK_TEXT, gainText, planName } from '../text/task-text';
import { TEXT, lostText } from '../text/text';
import { useAnswer, usePane, usePaneState, useSheet } from '../use-pane';
import { LiftResult } from './LiftResult';

export function LiftTask({ unit }: { readonly unit: number }) {
  const sheet = useSheet();
  const lift = useAnswer('lift', sheet?.sheet ?? '', unit);
  if (!sheet || sheet.units[unit]?.undetermined) return <p className="warn-line">{TASK_TEXT.liftUnknown}</p>;
  if (!lift) return <p className="quiet">{TEXT.loadingPart}</p>;
  return <Lift sheet={sheet.sheet} unit={unit} lift={lift} />;
}

function Lift({ sheet, unit, lift }: { readonly sheet: string; readonly unit: number; readonly lift: LiftView }) {
  const pane = usePane();
  const { busy } = usePaneState();
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const items = lift.losses.flatMap(({ item }) => (ticked.has(item) ? [item] : []));
  const after = useAnswer('whatIf', sheet, unit, items);
  const toggle = (item: number): void => {
    const next = new Set(ticked);
    if (!next.delete(item)) next.add(item);
    setTicked(next);
  };
  return (
    <div className="task-form">
      <p>
        <strong>{lift.unitName}</strong> <span className="quiet">{TASK_TEXT.liftLead}</span>
      </p>
      {[lift.toRating, lift.toRank].map((goal, position) => (
        <Goal key={position} goal={goal} tick={(set) => setTicked(new Set(set))} ticked={items} />
      ))}
      <fieldset>
        <legend>{TASK_TEXT.liftLosses}</legend>
        {lift.losses.length === 0 && <p className="quiet">{TASK_TEXT.liftNoLoss}</p>}
        <ul>
          {lift.losses.map(({ item, label, lost, gain, cause, remediable }) => (
            <li key={item}>
              <label className="tick">
                <input type="checkbox" checked={ticked.has(item)} onChange={() => toggle(item)} />
                <span>
                  {label} <span className="lost">{lostText(lost)}</span> <span className="gain">{gainText(gain)}</span>
                  {cause !== null && <span className="quiet tick-more">{cause}</span>}
                  {!remediable && <span className="missing tick-more">{TASK_TEXT.liftFixed}</span>}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <div className="actions sticky lift-result">
        <LiftResult lift={lift} after={items.length === 0 ? null : after} />
        <Button
          appearance="primary"
          disabled={items.length === 0 || busy !== null}
          onClick={() => void pane.exportPlan(unit, items, planName(lift.unitName))}
        >
          {TASK_TEXT.liftPlan}
        </Button>
        <Button disabled={items.length === 0} onClick={() => setTicked(new Set())}>
          {TASK_TEXT.liftClear}
        </Button>
      </div>
    </div>
  );
}

function Goal({
  goal,
  tick,
  ticked,
}: {
  readonly goal: GoalView;
  readonly tick: (items: readonly number[]) => void;
  readonly ticked: readonly number[];
}) {
  const isTicked = (items: readonly number[]): boolean =>
    items.length === ticked.length && items.every((item) => ticked.includes(item));
  return (
    <section className="goal">
      {goal.title !== null && <h3>{goal.title}</h3>}
      <p>{goal.text}</p>
      {goal.unreachable !== null && <p className="missing">{goal.unreachable}</p>}
      {goal.sets.length > 0 && (
        <ul className="choices">
          {goal.sets.map(({ items, label, lost, after }) => (
            <li key={items.join()}>
              <button
                type="button"
                className="filter"
                aria-pressed={isTicked(items)}
                title={`${TASK_TEXT.liftTick} ${label} (${lostText(lost)}) → ${after.index}`}
                onClick={() => tick(items)}
              >
                {label} <span className="count">{after.index}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
