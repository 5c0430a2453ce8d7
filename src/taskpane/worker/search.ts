/** Searching as people type: without regard to case, and without marks where none are typed. */
import { foldText, plainKey } from '../../core/values/fold-text';

/** Whether a text holds what is searched; «dak koi» finds Đăk Kôi, «đăk» does not find Dak. */
export function searcher(search: string): (text: string) => boolean {
  const wanted = foldText(search);
  const isPlain = plainKey(search) === wanted;
  return (text) => wanted === '' || (isPlain ? plainKey(text) : foldText(text)).includes(wanted);
}
