/**
 * Collects files of units one after the other for the open table, and prepares what the page shows before anything is
 * written. Loads with the first file.
 */
import { printed } from '../../core/values/decimal';
import { assessBook } from '../../core/assess';
import { planCollection, sourceOf, startCollecting, isToBeWritten } from '../../core/collect';
import type { Plan } from '../../core/fill';
import type { BookAssessment } from '../../core/model/assessment';
import type { Content } from '../../core/model/content';
import {
  SENT_ROLE_LABELS,
  SENT_STATE_LABELS,
  isOpenToChoice,
  isSettled,
  type Choice,
  type Collection,
  type Offer,
  type SentCell,
} from '../../core/model/collection';
import type { Book } from '../../core/model/workbook/grid';
import { unitsInTables } from '../../core/matching/units-in-tables';
import { toA1 } from '../../core/values/address';
import { HostError } from '../../hosts/host';
import { asXlsx, isXlsx, openAny } from '../../hosts/other-files/open-any';
import type { Codec } from '../../hosts/xlsx-file/zip/codec';

/** A cell that needs a decision of the officer, with the value of every file. */
export interface OpenCellView {
  /** Identifies the cell in a choice. */
  readonly cell: Omit<Choice, 'file'>;
  /** «Bảng tổng hợp!D8 · Xã A · 1.2 Tên · Điểm tự chấm». */
  readonly where: string;
  readonly currentText: string;
  readonly why: string;
  readonly canChoose: boolean;
  readonly offers: readonly { readonly text: string; readonly file: string; readonly from: string }[];
}

export interface CollectView extends Pick<Collection, 'files' | 'units' | 'withdrawn'> {
  /** Number of cells that take a value without a question. */
  readonly toWrite: number;
  /** Number of cells that already hold the sent value. */
  readonly present: number;
  readonly open: readonly OpenCellView[];
  /** «Ô: cũ → mới» for each value that differs from the one collected before. */
  readonly updated: readonly string[];
  /** Units of the table, to choose from for an unknown name. */
  readonly targets: readonly string[];
}

export interface Collecting {
  readonly rename: (from: string, to: string) => void;
  readonly take: (name: string, bytes: Uint8Array) => Promise<void>;
  readonly view: () => CollectView;
  readonly plan: (choices: readonly Choice[]) => Plan;
}

export function startTaking(book: Book, into: BookAssessment, codec: Codec): Collecting {
  const collector = startCollecting(book, into);
  return {
    rename: collector.rename,
    take: async (name, bytes) => {
      try {
        const sent = await openAny(name, bytes, codec);
        collector.take(sourceOf(name, sent, assessBook(sent)));
      } catch (error) {
        // A file that cannot be opened is one line of the review; unexpected errors are thrown on.
        if (!(error instanceof HostError)) throw error;
        collector.fail(name, error.message);
      }
    },
    view: () => viewOf(collector.finish(), into),
    plan: (choices) => planCollection(book, into, collector.finish(choices)),
  };
}

export const toXlsx = async (name: string, bytes: Uint8Array, codec: Codec): Promise<Uint8Array> =>
  isXlsx(name, bytes) ? bytes : asXlsx(await openAny(name, bytes, codec), codec);

function viewOf(collection: Collection, into: BookAssessment): CollectView {
  const { files, units, withdrawn, cells } = collection;
  const toWrite = cells.filter(isToBeWritten);
  return {
    files,
    units,
    withdrawn,
    toWrite: toWrite.length,
    present: cells.filter((cell) => isSettled(cell.state)).length - toWrite.length,
    open: cells.filter(({ state }) => !isSettled(state)).map(openView),
    updated: cells.flatMap((cell) => {
      const [offer] = cell.offers;
      return cell.state === 'updated' && offer
        ? [`${whereOf(cell)}: ${cell.currentText} → ${shown(offer.content)}`]
        : [];
    }),
    targets: unitsInTables(into).map(({ name }) => name),
  };
}

const openView = (cell: SentCell): OpenCellView => {
  const { sheet, at, unit, code, name, role, state, currentText, offers } = cell;
  return {
    cell: { sheet, at, unit, code, name, role },
    where: whereOf(cell),
    currentText: printed(currentText),
    why: SENT_STATE_LABELS[state],
    canChoose: isOpenToChoice(state),
    offers: offers.map((offer) => ({ text: shown(offer.content), file: offer.from.file, from: fromOf(offer) })),
  };
};

const whereOf = ({ sheet, at, unit, code, name, role }: SentCell): string =>
  [
    unit,
    [code, name].filter((part) => part !== '').join(' '),
    SENT_ROLE_LABELS[role].toLowerCase(),
    at === null ? sheet : `${sheet}!${toA1(at)}`,
  ].join(' · ');

const fromOf = ({ from: { sheet, at } }: Offer): string => (at === null ? sheet : `${sheet}!${toA1(at)}`);

const shown = (content: Content): string =>
  content.kind === 'number' ? printed(content.value) : content.kind === 'text' ? content.text : content.formula;
