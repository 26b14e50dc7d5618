import { hidingAccusesNobody } from '../harness/laws.ts';
import { holdsForEveryRule } from './every-rule.ts';

holdsForEveryRule('hiding a value accuses nobody', hidingAccusesNobody);
