/** A survey sheet (SIPAS): citizens' satisfaction with each factor of a unit's service, in percent. */
import type { Address } from '../../values/address';
import type { Decimal } from '../../values/decimal';

export interface SurveyFigure {
  /** «Thủ tục hành chính». */
  readonly name: string;
  readonly percent: Decimal;
  /** As stated: «10/11». */
  readonly place: string | null;
  readonly at: Address;
}

export interface SurveyUnit {
  /** "" if the sheet is about a single unit that it does not name. */
  readonly name: string;
  readonly factors: readonly SurveyFigure[];
  /** All factors together: their mean, never their sum. */
  readonly overall: SurveyFigure | null;
}

export interface Survey {
  readonly sheet: string;
  /** From the tab or the title. */
  readonly year: number | null;
  readonly units: readonly SurveyUnit[];
}
