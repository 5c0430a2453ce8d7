/** What is put into a cell: a number, a text, or a formula with its current result. */
export type Content =
  /** `value` is plain decimal text with a dot, so that no digit is lost. */
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Formula text without "=", with English names and commas; `cached` is its current result. */
  | {
      readonly kind: 'formula';
      readonly formula: string;
      readonly cached:
        { readonly kind: 'number'; readonly value: string } | { readonly kind: 'text'; readonly text: string };
    };
