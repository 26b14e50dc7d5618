import type { Cursor } from '../../../../yaml/cursor.ts';
import type { CheckId } from '../../checks/index.ts';
import { portNameFaults, portNumberFaults } from '../../formats.ts';
import { numberOf, pointerOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';

/** A port number of any object (`IsValidPortNum`); `number` where the server holds another than the written one. */
export function validatePortNumber(at: Cursor<unknown>, to: Refusals, number: number | undefined = numberOf(at)): void {
  if (number !== undefined) for (const fault of portNumberFaults(number)) to.invalid('port/number', at, fault, { value: number });
}

/** A port that is named or numbered (`ValidatePortNumOrName`): what is quoted is a name (S-068). `nameCheck`: what another malformed name fails. */
export function validatePortNumberOrName(nameCheck: CheckId, at: Cursor<unknown>, to: Refusals): void {
  const port = pointerOf(at.intOrString());
  if (typeof port === 'number') validatePortNumber(at, to, port);
  if (typeof port !== 'string') return;
  const check = /^[0-9]+$/.test(port) ? 'port/quoted-number' : nameCheck;
  for (const fault of portNameFaults(port)) to.invalid(check, at, fault);
}

/** The protocols that the server lists for ports of every kind. */
export const PROTOCOLS = ['SCTP', 'TCP', 'UDP'] as const;

/** TCP where none is written. */
export function validateProtocol(at: Cursor<unknown>, to: Refusals): void {
  const protocol = textOf(at);
  if (protocol !== undefined && protocol !== '' && !PROTOCOLS.some(each => each === protocol)) to.notSupported('port/protocol-unsupported', at, PROTOCOLS);
}
