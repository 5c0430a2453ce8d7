import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assess, assessBook } from '../../../src/core/assess';
import type { Assessment, UnitResult } from '../../../src/core/model/assessment';
import { decimal, subtract, toText, type Decimal } from '../../../src/core/values/decimal';
import type { Lift } from '../../../src/core/model/lift';
import { compareRatios, roundRatio } from '../../../src/core/values/ratio';
import { positionsOf, type ScoreSheet } from '../../../src/core/model/score-sheet';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/model/settings';
import { liftUnit } from '../../../src/core/lift/lift-rating';
import { rankedIndex } from '../../../src/core/model/assessment';
import { remedied } from '../../../src/core/lift/what-if';
import { KON_RAY_2022 } from '../../kit/field/field';
import { bookOf, grid } from '../../kit/grid';
import { officeSheets, maximaOf, render, type OfficeSheet } from '../../kit/office-sheet';
import { scoreSheet, type SheetExtras } from '../../kit/score-sheet';

const assessed = (sheet: ScoreSheet, settings: Partial<Settings> = {}): Assessment =>
  assess(sheet, { ...DEFAULT_SETTINGS, ...settings });
const table = (rows: string, settings: Partial<Settings> = {}, extras: SheetExtras = {}): Assessment =>
  assessed(scoreSheet(rows, extras), settings);
const liftIn = (assessment: Assessment, unit = 0) => liftUnit([assessment], assessment, unit);
const codes = (lift: Lift | null | undefined): string[] =>
  (lift?.sets ?? []).map((set) => set.items.map(({ code }) => code).join(' + '));
const missing = (lift: Lift | null | undefined): string =>
  lift ? `${lift.missing.isMore ? 'hơn ' : ''}${toText(lift.missing.points)}` : '–';

describe('Kon Rẫy 2022', () => {
  const book = assessBook(bookOf(grid(KON_RAY_2022)));
  const [sheet] = book.sheets as readonly [Assessment];
  const lifts = sheet.units.map((_, unit) => liftUnit(book.sheets, sheet, unit));

  test('79,63 of 94 lacks 4,9653 points of Xuất sắc: 84,5953 of 94 is 89,995 and is published as 90,00', () => {
    expect(missing(lifts[4]?.rating)).toBe('4.9653');
    const reached = assessBook(bookOf(grid(KON_RAY_2022.replace('79,63/94', '84,5953/94').replace('84.41', ''))))
      .sheets[0]?.units[4];
    expect([reached?.publishedIndex, reached?.rating]).toEqual([decimal('90'), 'Xuất sắc']);
    const missed = assessBook(bookOf(grid(KON_RAY_2022.replace('79,63/94', '84,5952/94').replace('84.41', ''))))
      .sheets[0]?.units[4];
    expect([missed?.publishedIndex, missed?.rating]).toEqual([decimal('89.99'), 'Tốt']);
  });

  test('the two Xuất sắc have no rating above them, and the first of seven no unit', () => {
    expect(lifts.map((lift) => lift?.rating?.goal.kind === 'rating' && lift.rating.goal.band.label)).toEqual([
      'Xuất sắc',
      'Xuất sắc',
      'Xuất sắc',
      false,
      'Xuất sắc',
      'Xuất sắc',
      false,
    ]);
    expect(
      lifts.map((lift) => lift?.rank?.goal.kind === 'rank' && lift.rank.goal.above.map(({ unit }) => unit.name).join()),
    ).toEqual(['Xã Đăk Tờ Re', 'Xã Đăk Pnê', 'Xã Tân Lập', 'Xã Đăk Tơ Lung', 'Xã Đăk Ruông', 'Xã Đăk Kôi', false]);
  });

  test('75,42 of 94 draws level with 76,97 of 94 by 1,55 points and passes it by more', () => {
    expect(missing(lifts[0]?.rank)).toBe('hơn 1.55');
  });

  test('a sheet that has only the whole knows what is missing and no loss to remedy', () => {
    expect(lifts[4]?.rating?.sets).toEqual([]);
    expect(lifts[4]?.gains).toEqual([]);
  });
});

