import { modelIsReadOnly } from '../harness/laws.ts';
import { holdsForEveryRule } from './every-rule.ts';

holdsForEveryRule('the model is read-only', modelIsReadOnly);
