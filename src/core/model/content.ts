/** What is put into a cell: a number, a text, or a formula with what it gives now. */
export type Content =
  /** `value` is plain decimal text with a dot, so no digit is lost on the way. */
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Formula text without "=", English names, commas; `cached` is what it gives now. */
  | {
      readonly kind: 'formula';
      readonly formula: string;
      readonly cached:
        { readonly kind: 'number'; readonly value: string } | { readonly kind: 'text'; readonly text: string };
    };