/** 88,5 of 100: 1,495 points are missing for Xuất sắc, because 89,995 is published as 90. */
const LOSSES = `code | name | max | A.self | B.self
1 | Một | 100 | |
1.1 | Nền | 90 | 84 | 90
1.2 | Kế hoạch | 2 | 1 | 2
1.3 | Tuyên truyền | 1 | 0 | 0
1.4 | Kiểm tra | 2 | 0 | 0
1.5 | Báo cáo | 3 | 2.5 | 0
1.6 | Sáng kiến | 2 | 1 | 0`;

describe('the next rating line', () => {
  const assessment = table(LOSSES);

  test('is reached by the fewest losses, among these by the one that exceeds the need least', () => {
    const lift = liftIn(assessment);
    expect(missing(lift?.rating)).toBe('1.495');
    expect(codes(lift?.rating)).toEqual(['1.4', '1.1']);
    expect(
      lift?.rating?.sets.map(({ lost, after }) => [toText(lost), after.publishedIndex, after.rating, after.rank]),
    ).toEqual([
      ['2', decimal('90.5'), 'Xuất sắc', 2],
      ['6', decimal('94.5'), 'Xuất sắc', 1],
    ]);
  });

  test('without losses beyond remedy: five alternatives, the tightest first, then in the order of the set', () => {
    const lift = liftUnit([assessment], assessment, 0, ({ item }) => !['1.1', '1.4'].includes(item.code));
    expect(codes(lift?.rating)).toEqual(['1.2 + 1.5', '1.3 + 1.5', '1.5 + 1.6', '1.2 + 1.3', '1.2 + 1.6']);
    expect(lift?.gains.map(({ deduction, remediable }) => `${deduction.item.code}${remediable ? '' : ' –'}`)).toEqual([
      '1.1 –',
      '1.4 –',
      '1.2',
      '1.3',
      '1.6',
      '1.5',
    ]);
  });

  test('may be out of reach of all losses together, and is then missing just as much', () => {
    const lift = liftIn(table(`${LOSSES}\n=penalty | | | 30 | 0`));
    expect([missing(lift?.rating), lift?.rating?.sets]).toEqual([
      '11.495',
      [
        {
          items: [1, 2, 3, 4, 5, 6].map((position) => expect.objectContaining({ position })),
          lost: decimal('11.5'),
          after: expect.anything(),
        },
      ],
    ]);
    expect(liftIn(table(`${LOSSES}\n=penalty | | | 30.1 | 0`))?.rating).toMatchObject({
      missing: { points: decimal('11.595') },
      sets: [],
    });
  });

  test('that does not belong to the band has to be passed by the smallest published step', () => {
    const scale = [
      { label: 'A', from: decimal('90'), inclusive: false },
      { label: 'B', from: decimal('0'), inclusive: true },
    ];
    const lift = liftIn(table(LOSSES, { scale }));
    expect([lift?.rating?.goal, missing(lift?.rating)]).toEqual([
      { kind: 'rating', band: scale[0], line: decimal('90.01') },
      '1.505',
    ]);
  });

  test('of a scale without bands, and of an undetermined unit, is nothing', () => {
    expect(liftIn(table(LOSSES, { scale: [] }))?.rating).toBeNull();
    expect(liftIn(table(LOSSES.replace('2.5', '')))).toBeNull();
  });

  test('is nearer by a survey point than by an appraised one where the appraised part is scaled back', () => {
    const rows =
      'code | name | max | A.self\n1 | Một | 60 |\n1.1 | Kế hoạch | 40 | 36\n' +
      '1.2 | Báo cáo | 20 | 20\n2 | Hai | 40 | KĐG\n3 | SIPAS | 30 | 24';
    const assessment = table(rows, { appraisedShare: decimal('70') }, { survey: ['3'] });
    // 56/60 × 70 + 24 = 89,33…; 0,661666… is missing to 89,995, which is 0,5671428… of the appraised points.
    const lift = liftIn(assessment);
    expect(lift?.rating?.missing).toEqual({
      points: decimal('0.56714286'),
      surveyPoints: decimal('0.66166667'),
      isMore: false,
    });
    expect(lift?.gains.map(({ deduction, gain }) => [deduction.item.code, toText(roundRatio(gain, 4))])).toEqual([
      ['3', '6'],
      ['1.1', '4.6667'],
    ]);
    expect(codes(lift?.rating)).toEqual(['1.1', '3']);
  });
});

