import { orderChangesNothing } from '../harness/laws.ts';
import { holdsForEveryRule } from './every-rule.ts';

holdsForEveryRule('order changes nothing', orderChangesNothing);
