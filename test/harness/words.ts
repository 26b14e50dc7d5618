import type { Report, ReportedFinding } from '../../src/core/engine/report.ts';

const LIMIT = 100;

const BANNED = /\b(?:invalid|illegal|should|please|will)\b/i;

/** What the value of a missing thing looks like when it slips into a text. */
const LEAKED = /\bundefined\b|\[object |\bNaN\b/;

const withoutQuoted = (text: string): string => text.replaceAll(/"[^"]*"/g, '""');

function commonFaults(text: string): string[] {
  const plain = withoutQuoted(text);
  const faults: readonly (readonly [boolean, string])[] = [
    [text.trim() !== text || text === '', 'is empty or has blanks around it'],
    [text.length > LIMIT, `has ${String(text.length)} characters, at most ${String(LIMIT)}`],
    [/[.!;:,]$/.test(plain), 'ends with a stop'],
    [/[\r\n\t]/.test(text), 'has a line break or a tab'],
    [BANNED.test(plain), `says "${BANNED.exec(plain)?.[0] ?? ''}"`],
    [LEAKED.test(text), `says "${LEAKED.exec(text)?.[0] ?? ''}"`],
    [/[`“”]|(?:^|[\s(])'[^']*'/.test(plain), 'quotes with other marks than double quotes'],
    [plain.split('"').length % 2 === 0, 'leaves a quote open'],
  ];
  return faults.flatMap(([wrong, why]) => (wrong ? [why] : []));
}

/** Whether a finding is about something that has a name: not a text that does not parse, not an object whose name is unknown. */
const isNameable = ({ rule, resource }: Pick<ReportedFinding, 'rule' | 'resource'>): boolean =>
  rule.subject !== 'file' && rule.subject !== 'document' && resource?.name !== null;

/** Faults of a message: one sentence, the subject first and named, present tense, values in double quotes, no final stop. */
export function faultsOfMessage(text: string, nameable = true): string[] {
  const first = text.split(' ')[0] ?? '';
  // A field (`nodePort`), a variable (`DB_HOST`) or a word with a capital.
  const starts = /^[A-Z]/.test(first) || /^[a-z]+[A-Z]/.test(first) || first.startsWith('"');
  const named = /"[^"]+"|\d|\b[A-Z][A-Z0-9]*_/.test(text);
  return [
    ...commonFaults(text),
    ...(starts ? [] : ['does not start with its subject']),
    ...(named || !nameable ? [] : ['names nothing']),
    ...(/\. [A-Z]/.test(withoutQuoted(text)) ? ['is more than one sentence'] : []),
  ];
}

/** Faults of a help or of a fix's title: an imperative. */
export function faultsOfHelp(text: string): string[] {
  const imperative = /^[A-Z][a-z]+\b/.test(text) && !/^(?:The|A|An|It|This|That|These|You|Your|If|There|When|In|Its)\b/.test(text);
  return [...commonFaults(text), ...(imperative ? [] : ['is no imperative'])];
}

/** Faults of every text of a report, each with the text. */
export function faultsOfWords(report: Report): string[] {
  const quote =
    (what: string, text: string) =>
    (fault: string): string =>
      `${what} ${fault}: ${text}`;
  return report.findings.flatMap(({ rule, resource, message, help, related, fixes }) => [
    ...faultsOfMessage(message, isNameable({ rule, resource })).map(quote('message', message)),
    ...(help === null ? [] : faultsOfHelp(help).map(quote('help', help))),
    ...related.flatMap(({ note }) => commonFaults(note).map(quote('note', note))),
    ...fixes.flatMap(({ title }) => faultsOfHelp(title).map(quote('fix', title))),
  ]);
}
