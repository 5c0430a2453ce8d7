/** What files sent and what became of it, as JSON for machines: names in English, as everywhere in the result. */
import { toA1 } from '../core/values/address';
import { fromText } from '../core/values/decimal';
import type { Collection, SentCell } from '../core/model/collection';
import { jsonCount, orNull, type Json } from './json-text';

export const collectionToJson = ({ files, units, cells, withdrawn }: Collection): Readonly<Record<string, Json>> => ({
  files: files.map((each) => ({ ...each, count: jsonCount(each.count) })),
  units: units.map((each) => ({ ...each, settled: jsonCount(each.settled), open: jsonCount(each.open) })),
  cells: cells.map(cellJson),
  withdrawn,
});

const cellJson = ({ sheet, at, unit, code, name, role, state, stands, offers }: SentCell): Json => ({
  sheet,
  at: at === null ? null : toA1(at),
  unit,
  code,
  name,
  role,
  state,
  stands,
  offers: offers.map(({ content, from }) => ({
    value: content.kind === 'number' ? orNull(fromText(content.value)) : content.kind === 'text' ? content.text : null,
    file: from.file,
    sheet: from.sheet,
    at: from.at === null ? null : toA1(from.at),
  })),
});
