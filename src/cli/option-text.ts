/** What is typed behind an option or as a command: lists, codes, words without marks. */

export const listed = (text: string | undefined, divider: RegExp): string[] =>
  (text ?? '').split(divider).flatMap((each) => each.trim() || []);

/** Divided by semicolons; as a sentence lists them too, where each part is a code: «1.1.2, 1.4 và 3.2». */
export const listedCodes = (text: string | undefined): string[] =>
  listed(text, /;/).flatMap((part) => {
    const codes = listed(part, /,|\svà\s/);
    return codes.every((each) => /^(?:\p{L}+\s+)*(?:\d+|[IVX]+)\.\s?\d+(?:\.\s?\w+)*[.)]?$/u.test(each))
      ? codes
      : [part];
  });

/** «Tính» and «kiểm-tra» are understood as well as «tinh» and «kiem-tra». */
export const withoutMarks = (word: string): string =>
  word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
