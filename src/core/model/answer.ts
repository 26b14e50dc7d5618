/** What can be said about a match: a rule speaks on a proven `no` (or a proven `yes`), never on "not yes". */
export type Answer = 'yes' | 'no' | 'unknown';

/** All must hold: one `no` decides, then one `unknown`. */
export function allOf(answers: Iterable<Answer>): Answer {
  let result: Answer = 'yes';
  for (const answer of answers) {
    if (answer === 'no') return 'no';
    if (answer === 'unknown') result = 'unknown';
  }
  return result;
}

/** One must hold: one `yes` decides, then one `unknown`. */
export function anyOf(answers: Iterable<Answer>): Answer {
  let result: Answer = 'no';
  for (const answer of answers) {
    if (answer === 'yes') return 'yes';
    if (answer === 'unknown') result = 'unknown';
  }
  return result;
}
