/** How a unit could rise, in words and figures ready to be shown by the pane or on a terminal. */
import type { Address } from '../values/address';

export interface LiftView {
  readonly unitName: string;
  readonly index: string;
  readonly rating: string | null;
  readonly rank: number | null;
  readonly rankOf: number | null;
  readonly toRating: GoalView;
  readonly toRank: GoalView;
  /** The one that brings most first. */
  readonly losses: readonly LossView[];
}

export interface GoalView {
  /** «Lên mức Xuất sắc», «Lên trên Xã Đăk Tờ Re»; null where nothing is above. */
  readonly title: string | null;
  /** What is missing, or why there is nothing to reach: one sentence. */
  readonly text: string;
  /** Alternatives, best first. */
  readonly sets: readonly LiftSetView[];
  /** Why there are none; null where there are. */
  readonly unreachable: string | null;
}

export interface LiftSetView {
  /** To be ticked together. */
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
  /** Percent points that the index gains, rounded as the index: «1,06». */
  readonly gain: string;
  /** False where the officer noted that it cannot be remedied: it is in no set, and may be ticked all the same. */
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
  /** «+1,06»: what a reader gets who subtracts the published figures. */
  readonly change: string;
  readonly rating: string | null;
  readonly rank: number | null;
  readonly rankOf: number | null;
  readonly isRatingBetter: boolean;
  readonly isRankBetter: boolean;
}

/** What is shown beside those. */
export const LIFT_WORDS = {
  lift: 'Nâng xếp loại',
  losses: 'Những điểm bị trừ, nhiều tác dụng trước',
  present: 'Hiện nay',
  after: 'Sau khắc phục',
  noLoss: 'Đơn vị không mất điểm nào.',
  unknown: 'Đơn vị chưa xác định được chỉ số nên chưa tính được.',
  fixed: 'điểm khảo sát, hoặc đã ghi là không khắc phục được',
} as const;
