/** Criteria trees and the many ways in which offices number them. */
import { AREA_NAMES, criterionName } from './names';
import type { Criterion } from './model';
import type { Random } from './random';

export const CODE_STYLES = [
  'dotted',
  'dotted-stop',
  'hyphens',
  'roman',
  'roman-brackets',
  'letter-last',
  'running',
  'bare-areas',
  'word-in-name',
  'in-name',
  'typed-numbers',
  'capital-letters',
  'roman-dotted',
  'dashes-last',
] as const;
export type CodeStyle = (typeof CODE_STYLES)[number];

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'] as const;
const letter = (at: number): string => 'abcdefghij'[at] ?? 'z';

/** Maxima of scored items, in hundredths. */
const MAXIMA = [25, 50, 50, 100, 100, 100, 150, 200, 200, 250, 300, 400, 500] as const;

interface Draft {
  level: number;
  parent: number;
  children: number[];
  max: number;
  /** Position among the children of its parent. */
  position: number;
}

/** A tree of two or three levels; codes are added later, because they do not affect the meaning. */
export function criteriaOf(random: Random, style: CodeStyle): Criterion[] {
  const drafts: Draft[] = [];
  const put = (level: number, parent: number, position: number): number => {
    drafts.push({ level, parent, children: [], max: 0, position });
    const index = drafts.length - 1;
    drafts[parent]?.children.push(index);
    return index;
  };
  const areas = random.between(2, 5);
  const deep = random.pick([0, 0.3, 0.5, 0.7]);
  for (let area = 0; area < areas; area++) {
    const own = put(0, -1, area);
    const criteria = random.between(2, 4);
    for (let at = 0; at < criteria; at++) {
      const criterion = put(1, own, at);
      if (!random.chance(deep)) continue;
      const parts = random.between(2, 3);
      for (let part = 0; part < parts; part++) put(2, criterion, part);
    }
  }
  for (let index = drafts.length - 1; index >= 0; index--) {
    const draft = drafts[index] as Draft;
    if (draft.children.length === 0) draft.max = random.pick(MAXIMA);
    const parent = drafts[draft.parent];
    if (parent) parent.max += draft.max;
  }
  return numbered(random, drafts, style);
}

/** The same tree with other maxima. */
export function criteriaLike(random: Random, criteria: readonly Criterion[]): Criterion[] {
  const maxima: number[] = criteria.map(({ children }) => (children.length === 0 ? random.pick(MAXIMA) : 0));
  for (let index = criteria.length - 1; index >= 0; index--) {
    const parent = criteria[index]?.parent ?? -1;
    if (parent >= 0) maxima[parent] = (maxima[parent] ?? 0) + (maxima[index] ?? 0);
  }
  return criteria.map((criterion, index) => ({ ...criterion, max: maxima[index] ?? 0 }));
}

function numbered(random: Random, drafts: readonly Draft[], style: CodeStyle): Criterion[] {
  let running = 0;
  const names = random.shuffle(AREA_NAMES);
  return drafts.map((draft, index) => {
    if (draft.children.length === 0) running++;
    const path = pathOf(drafts, index);
    return {
      index,
      code: codeOf(path, style, running, draft.children.length === 0),
      name: draft.level === 0 ? (names[draft.position] ?? `LĨNH VỰC ${draft.position + 1}`) : criterionName(random),
      level: draft.level,
      parent: draft.parent,
      children: draft.children,
      max: draft.max,
    };
  });
}

function pathOf(drafts: readonly Draft[], index: number): number[] {
  const path: number[] = [];
  for (let at = index; at >= 0; at = drafts[at]?.parent ?? -1) path.unshift(drafts[at]?.position ?? 0);
  return path;
}

function codeOf(path: readonly number[], style: CodeStyle, running: number, isScoredItem: boolean): string {
  const numbers = path.map((at) => `${at + 1}`);
  const dotted = numbers.join('.');
  const last = path.at(-1) ?? 0;
  switch (style) {
    case 'dotted-stop':
      return `${dotted}.`;
    case 'hyphens':
      return numbers.join('-');
    case 'roman':
      return path.length === 1 ? (ROMAN[last] ?? '') : path.length === 2 ? `${last + 1}` : letter(last);
    case 'roman-brackets':
      return path.length === 1 ? `${ROMAN[last] ?? ''}.` : path.length === 2 ? `${last + 1}.` : `${letter(last)})`;
    case 'letter-last':
      return path.length === 3 ? `${letter(last)})` : dotted;
    case 'running':
      return path.length === 1 ? (ROMAN[last] ?? '') : isScoredItem ? `${running}` : `${last + 1}.`;
    case 'bare-areas':
      return path.length === 1 ? '' : dotted;
    case 'capital-letters':
      return path.length === 1 ? 'ABCDEFGH'.charAt(last) : numbers.slice(1).join('.');
    case 'roman-dotted':
      return [ROMAN[path[0] ?? 0] ?? '', ...numbers.slice(1)].join('.');
    case 'dashes-last':
      return path.length === 3 ? '' : dotted;
    case 'dotted':
    case 'word-in-name':
    case 'in-name':
    case 'typed-numbers':
      return dotted;
  }
}