describe('the next place', () => {
  const rows = (a: string, b: string, c = '10'): string =>
    'code | name | max | A.self | B.self | C.self\n1 | Một | 100 | | |\n' +
    `1.1 | Nền | 95 | ${a} | ${b} | ${c}\n1.2 | Kế hoạch | 2 | 0 | 0 | 0\n` +
    '1.3 | Báo cáo | 3 | 0 | 0 | 0';

  test('is not reached by drawing level', () => {
    const assessment = table(rows('85', '87'));
    expect([missing(liftIn(assessment)?.rank), codes(liftIn(assessment)?.rank)]).toEqual(['hơn 2', ['1.3', '1.1']]);
  });

  test('lies past all units that are tied there', () => {
    const goal = liftUnit([], table(rows('85', '85', '84')), 2)?.rank?.goal;
    expect(goal?.kind === 'rank' && goal.above.map(({ unit }) => unit.name)).toEqual(['A', 'B']);
  });

  test('by rounded indices is reached as soon as the published figure is the higher one', () => {
    const assessment = table(rows('85', '87'), { rankBy: 'rounded' });
    expect(missing(liftIn(assessment)?.rank)).toBe('2.005');
  });

  test('is looked for inside the khối, and not by a unit that is listed but not ranked', () => {
    const extras = { groups: { A: 'Xã', B: 'Sở', C: 'Xã' }, unranked: ['C'] };
    const assessment = table(rows('85', '87', '90'), {}, extras);
    expect([0, 1, 2].map((unit) => liftIn(assessment, unit)?.rank)).toEqual([null, null, null]);
  });

  test('is taken among the sheets where each unit has its own', () => {
    const sheet = (name: string, points: number) =>
      grid(
        `Đơn vị: ${name}\nTT | Nội dung | Điểm tối đa | Điểm thẩm định\n1 | Chỉ đạo | 10 | ${String(points)}\n` +
          `1.1 | Kế hoạch năm | 6 | ${String(points - 4)}\n1.2 | Kiểm tra | 4 | 4`,
        { sheet: name },
      );
    const book = assessBook(bookOf(sheet('Xã An', 7), sheet('Xã Bình', 9), sheet('Xã Cát', 8)));
    const [first] = book.sheets as readonly [Assessment];
    const rank = liftUnit(book.sheets, first, 0)?.rank;
    expect(rank?.goal).toMatchObject({ above: [{ sheet: 'Xã Cát', unit: { name: 'Xã Cát' } }] });
    expect(rank?.sets.map(({ after }) => [after.publishedIndex, after.rank, after.rankOf])).toEqual([
      [decimal('100'), 1, 3],
    ]);
  });
});

/** Raises some items of one unit to the full maximum, as typed by hand; `chosen` are the items. */
const raised = (sheet: OfficeSheet, unit: number, chosen: readonly number[]): OfficeSheet => ({
  ...sheet,
  scores: sheet.scores.map((row, at) =>
    at === unit
      ? row.map((score, item) => (score !== null && chosen.includes(item) ? (maximaOf(sheet)[item] ?? 0) : score))
      : row,
  ),
});

