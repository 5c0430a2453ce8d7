/** The words that a unit wrote into its list of losses. */
import { onlyOne } from '../matching/answer';
import { itemFinder } from '../matching/find-items';
import { isScoredPlace, lossAt, tableOf, type Place, type UnitInTables } from '../matching/units-in-tables';
import { WORD_ROLES } from '../model/beside/cause-cells';
import type { DeductionLine } from '../model/deduction';
import { titleOf } from '../model/item-title';
import { groupsOf } from '../values/group';
import { cellIn, wordCell, type SentValue } from './sent-values';

interface SentWords {
  readonly values: readonly SentValue[];
  /** Lines whose criterion is not in the table or could be several. */
  readonly unknown: readonly string[];
  /** Lines whose item no longer loses points in the table. */
  readonly gone: readonly string[];
}

/** The words that a unit wrote into its list of losses, each for the loss of its line. */
export function sentWords(file: string, lines: readonly DeductionLine[], target: UnitInTables): SentWords {
  const find = placeFinder(target);
  const values: SentValue[] = [];
  const unknown: string[] = [];
  const gone: string[] = [];
  for (const line of lines) {
    const typed = WORD_ROLES.flatMap((role) => (line[role] === null ? [] : [{ role, text: line[role] }]));
    if (typed.length === 0) continue;
    const place = find(line);
    const title = titleOf(line);
    if (!place) unknown.push(title);
    else if (!lossAt(place)) gone.push(title);
    else
      for (const { role, text } of typed)
        values.push({
          ...cellIn(place, role, wordCell(place, role)),
          refused: null,
          offer: {
            content: { kind: 'text', text },
            from: { file, sheet: line.sheet, at: role === 'cause' ? line.at : null },
          },
        });
  }
  return { values, unknown, gone };
}

/** Where the unit's losses stand on several sheets, the only one of them that has the criterion. */
function placeFinder({ places }: UnitInTables): (line: DeductionLine) => Place | null {
  const tables = [...groupsOf(places.filter(isScoredPlace), tableOf).values()].map((tablePlaces) => ({
    tablePlaces,
    find: itemFinder(tablePlaces.map(({ item }) => item)),
  }));
  return (line) => {
    const found = tables.flatMap(({ tablePlaces, find }) => {
      const { item, miscited } = find(line);
      const only = miscited ? null : onlyOne(item);
      return tablePlaces.find((place) => place.item === only) ?? [];
    });
    return found.length === 1 ? (found[0] ?? null) : null;
  };
}
