import { fixesSettle } from '../harness/laws.ts';
import { holdsForEveryRule } from './every-rule.ts';

holdsForEveryRule('fixes settle', fixesSettle);
