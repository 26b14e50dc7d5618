/** Letters without their accents, so that what is left of a word is more than dashes. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '');
}

/** What a name may be that the API server takes where this one is refused: a DNS label. Undefined where nothing of it would be left. */
export function suggestDnsLabel(name: string, most = 63): string | undefined {
  const dashed = plain(name)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  return trim(dashed, most, /^-+|-+$/g);
}

/** The same for the value of a label (S-002). */
export function suggestLabelValue(value: string): string | undefined {
  return trim(plain(value).replaceAll(/[^A-Za-z0-9_.-]+/g, '-'), 63, /^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g);
}

function trim(text: string, most: number, ends: RegExp): string | undefined {
  const trimmed = text.replaceAll(ends, '').slice(0, most).replaceAll(ends, '');
  return trimmed === '' ? undefined : trimmed;
}
