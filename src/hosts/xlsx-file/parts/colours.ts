/** The colours of the marks as both hosts paint them; see hosts/marks. */
export { MARK_COLOURS, MARK_NUMBERS } from '../../marks/colours';
