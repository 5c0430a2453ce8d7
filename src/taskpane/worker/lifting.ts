/** The code that computes how a unit can rise, loaded on demand. */
export { liftView, whatIfView } from '../../core/lift/lift-view';
export { planOf } from '../../core/lift/plan-of';
