/**
 * The buttons of the ribbon and the shortcuts: heard as soon as Office.js is there, carried out one after the other by the same pane that
 * the officer sees. What is pressed while the pane is still loading waits for it.
 */
import { HostError } from '../hosts/host';
import type { Pane } from './pane';
import { TEXT } from './text';

/** What of Office.js the commands work with. */
export interface OfficeCommands {
  readonly actions: { associate(name: string, command: (event: CommandEvent) => void): void };
  readonly addin: { showAsTaskpane(): Promise<void> };
}

interface CommandEvent {
  completed(): void;
}

/** The pane, and how it is brought into view. */
interface Desk {
  readonly pane: Pane;
  readonly open: () => Promise<void>;
}

/** Results' own sheet, where there is one. */
const SHEET = TEXT.tabs.deductions;

/** `<FunctionName>` in manifest.xml and `id` in shortcuts.json → what is done. */
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
    try {
      await pane.door.reveal(SHEET, { row: 0, column: 0 });
    } catch (error) {
      if (!(error instanceof HostError && error.alias === 'changed-sheet')) throw error;
      pane.show({ tab: 'deductions', unit: null, deductionsOf: null });
      await open();
    }
  },

  async clearMarks({ pane, open }) {
    await pane.clearMarks();
    if (pane.state().notice?.kind !== 'success') await open();
  },
};

export interface Ribbon {
  /** Hands over the pane; true where a command was waiting for it, which reads the workbook by itself. */
  attend(pane: Pane): boolean;
}

/** To be called before Office is ready: Excel delivers a first click as soon as it is, and only to functions that are known by then. */
export function listenToRibbon(office: OfficeCommands): Ribbon {
  let isWaitedFor = false;
  let attended: (pane: Pane) => void = () => undefined;
  let turn = new Promise<Pane>((resolve) => { attended = resolve; });

  const perform = async (pane: Pane, command: (desk: Desk) => Promise<void>): Promise<Pane> => {
    // The pane is shown where that can be done; results and marks do not depend on it.
    const open = (): Promise<void> => office.addin.showAsTaskpane().catch(() => undefined);
    await idle(pane);
    try {
      await command({ pane, open });
    } catch (error) {
      pane.fail(error);
      await open();
    }
    // A refusal of the first click, or going elsewhere, has left the pane without anything to show.
    if (!pane.state().view) await pane.load();
    return pane;
  };

  for (const [name, command] of Object.entries(COMMANDS)) {
    office.actions.associate(name, (event) => {
      // Excel waits for this and shows «working on it» meanwhile; long work goes on without keeping it.
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

/** The pane does one thing at a time and passes over what is asked meanwhile; a button that was pressed must not be passed over. */
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
