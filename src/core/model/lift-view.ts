/** How a unit could rise, as texts and figures for the pane and the terminal. */
import type { Address } from '../values/address';

export interface LiftView {
  readonly unitName: string;
  readonly index: string;
  readonly rating: string | null;
  readonly rank: number | null;
  readonly rankOf: number | null;
  readonly toRating: GoalView;
  readonly toRank: GoalView;
  /** Largest gain first. */
  readonly losses: readonly LossView[];
}

export interface GoalView {
  /** «Lên mức Xuất sắc», «Lên trên Xã Đăk Tờ Re»; null if there is nothing above. */
  readonly title: string | null;
  /** What is missing, or why there is nothing to reach: one sentence. */
  readonly text: string;
  /** Alternatives, best first. */
  readonly sets: readonly LiftSetView[];
  /** Why there are no sets; null if there are. */
  readonly unreachable: string | null;
}

export interface LiftSetView {
  /** Items to be ticked together. */
  readonly items: readonly number[];
  /** «1.4», «1.2 và 1.5»; an item without a code by its name. */
  readonly label: string;
  readonly lost: string;
  readonly after: WhatIfView;
}

export interface LossView {
  readonly item: number;
  readonly label: string;
  readonly area: string;
  readonly lost: string;
  /** Percentage points that the index gains, rounded like the index: «1,06». */
  readonly gain: string;
  /** False if it cannot be remedied, as the officer noted: the loss is in no set, but can still be ticked. */
  readonly remediable: boolean;
  readonly cause: string | null;
  readonly responsibleBody: string | null;
  readonly at: Address;
}

/** A unit's result with the ticked losses remedied. */
export interface WhatIfView {
  /** Points won back. */
  readonly lost: string;
  readonly index: string;
  /** «+1,06»: the difference of the published figures. */
  readonly change: string;
  readonly rating: string | null;
  readonly rank: number | null;
  readonly rankOf: number | null;
  readonly isRatingBetter: boolean;
  readonly isRankBetter: boolean;
}

/** Labels shown with these figures. */
export const LIFT_WORDS = {
  lift: 'Nâng xếp loại',
  losses: 'Những điểm bị trừ, nhiều tác dụng trước',
  present: 'Hiện nay',
  after: 'Sau khắc phục',
  noLoss: 'Đơn vị không mất điểm nào.',
  unknown: 'Đơn vị chưa xác định được chỉ số nên chưa tính được.',
  fixed: 'điểm khảo sát, hoặc đã ghi là không khắc phục được',
} as const;
