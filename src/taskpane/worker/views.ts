/**
 * Small values about units and settings, ready to be shown in the pane. Points are text in Vietnamese notation. Other
 * view types are beside the functions that make them.
 */
import type { BandView } from '../../core/settings/scale';
import type { Settings } from '../../core/model/settings';
import type { SettingsChange } from '../../core/settings/settings';
import type { Address } from '../../core/values/address';
import type { ChangeView } from './views-of-reports';

export type { BandView, SettingsChange };

export interface SettingsView {
  readonly scale: readonly BandView[];
  readonly scaleFrom: Settings['scaleFrom'];
  /** Number of decimals in the settings; null follows the sheet. */
  readonly places: number | null;
  /** Number of decimals in use. */
  readonly shownPlaces: number;
  readonly ties: 'dense' | 'competition';
  readonly rankBy: 'exact' | 'rounded';
  /** Marks that mean "does not apply", separated by blanks. */
  readonly notApplicable: string;
  readonly notYetScored: string;
  readonly zero: string;
  readonly results: 'formulas' | 'values';
  readonly lossColours: 'weight' | 'one';
  /** Threshold in percent below which an area is marked for action. */
  readonly areaLine: string;
}

export interface UnitView {
  readonly unit: number;
  readonly name: string;
  readonly group: string | null;
  readonly undetermined: boolean;
  readonly points: string | null;
  readonly max: string | null;
  readonly lost: string | null;
  readonly index: string | null;
  /** Length of the index bar, 0–100. */
  readonly share: number;
  /** Position from best to worst by exact index; undetermined units last. */
  readonly order: number;
  readonly rating: string | null;
  readonly rank: number | null;
  readonly rankOf: number | null;
  readonly change: ChangeView | null;
  readonly at: Address;
}

export interface UnitDetail {
  readonly self: string | null;
  readonly awarded: string | null;
  readonly bonus: string | null;
  readonly penalty: string | null;
  readonly peerMean: PeerMean | null;
  readonly areas: readonly AreaView[];
}

/** A unit's index and the mean of its khối. */
export interface PeerMean {
  /** Null if the units have no khối. */
  readonly group: string | null;
  readonly mean: string;
  /** The difference without its sign; null for a unit without an index. */
  readonly by: string | null;
  readonly way: 'up' | 'down' | 'same';
}

export interface AreaView {
  readonly label: string;
  /** False if no item of the area applies to this unit. */
  readonly isApplicable: boolean;
  readonly points: string | null;
  readonly percent: string | null;
  readonly share: number;
  readonly lost: string | null;
  readonly rank: string | null;
  /** Below the threshold for action. */
  readonly isLow: boolean;
  readonly change: ChangeView | null;
  readonly at: Address | null;
}
