/** What was sent for one unit of the table, and what is missing. */
import { isScoredPlace, lossAt, placeLabel, type Place, type UnitInTables } from '../matching/units-in-tables';
import { isSettled, type Collection, type SentCell } from '../model/collection';

export function unitReport(
  target: UnitInTables,
  files: readonly string[],
  cells: readonly SentCell[],
): Omit<Collection['units'][number], 'untaken'> {
  const isScore = ({ role }: SentCell): boolean => role === 'self' || role === 'appraised';
  // If only lists of losses were sent, only missing reasons are reported.
  const wanted = cells.length === 0 || cells.some(isScore) ? isScoredPlace : isUnexplained;
  const answers = wanted === isScoredPlace ? cells.filter(isScore) : cells.filter(({ role }) => EXPLAINS.has(role));
  const answered = new Set(answers.map(({ code, name }) => `${code} ${name}`));
  return {
    unit: target.name,
    files,
    settled: cells.filter(({ state }) => isSettled(state)).length,
    open: cells.filter(({ state }) => !isSettled(state)).length,
    missing:
      files.length === 0
        ? []
        : target.places
            .filter((place) => wanted(place) && !answered.has(`${place.item.code} ${place.item.name}`))
            .map(placeLabel),
  };
}

const EXPLAINS: ReadonlySet<string> = new Set(['cause', 'explanation']);
const isUnexplained = (place: Place): boolean => lossAt(place)?.cause === null && lossAt(place)?.explanation === null;
