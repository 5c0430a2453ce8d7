/** A sheet of a survey (SIPAS): how satisfied people are with each factor of a unit's service, in percent. */
import type { Address } from '../values/address';
import type { Decimal } from '../values/decimal';

export interface SurveyFigure {
  /** «Thủ tục hành chính». */
  readonly name: string;
  readonly percent: Decimal;
  /** As the sheet states it: «10/11». */
  readonly place: string | null;
  readonly at: Address;
}

export interface SurveyUnit {
  /** "" where the sheet is about one unit that it does not name. */
  readonly name: string;
  readonly factors: readonly SurveyFigure[];
  /** All factors together: their mean, never their sum. */
  readonly whole: SurveyFigure | null;
}

export interface Survey {
  readonly sheet: string;
  /** As the tab or the title says it. */
  readonly year: number | null;
  readonly units: readonly SurveyUnit[];
}
