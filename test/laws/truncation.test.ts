import { truncationYieldsReport } from '../harness/laws.ts';
import { holdsForEveryRule } from './every-rule.ts';

holdsForEveryRule('truncation yields a report', truncationYieldsReport);
