/** What would lift a unit, as one part that loads when somebody asks. */
export { liftView, whatIfView } from '../../core/lift/lift-view';
export { planOf } from '../../core/lift/plan-of';