const settingsOf = fc.record({
  ties: fc.constantFrom('dense', 'competition'),
  rankBy: fc.constantFrom('exact', 'rounded'),
  places: fc.constantFrom(0, 1, 2, 3),
  appraisedShare: fc.constantFrom(null, decimal('70')),
  penaltyCap: fc.constant(null),
}) satisfies fc.Arbitrary<Partial<Settings>>;

/** The rendered sheet as read, with alternating khối and, if a share is set, one area scored by survey. */
function judged(sheet: OfficeSheet, settings: Partial<Settings>, bonus: number): Assessment {
  const [read] = assessBook(bookOf(render(sheet, 'units-as-columns'))).sheets;
  if (!read) throw new Error('no sheet was read');
  const { scoreSheet: found } = read;
  const areas = found.items.filter(({ parent }) => parent < 0);
  const items = found.items.map((item) => ({
    ...item,
    survey: areas.length > 1 && item.area === areas.at(-1)?.position,
  }));
  const outside = {
    at: { row: 0, column: 0 },
    text: '',
    value: bonus as Decimal,
    of: null,
    isFormula: false,
    isBlank: false,
  };
  const units = found.units.map((unit) => ({
    ...unit,
    group: unit.position % 3 === 2 ? 'Sở' : 'Xã',
    ranked: unit.position !== 1,
    bonus: unit.position === 0 ? [outside] : [],
  }));
  return assessed({ ...found, items, units }, settings);
}

const standing = ({ undetermined, index, publishedIndex, rating, rank, rankOf, areas }: UnitResult): unknown => ({
  undetermined,
  index: index && [index.numerator * 1n, index.denominator],
  publishedIndex,
  rating,
  rank,
  rankOf,
  areas: areas.map(({ tally, lost, rank: place, rankOf: placeOf }) => [tally, lost, place, placeOf]),
});

const scoredItems = ({ scoreSheet: { items } }: Assessment): number[] =>
  items.flatMap(({ position, children }) => (children.length === 0 ? [position] : []));

