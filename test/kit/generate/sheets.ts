/** Workbooks of several sheets: rounds, parts, detail and summary, copies, years, one sheet per unit. */
import { joined, type Built, type Part } from './built';
import { Canvas } from './canvas';
import { itemTable, scoreStyle, unitOf, type Choices } from './choices';
import { sameChoices } from './blocks';
import { TITLES } from './frame';
import type { ItemTable } from './item-lines';
import { tallyOf, type Criterion, type GeneratedUnit, type Points } from './model';
import { unitNames } from './names';
import { lastYearOf, putOneUnit } from './one-unit';
import { SELF_TITLE, putUnitsTable } from './units-as-columns';
import { putRowsOf } from './units-as-rows';

interface Units {
  readonly table: ItemTable;
  readonly units: readonly GeneratedUnit[];
}

function unitsOf(choices: Choices, most = 4): Units {
  const { random } = choices;
  const table = itemTable(choices);
  const style = scoreStyle(choices);
  const names = unitNames(random, random.between(2, most), 'communes');
  return { table, units: names.map((name) => unitOf(random, table.criteria, style, name)) };
}

const withRandom = (table: ItemTable, { random }: Choices): ItemTable => ({ ...table, random });

/** «Tự chấm» and «Thẩm định»: the same units, one side in each sheet. */
export function roundsAsSheets(choices: Choices): Built {
  choices.kinds.add('sheets are rounds');
  const { table, units } = unitsOf(choices);
  const again = sameChoices(choices);
  const [selfName, appraisedName] = choices.random.pick([
    ['Tự chấm', 'Thẩm định'],
    ['Điểm tự chấm', 'Điểm thẩm định'],
    ['Tự đánh giá', 'Hội đồng thẩm định'],
    ['1. Tự chấm', '2. Thẩm định'],
  ] as const);
  const sheets = [new Canvas(selfName), new Canvas(appraisedName)];
  const title = 'BẢNG TỔNG HỢP ĐIỂM THẨM ĐỊNH CẢI CÁCH HÀNH CHÍNH NĂM 2025';
  const sides = [
    { shape: 'self', title: SELF_TITLE, role: 'self' },
    { shape: 'appraised', title, role: 'appraised' },
  ] as const;
  const placed = sides.map(({ shape, title: own }, at) => {
    const same = again();
    return putUnitsTable(sheets[at] ?? new Canvas(''), same, withRandom(table, same), { units, shape, title: own });
  });
  const part: Part = {
    criteria: table.criteria,
    units,
    columns: placed.flatMap(({ columns }) => columns),
    points: placed.flatMap(({ points }) => points),
  };
  return joined(sheets, [part]);
}

/** One sheet per area; together they form the whole. */
export function partsAsSheets(choices: Choices): Built {
  choices.kinds.add('sheets are parts');
  const { table, units } = unitsOf(choices);
  const again = sameChoices(choices);
  const areas = table.criteria.filter(({ parent }) => parent < 0);
  const names = choices.random.pick([
    (at: number) => `Lĩnh vực ${at + 1}`,
    (at: number) => `LV${at + 1}`,
    (at: number) => `Phần ${['I', 'II', 'III', 'IV', 'V'][at] ?? 'VI'}`,
  ]);
  const sheets: Canvas[] = [];
  const columns: Part['columns'][] = [];
  const points: Part['points'][] = [];
  areas.forEach((area, at) => {
    const own = belowOf(table.criteria, area.index);
    const part = own.map((each, index) => moved(each, own, index));
    const sheet = new Canvas(names(at));
    const same = again();
    const pick = (side: readonly Points[] | null): readonly Points[] | null =>
      side && own.map(({ index }) => side[index] ?? null);
    const placed = putUnitsTable(
      sheet,
      same,
      { ...withRandom(table, same), criteria: part },
      {
        units: units.map((unit) => ({ ...unit, self: null, appraised: pick(unit.appraised) })),
        shape: 'appraised',
        title: `ĐIỂM THẨM ĐỊNH LĨNH VỰC ${area.name} NĂM 2025`,
      },
    );
    sheets.push(sheet);
    columns.push(placed.columns);
    points.push(placed.points.map((place) => ({ ...place, item: own[place.item]?.index ?? -1 })));
  });
  const whole = units.map((unit) => ({ ...unit, self: null }));
  return joined(sheets, [{ criteria: table.criteria, units: whole, columns: columns.flat(), points: points.flat() }]);
}

