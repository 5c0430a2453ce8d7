/** What Excel needs to be told when formulas change: the order of calculation is void, and all is to be calculated on opening. */
import { removeOverride } from './content-types';
import type { Draft } from './package';
import { removeRelationship } from './relationships';
import { splice } from '../xml/splice';
import type { Workbook } from './workbook';
import { WORKBOOK_ORDER } from './write-names';
import { child, insertInOrder, parseXml, setAttributes } from '../xml/xml-tree';

export function dropCalcChain(draft: Draft, { part, calcChain }: Workbook): void {
  if (calcChain === null) return;
  draft.remove(calcChain);
  removeRelationship(draft, part, calcChain);
  removeOverride(draft, calcChain);
}

export function recalculateOnLoad(draft: Draft, { part }: Workbook): void {
  const xml = parseXml(draft.read(part), part);
  const element = child(xml.root, 'calcPr');
  const splices = element
    ? [setAttributes(xml, element, { fullCalcOnLoad: '1' })]
    : insertInOrder(xml, WORKBOOK_ORDER, 'calcPr', `<${xml.root.prefix}calcPr fullCalcOnLoad="1"/>`);
  draft.write(part, splice(xml, splices));
}
