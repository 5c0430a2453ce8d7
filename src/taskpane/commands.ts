/**
 * Ribbon buttons and shortcuts. They are registered as soon as Office.js has loaded and run one after the other on the
 * visible pane. A button pressed while the pane loads waits for it.
 */
import type { Address } from '../core/values/address';
import { unitAxis } from '../core/model/score-sheet';
import { HostError } from '../hosts/host';
import type { Pane } from './pane';
import type { SheetView } from './worker/view-sheet';

/** The part of Office.js that the commands use. */
export interface OfficeCommands {
  readonly actions: { associate(name: string, command: (event: CommandEvent) => void): void };
  readonly addin: { showAsTaskpane(): Promise<void> };
}

interface CommandEvent {
  completed(): void;
}

/** The pane, and a function that shows it. */
interface Desk {
  readonly pane: Pane;
  readonly open: () => Promise<void>;
}

/** Goes to the sheet «Điểm bị trừ», to the line of the selected cell; returns false if there is no such sheet. */
async function goToSummary(pane: Pane): Promise<boolean> {
  const { summary } = pane.state().view ?? {};
  if (summary === undefined) return false;
  try {
    const here = await pane.door.selection?.();
    const other =
      here && here.sheet !== summary ? (await pane.engine.call('cell', here.sheet, here.at)).counterpart : null;
    await pane.door.reveal(summary, other?.at ?? { row: 0, column: 0 });
    return true;
  } catch (error) {
    // The sheet has been deleted or renamed since the last reading.
    if (error instanceof HostError && error.alias === 'changed-sheet') return false;
    throw error;
  }
}

/** The unit whose scores include the cell; null above or before all units. */
function unitAt({ kind, units }: SheetView, at: Address): number | null {
  if (kind === 'one-unit') return units[0]?.unit ?? null;
  const axis = unitAxis({ kind });
  const before = units.filter((unit) => unit.at[axis] <= at[axis]);
  return (
    before.reduce<(typeof before)[number] | null>(
      (last, unit) => (last && last.at[axis] > unit.at[axis] ? last : unit),
      null,
    )?.unit ?? null
  );
}

/** Commands by the `<FunctionName>` in manifest.xml and the `id` in shortcuts.json. */
export const COMMANDS: Readonly<Record<string, (desk: Desk) => Promise<void>>> = {
  async calculateIndex({ pane, open }) {
    const opened = open();
    await pane.compute();
    await opened;
  },

  async checkSheet({ pane, open }) {
    pane.show({ tab: 'issues', unit: null, notice: null });
    const opened = open();
    await pane.load();
    await opened;
  },

  async goToDeductions({ pane, open }) {
    if (!pane.state().view) await pane.load();
    if (await goToSummary(pane)) return;
    await pane.compute();
    const isWritten = pane.state().notice?.kind !== 'error';
    if (isWritten && (await goToSummary(pane))) return;
    pane.show({ tab: 'deductions', unit: null, deductionsOf: null });
    await open();
  },

  async showDeductionsOfCell({ pane, open }) {
    const opened = open();
    await pane.load();
    const place = await pane.door.selection?.();
    const sheet = pane.state().view?.sheets.find(({ parts }) => place && parts.includes(place.sheet));
    pane.show({
      tab: 'deductions',
      unit: null,
      ...(sheet ? { sheet: sheet.sheet } : {}),
      deductionsOf: sheet && place?.sheet === sheet.sheet ? unitAt(sheet, place.at) : null,
    });
    await opened;
  },

  async exportReports({ pane, open }) {
    const opened = open();
    // The choices come from the last reading, so a workbook that has been read is not read again.
    if (!pane.state().view) await pane.load();
    pane.show({ task: { kind: 'export', units: null }, notice: null });
    await opened;
  },

  async showHelp({ pane, open }) {
    pane.show({ task: { kind: 'help' } });
    await open();
  },

  async clearMarks({ pane, open }) {
    await pane.clearMarks();
    if (pane.state().notice?.kind !== 'success') await open();
  },
};

export interface Ribbon {
  /** Hands over the pane. Returns true if a command is waiting for it, which then reads the workbook itself. */
  attend(pane: Pane): boolean;
}

/**
 * Call it before Office is ready: Excel delivers the first click as soon as Office is ready, and only to functions
 * registered by then.
 */
export function listenToRibbon(office: OfficeCommands): Ribbon {
  let isWaitedFor = false;
  let attended: (pane: Pane) => void = () => undefined;
  let turn = new Promise<Pane>((resolve) => {
    attended = resolve;
  });

  const perform = async (pane: Pane, command: (desk: Desk) => Promise<void>): Promise<Pane> => {
    // Results and marks do not depend on showing the pane, so a failure is ignored.
    const open = (): Promise<void> => office.addin.showAsTaskpane().catch(() => undefined);
    await idle(pane);
    try {
      await command({ pane, open });
    } catch (error) {
      pane.fail(error);
      await open();
    }
    // If the command failed or only navigated, the pane has nothing to show yet.
    if (!pane.state().view) await pane.load();
    return pane;
  };

  for (const [name, command] of Object.entries(COMMANDS)) {
    office.actions.associate(name, (event) => {
      // Excel shows «working on it» until this call, so it comes before the work.
      event.completed();
      isWaitedFor = true;
      turn = turn.then((pane) => perform(pane, command));
    });
  }
  return {
    attend(pane) {
      attended(pane);
      return isWaitedFor;
    },
  };
}

/** A busy pane ignores requests, but a ribbon button must not be ignored, so it waits. */
function idle(pane: Pane): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (pane.state().busy) return;
      stop();
      resolve();
    };
    const stop = pane.subscribe(look);
    look();
  });
}
