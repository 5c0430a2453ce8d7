/**
 * What a unit wrote into the list of its losses, for the table that the list was made from: causes, explanations and
 * measures, each for the loss that its line speaks of.
 */
import { onlyOne } from '../matching/answer';
import { itemFinder } from '../matching/find-items';
import { isScoredPlace, tableOf, type Place, type UnitInTables } from '../matching/units-in-tables';
import { WORD_ROLES } from '../model/cause-cells';
import type { DeductionLine } from '../model/deduction';
import { titleOf } from '../model/item-title';
import { groupsOf } from '../values/group';
import { cellIn, lossAt, wordCell, type SentValue } from './sent-values';

interface SentWords {
  readonly values: readonly SentValue[];
  /** Lines whose criterion the table does not have, or could be several. */
  readonly unknown: readonly string[];
  /** Lines of what is no loss in the table by now. */
  readonly gone: readonly string[];
}

export function sentWords(file: string, lines: readonly DeductionLine[], target: UnitInTables): SentWords {
  const find = placeFinder(target);
  const values: SentValue[] = [];
  const unknown: string[] = [];
  const gone: string[] = [];
  for (const line of lines) {
    const said = WORD_ROLES.flatMap((role) => (line[role] === null ? [] : [{ role, text: line[role] }]));
    if (said.length === 0) continue;
    const place = find(line);
    const title = titleOf(line);
    if (!place) unknown.push(title);
    else if (!lossAt(place)) gone.push(title);
    else
      for (const { role, text } of said)
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
  const tables = [...groupsOf(places.filter(isScoredPlace), tableOf).values()].map((own) => ({
    own,
    find: itemFinder(own.map(({ item }) => item)),
  }));
  return (line) => {
    const found = tables.flatMap(({ own, find }) => {
      const { item, miscited } = find(line);
      const only = miscited ? null : onlyOne(item);
      return own.find((place) => place.item === only) ?? [];
    });
    return found.length === 1 ? (found[0] ?? null) : null;
  };
}