const belowOf = (criteria: readonly Criterion[], area: number): Criterion[] =>
  criteria.filter((each) => {
    for (let at = each.index; at >= 0; at = criteria[at]?.parent ?? -1) if (at === area) return true;
    return false;
  });

/** A criterion renumbered for a part of the tree. */
function moved(criterion: Criterion, own: readonly Criterion[], index: number): Criterion {
  const place = (of: number): number => own.findIndex((each) => each.index === of);
  return { ...criterion, index, parent: place(criterion.parent), children: criterion.children.map(place) };
}

/** A sheet with every criterion, and «Tổng hợp» with only the areas. */
export function detailAndSummary(choices: Choices): Built {
  choices.kinds.add('detail and summary');
  const { random } = choices;
  const { table, units } = unitsOf(choices);
  const own = units.map((unit) => ({ ...unit, self: null }));
  const detail = new Canvas(random.pick(['Chi tiết', 'Chi tiết chấm điểm', 'Sheet1', 'Biểu 2']));
  const summary = new Canvas(random.pick(['Tổng hợp', 'Bảng tổng hợp', 'Biểu tổng hợp']));
  const placed = putUnitsTable(detail, choices, table, { units: own, shape: 'appraised' });
  const areas = table.criteria.filter(({ parent }) => parent < 0);
  putRowsOf(summary, choices, {
    criteria: areas.map((area, index) => ({ ...area, index, children: [] })),
    units: own.map((unit) => ({
      ...unit,
      appraised: areas.map(({ index }) => {
        const tally = tallyOf(table.criteria, unit.appraised ?? [], index);
        return tally.max === 0 ? null : tally.points;
      }),
    })),
  });
  return joined(random.chance(0.5) ? [detail, summary] : [summary, detail], [
    { criteria: table.criteria, units: own, ...placed },
  ]);
}

/** The same sheet twice, as «Move or Copy» leaves it. */
export function copies(choices: Choices): Built {
  choices.kinds.add('copied sheet');
  const { table, units } = unitsOf(choices);
  const own = units.map((unit) => ({ ...unit, self: null }));
  const again = sameChoices(choices);
  const name = choices.random.pick(['Tổng hợp', 'Sheet1']);
  const sheets = [new Canvas(name), new Canvas(`${name} (2)`)];
  const [placed] = sheets.map((sheet) => {
    const same = again();
    return putUnitsTable(
      sheet,
      same,
      { ...withRandom(table, same), headings: new Map(table.headings) },
      { units: own, shape: 'appraised' },
    );
  });
  return joined(sheets, [
    { criteria: table.criteria, units: own, columns: placed?.columns ?? [], points: placed?.points ?? [] },
  ]);
}

/** Last year's sheet beside this year's. */
export function twoYears(choices: Choices): Built {
  choices.kinds.add('sheets are years');
  const { table, units } = unitsOf(choices);
  const now = units.map((unit) => ({ ...unit, self: null }));
  const before = now.map((unit) => ({ ...unit, appraised: lastYearOf(choices, table) }));
  const again = sameChoices(choices);
  const years = choices.random.chance(0.5) ? [2024, 2025] : [2025, 2024];
  const names = choices.random.pick([
    (year: number) => `${year}`,
    (year: number) => `Năm ${year}`,
    (year: number) => `CCHC ${year}`,
  ]);
  const sheets = years.map((year) => new Canvas(names(year)));
  const placed = years.map((year, at) => {
    const same = again();
    const title = choices.random.pick(TITLES).replace('2025', `${year}`);
    const block = { units: year === 2025 ? now : before, shape: 'appraised', title } as const;
    return putUnitsTable(sheets[at] ?? new Canvas(''), same, withRandom(table, same), block);
  });
  const current = placed[years.indexOf(2025)];
  return joined(sheets, [
    { criteria: table.criteria, units: now, columns: current?.columns ?? [], points: current?.points ?? [] },
  ]);
}

/** One sheet per unit. */
export function sheetPerUnit(choices: Choices): Built {
  choices.kinds.add('a sheet for every unit');
  const { table, units } = unitsOf(choices, 5);
  const again = sameChoices(choices);
  const whom = choices.among('label', ['unit in title', 'unit in tab'], 0.5);
  const sheets = units.map(({ name }) => new Canvas(name.replace(/^UBND /u, '')));
  const parts = units.map((unit, at): Part => {
    const same = again();
    const placed = putOneUnit(sheets[at] ?? new Canvas(''), same, withRandom(table, same), unit, whom);
    return { criteria: table.criteria, units: [unit], ...placed };
  });
  return joined(sheets, parts);
}