describe('for whatever an office scores', () => {
  const cases = fc.tuple(
    officeSheets(),
    settingsOf,
    fc.integer({ min: 0, max: 2 }),
    fc.nat(),
    fc.array(fc.nat(30), { maxLength: 12 }),
  );

  test('what a remedy would bring is what scoring the raised sheet gives, for every unit, to the last digit', () => {
    fc.assert(
      fc.property(cases, ([sheet, settings, bonus, some, picks]) => {
        const assessment = judged(sheet, settings, bonus * 5e9);
        const unit = some % assessment.units.length;
        const items = scoredItems(assessment);
        const after = remedied(
          [assessment],
          assessment,
          unit,
          picks.flatMap((pick) => items[pick] ?? []),
        );
        expect(after?.map(standing)).toEqual(
          assessment.units[unit]?.undetermined
            ? undefined
            : judged(raised(sheet, unit, picks), settings, bonus * 5e9).units.map(standing),
        );
      }),
    );
  });

  test('all losses remedied make 100 % of the tree', () => {
    fc.assert(
      fc.property(cases, ([sheet, settings, , some]) => {
        const assessment = judged(sheet, settings, 0);
        const unit = some % assessment.units.length;
        const after = remedied(
          [assessment],
          assessment,
          unit,
          assessment.deductions.flatMap((each) => (each.unit.position === unit ? [each.item.position] : [])),
        )?.[unit];
        fc.pre(after !== undefined);
        expect([after.totals.awardedTotal?.points, after.areas.map(({ lost }) => lost ?? 0)]).toEqual([
          after.totals.awardedTotal?.max,
          after.areas.map(() => 0),
        ]);
        if ((settings.appraisedShare ?? null) === null) expect(after.publishedIndex).toBe(decimal('100'));
      }),
    );
  });

  test('no set of fewer losses, and none as small that wastes less, reaches the goal; one that is listed does', () => {
    fc.assert(
      fc.property(officeSheets({ maxUnits: 4 }), settingsOf, fc.nat(), (sheet, settings, some) => {
        const assessment = judged(sheet, settings, 0);
        const unit = some % assessment.units.length;
        const before = assessment.units[unit];
        const own = assessment.deductions
          .filter((each) => each.unit.position === unit)
          .map(({ item }) => item.position);
        fc.pre(before !== undefined && !before.undetermined && own.length <= 7);
        const lift = liftUnit([assessment], assessment, unit);
        const sets = subsets(own).map((items) => ({
          items,
          after: remedied([assessment], assessment, unit, items)?.[unit] ?? before,
        }));
        const scale = assessment.settings.scale.map(({ label }) => label);
        const place = (label: string | null): number => (label === null ? scale.length : scale.indexOf(label));
        const rivals = assessment.units.filter(
          ({ unit: other, rank }) =>
            other.position !== unit && rank !== null && other.group === assessment.scoreSheet.units[unit]?.group,
        );
        const passed = (after: UnitResult): number =>
          rivals.filter(
            (rival) =>
              compareRatios(rankedIndex(after, assessment.settings)!, rankedIndex(rival, assessment.settings)!) > 0,
          ).length;
        const level = (after: UnitResult): number =>
          rivals.filter(
            (rival) =>
              compareRatios(rankedIndex(after, assessment.settings)!, rankedIndex(rival, assessment.settings)!) === 0,
          ).length;
        const goals: readonly (readonly [Lift | null | undefined, (after: UnitResult) => boolean])[] = [
          [lift?.rating, (after) => place(after.rating) < place(before.rating)],
          [before.rank === null ? null : lift?.rank, (after) => passed(after) > passed(before) + level(before)],
        ];
        for (const [found, isReached] of goals) {
          if (!found) continue;
          const gain = ({ after }: { after: UnitResult }): number =>
            Number(after.index!.numerator) / Number(after.index!.denominator);
          const best = sets
            .filter(({ after }) => isReached(after))
            .sort(
              (a, b) =>
                a.items.length - b.items.length ||
                (Math.abs(gain(a) - gain(b)) < 1e-9 ? 0 : gain(a) - gain(b)) ||
                (a.items.find((each, at) => each !== b.items[at]) ?? 0) -
                  (b.items.find((each, at) => each !== a.items[at]) ?? 0),
            )
            .filter(({ items }, _, [first]) => items.length === first?.items.length);
          expect(found.sets.map(({ items }) => positionsOf(items))).toEqual(best.slice(0, 5).map(({ items }) => items));
          expect(found.sets.map(({ after }) => standing(after))).toEqual(
            best.slice(0, 5).map(({ after }) => standing(after)),
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  test('with the points that are missing the line is reached, and with a hundred-millionth less it is not', () => {
    fc.assert(
      fc.property(officeSheets(), fc.constantFrom(0, 1, 2, 3), (sheet, places) => {
        const settings: Partial<Settings> = { places };
        const assessment = judged(sheet, settings, 0);
        const own = liftIn(assessment)?.rating;
        fc.pre(!!own && own.missing.points !== 0);
        const withBonus = (bonus: Decimal): string | null => judged(sheet, settings, bonus).units[0]?.rating ?? null;
        expect(own.goal.kind === 'rating' && withBonus(own.missing.points)).toBe(
          own.goal.kind === 'rating' && own.goal.band.label,
        );
        expect(withBonus(subtract(own.missing.points, decimal('0.00000001')))).toBe(assessment.units[0]?.rating);
      }),
    );
  });
});

const subsets = (items: readonly number[]): number[][] =>
  items
    .reduceRight<number[][]>((all, item) => [...all, ...all.map((set) => [item, ...set])], [[]])
    .filter((set) => set.length > 0);
