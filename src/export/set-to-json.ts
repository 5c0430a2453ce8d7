/** Criteria sets and their changes as JSON for machines. */
import type { ChangedLine, ScoringSet, SetLine } from '../core/model/scoring-set';
import { toA1 } from '../core/values/address';
import { orNull, type Json } from './json-text';

export const setToJson = ({ sheets, lines, total }: ScoringSet): Json => ({
  sheets,
  total: orNull(total),
  lines: lines.map(lineJson),
});

const lineJson = ({ code, name, max, step, steps, kind, evidence, appraiser, deadline, group, at }: SetLine): Json => ({
  code,
  name,
  max: orNull(max),
  kind,
  step: orNull(step),
  steps: steps.map(({ when, points }) => ({ when, points: orNull(points) })),
  evidence,
  appraiser,
  deadline,
  group,
  at: toA1(at),
});

export const changeToJson = ({ before, after, isMoved, isRenamed, isReweighted, isRescaled }: ChangedLine) => ({
  before: before && citedJson(before),
  after: after && citedJson(after),
  moved: isMoved,
  renamed: isRenamed,
  reweighted: isReweighted,
  rescaled: isRescaled,
});

const citedJson = ({ code, name, max }: SetLine) => ({ code, name, max: orNull(max) });
