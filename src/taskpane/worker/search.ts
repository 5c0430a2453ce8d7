/** Text search that ignores case, and ignores marks if none are typed. */
import { foldText, plainKey } from '../../core/values/fold-text';

/** Returns a test whether a text contains the search; «dak koi» finds Đăk Kôi, «đăk» does not find Dak. */
export function searcher(search: string): (text: string) => boolean {
  const wanted = foldText(search);
  const isPlain = plainKey(search) === wanted;
  return (text) => wanted === '' || (isPlain ? plainKey(text) : foldText(text)).includes(wanted);
}
