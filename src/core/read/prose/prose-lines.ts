/**
 * Splits pasted text into lines without bullets and classifies each: the head of a loss, the heading of a unit, text
 * about the loss before it, or none of them.
 */
import { squeeze } from '../../values/fold-text';
import { nameKey } from '../../matching/keys';
import { withMarksOfLabels } from '../../values/lost-marks';
import { startsWithLabel } from '../../model/beside/part-labels';
import { FOOTNOTE, LONE_LABEL } from './split-parts';
import {
  CODE,
  endsList,
  isAside,
  linesOf,
  LONGEST_NAME,
  statedHeading,
  unitOf,
  type KnownNames,
} from './stated-headings';
import { inOrder, wouldLose } from './turned-sentences';
import { LOOSE_WORD, LOSS, QUOTES, REACHED, WORD, namedWithCode, trimName } from './loss-heads';

type LineKind = 'head' | 'sheet' | 'unit' | 'text' | 'bullet' | 'end' | 'blank';

export interface TextLine {
  readonly kind: LineKind;
  /** Without its bullet. */
  readonly text: string;
  /** As pasted. */
  readonly raw: string;
  /** «Đơn vị: …» with a name in the workbook, or «Trang tính: …»: a heading even if other text is expected. */
  readonly isStated: boolean;
}

const RUN_ON = /(?<=[.;)]) +(?=[*•+–—-] *["“”«'‘]?(?:tiêu chí|tctp|tc) )/giu;
const BULLETS = /^(?:[\s\u00a0\-–—−•*+●○▪▫■□◦‣⁃·→➔-➾►▶▸✓✔✗✘☑☐◆♦★❖\uf000-\uf0ff]|>>|\.(?=\s)|\([+*–-]\)|(?<=\*)\))+/u;

/** Not of a number that a broken line begins with: «78.4% kế hoạch», «12.5/15.9 tỷ đồng»; «2.1 tỷ lệ hồ sơ» is one. */
const SEVERAL = /^\d{1,3}\.\d(?![\d.,]*\s?(?:[%/]|(?:tỷ(?! (?:lệ|trọng|suất))|triệu|nghìn)(?!\p{L})))/u;
export function readLines(text: string, known: KnownNames): TextLine[] {
  return linesOf(text)
    .flatMap((line) =>
      isAside(line)
        ? []
        : statedHeading(line, known)?.isStated === true
          ? [line]
          : line.replace(RUN_ON, '\n').split('\n'),
    )
    .map((raw) => ({
      raw: raw.trim(),
      isStated: false,
      ...(statedHeading(raw, known) ?? kindOf(withMarksOfLabels(raw), known)),
    }));
}

/** «[1] Theo Quyết định …» below the text. */
const BELOW_TEXT = /^\s*(?:\[\d{1,2}\]|[¹²³⁰⁴-⁹]+)\s*\p{L}/u;

function kindOf(raw: string, known: KnownNames): { kind: LineKind; text: string } {
  if (raw.trim() === '') return { kind: 'blank', text: '' };
  if (BELOW_TEXT.test(raw) || wouldLose(raw)) return { kind: 'end', text: squeeze(raw) };
  const unmarked = raw.replace(FOOTNOTE, '').replace(BULLETS, '');
  const bare = inOrder(unmarked);
  const hasBullet = raw.replace(BULLETS, '').length < raw.trimStart().length;
  const plain = withoutEnumerator(squeeze(bare));
  const text = LONE_LABEL.test(plain) ? `${plain}:` : plain;
  if (text === '') return { kind: 'blank', text };
  // A row of a table, unless it names a criterion.
  if ((raw.match(/\t/g)?.length ?? 0) >= 2 && !isNamedHead(text)) return { kind: 'end', text };
  if (isHead(text, known)) return { kind: 'head', text };
  // «UBND xã giải trình: …» is text about a loss, not a heading.
  if (startsWithLabel(text)) return { kind: hasBullet ? 'bullet' : 'text', text };
  const unit = unitOf(text, hasBullet, known);
  if (unit !== null) return { kind: 'unit', text: unit };
  if (SEVERAL.test(text) || endsList(text, hasBullet)) return { kind: 'end', text };
  return { kind: hasBullet ? 'bullet' : 'text', text };
}

/** Removes the enumerator from «a) Tiêu chí 1.1», «I.1. Tiêu chí 1.1», «1.2. Lý do: …», and asterisks. */
function withoutEnumerator(text: string): string {
  const numbered = /^(?:stt )?(?:\d{1,2}|[ivx]{1,4})(?:\.\d{1,2}){0,3}[.)]?\s+/iu.exec(text)?.[0] ?? '';
  const behind = text.slice(numbered.length);
  if (numbered !== '' && (startsWithLabel(behind) || isNamedHead(behind))) return behind;
  const rest = text.replace(/^(?:\(?(?:\d{1,2}|[a-zđ])\)|(?:\d{1,2}|[a-zđ])\.)\s*/iu, '').replace(/^\*+\s*/, '');
  const isKnown = [WORD, WITH_CODE, LONE_LABEL].some((each) => each.test(rest)) || startsWithLabel(rest);
  return rest !== text && isKnown ? rest : text;
}

/** «1. Về kế hoạch (tiêu chí 1.1): …» */
const WITH_CODE = /^[^()]{3,200} \((?:tiêu chí|mục|tc) \d/iu;

const isNamedHead = (text: string): boolean => WORD.test(text) && CODE.test(text.replace(WORD, ''));

/** Word and code; or a code, or a name that the workbook has, with points beside it. */
function isHead(text: string, { items }: KnownNames): boolean {
  const bare = text.replace(QUOTES, '').trimStart();
  const plain = bare.replace(LOOSE_WORD, '');
  const rest = plain.replace(WORD, '');
  const isNamed = rest.length < plain.length;
  const code = CODE.exec(rest);
  // «Tiêu chí 1.1 và 1.2 chưa đạt» continues as a sentence.
  if (isNamed && code && /^(?:[.:)–-]|\s*(?:[–-] )?\(?\p{Lu})/u.test(rest.slice(code[1]?.length))) return true;
  const first = plain.slice(0, LONGEST_NAME);
  const points = Math.min(...[LOSS, REACHED].map((each) => each.exec(first)?.index ?? Infinity));
  if (points === Infinity) {
    const keyOf = (name: string): string => nameKey(trimName(name.slice(0, LONGEST_NAME)));
    const behind = namedWithCode(bare);
    if (behind && items.has(`${behind.code} ${keyOf(behind.name)}`)) return true;
    if (!code || !SEVERAL.test(plain)) return isNamed && items.has(keyOf(rest));
    return items.has(`${code[1] ?? ''} ${keyOf(rest.slice(code[0].length))}`);
  }
  return (
    isNamed ||
    (code !== null && SEVERAL.test(plain)) ||
    items.has(nameKey(trimName(plain.slice(0, points)))) ||
    items.has(nameKey(namedWithCode(bare.slice(0, points + bare.length - plain.length))?.name ?? ''))
  );
}
