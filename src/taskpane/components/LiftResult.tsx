/** Index, rating and rank now and after the ticked losses are remedied. */
import type { LiftView, WhatIfView } from '../../core/model/lift-view';
import { TASK_TEXT } from '../text/task-text';
import { TEXT, rankText } from '../text/text';

export function LiftResult({ lift, after }: { readonly lift: LiftView; readonly after: WhatIfView | null }) {
  const rank = (of: Pick<LiftView, 'rank' | 'rankOf'>): string =>
    of.rank === null ? TEXT.noRank : rankText(of.rank, of.rankOf);
  return (
    <table className="lift-table" aria-live="polite">
      <thead>
        <tr>
          <td />
          <th scope="col">{TEXT.index}</th>
          <th scope="col">{TEXT.rating}</th>
          <th scope="col">{TEXT.rank}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{TASK_TEXT.liftNow}</th>
          <td>{lift.index}</td>
          <td>{lift.rating ?? TEXT.noRank}</td>
          <td>{rank(lift)}</td>
        </tr>
        <tr className="after">
          <th scope="row">{TASK_TEXT.liftAfter}</th>
          {after ? (
            <>
              <td>
                {after.index} <span className="change-by up">({after.change})</span>
              </td>
              <td className={after.isRatingBetter ? 'better' : ''}>
                {after.rating ?? TEXT.noRank}
                {after.isRatingBetter && <Better />}
              </td>
              <td className={after.isRankBetter ? 'better' : ''}>
                {rank(after)}
                {after.isRankBetter && <Better />}
              </td>
            </>
          ) : (
            <td colSpan={3} className="quiet">
              {TASK_TEXT.liftNone}
            </td>
          )}
        </tr>
      </tbody>
    </table>
  );
}

function Better() {
  return (
    <>
      <span aria-hidden="true"> ↑</span>
      <span className="hidden-text"> ({TASK_TEXT.better})</span>
    </>
  );
}
