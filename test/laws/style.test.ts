import { styleChangesNothing } from '../harness/laws.ts';
import { holdsForEveryRule } from './every-rule.ts';

holdsForEveryRule('style changes nothing', styleChangesNothing);
