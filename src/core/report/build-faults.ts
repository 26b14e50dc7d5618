import { locate } from '../engine/locate.ts';
import type { Fault } from '../kustomize/fault.ts';
import { drawFrame, type Easel } from './draw-frame.ts';
import { escapeUnseen } from './escape.ts';
import { linesOf, type Frame } from './frame.ts';
import { maskAnswer } from './mask.ts';
import type { Pen } from './look.ts';

/** The entry that causes a fault, as a picture of its lines or by its path, line and column alone. */
function renderPlace(fault: Fault, pen: Pen | undefined): string {
  const { file, span, start } = locate(fault.at);
  const place = `  ${escapeUnseen(file.path)}:${String(start.line)}:${String(start.column)}\n`;
  if (!pen || file.text === '') return file.text === '' ? '' : place;
  const frame: Frame = { file, start, marks: [{ primary: true, span, line: start.line, note: '' }] };
  const easel: Easel = { pen, severity: 'error', gutter: String(Math.max(...linesOf(frame))).length + 1 };
  return `${place}${drawFrame(easel, frame).join('\n')}\n`;
}

/** Faults of a build as kubectl tells them, each with its place. With a pen, the lines are drawn. */
export function renderBuildFaults(faults: readonly Fault[], pen: Pen | undefined): string {
  const texts = faults.map(fault => {
    const answer = maskAnswer(fault.answer, fault.at).split('\n').map(escapeUnseen).join('\n');
    const near = fault.near === undefined ? '' : `  Did you mean "${escapeUnseen(fault.near)}"?\n`;
    return `error: ${answer}\n${renderPlace(fault, pen)}${near}`;
  });
  return texts.join('');
}
