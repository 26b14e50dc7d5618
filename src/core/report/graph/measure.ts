import { characterWidth } from '../display-width.ts';
import { escapeUnseen } from '../escape.ts';

/** A text as a picture shows it: what is unseen is told, and the middle of a long one is left out. */
export function shorten(text: string, most: number): string {
  const shown = [...escapeUnseen(text)];
  const widths = shown.map(character => characterWidth(character));
  const whole = widths.reduce<number>((sum, width) => sum + width, 0);
  if (whole <= most) return shown.join('');
  const half = (most - 1) / 2;
  const head = takeWithin(shown, half);
  return `${head.join('')}…${takeWithin(shown.toReversed(), most - 1 - half)
    .toReversed()
    .join('')}`;
}

function takeWithin(characters: readonly string[], most: number): readonly string[] {
  let width = 0;
  const end = characters.findIndex(character => (width += characterWidth(character)) > most);
  return end === -1 ? characters : characters.slice(0, end);
}

/** Width of a text in a sans serif font of a size, rather too much than too little. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text)
    width += characterWidth(character) === 2 ? 1.05 : /[ilI.,:;'|!()[\]/ ·-]/.test(character) ? 0.36 : /[mwMW@%]/.test(character) ? 0.9 : 0.6;
  return width * size;
}
