import type { HTTPGetAction, LifecycleHandler, Probe, SleepAction } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { httpHeaderNameFaults } from '../../formats.ts';
import { isEmpty, numberOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validatePortNumber, validatePortNumberOrName } from '../service/port.ts';
import { refuseUnsupported } from '../meta/text.ts';

/** What a probe or a lifecycle hook does: of these fields exactly one is set (S-192). */
type Handler = Probe & LifecycleHandler;

const KINDS = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'] as const;

const SCHEMES = ['HTTP', 'HTTPS'];

/** The port of an action has to be there: an absent one is 0. */
function validateActionPort(port: Cursor<unknown>, to: Refusals): void {
  if (port.isAbsent) validatePortNumber(port, to, 0);
  else validatePortNumberOrName('handler/port-name', port, to);
}

function validateHttpGetAction(action: Cursor<HTTPGetAction>, to: Refusals): void {
  validateActionPort(action.get('port'), to);
  if (textOf(action.get('scheme')) !== '') refuseUnsupported(action.get('scheme'), to, { check: 'handler/scheme-unsupported' }, SCHEMES);
  const headers = action.get('httpHeaders');
  for (const header of headers.items()) {
    const name = textOf(header.get('name'));
    const faults = name === undefined ? [] : httpHeaderNameFaults(name);
    for (const fault of faults) to.invalid('handler/header-name', header.get('name'), fault, { field: headers.fieldPath });
  }
}

/** A pause before the end, which may not last longer than the pod has time for. */
function validateSleepAction(action: Cursor<SleepAction>, to: Refusals, gracePeriod: number | undefined): void {
  const seconds = numberOf(action.get('seconds'));
  if (seconds === undefined || gracePeriod === undefined) return;
  const [at, value] = [action, seconds];
  const most = `less than terminationGracePeriodSeconds (${String(gracePeriod)})`;
  if (seconds < 0 || seconds > gracePeriod) to.invalid('lifecycle/sleep', at, `must be non-negative and ${most}`, { value, since: 30 });
  else if (seconds === 0) {
    const gate = 'Enable AllowPodLifecycleSleepActionZeroValue feature gate for zero sleep.';
    to.invalid('lifecycle/sleep', at, `must be greater than 0 and ${most}. ${gate}`, { value, since: 30, until: 32 });
  }
}

function validateAction(handler: Cursor<Handler>, kind: (typeof KINDS)[number], to: Refusals, gracePeriod: number | undefined): void {
  if (kind === 'exec') {
    const command = handler.get('exec').get('command');
    if (isEmpty(command)) to.required('handler/command-required', command);
  } else if (kind === 'httpGet') validateHttpGetAction(handler.get('httpGet'), to);
  else if (kind === 'tcpSocket') validateActionPort(handler.get('tcpSocket').get('port'), to);
  else if (kind === 'grpc') validatePortNumber(handler.get('grpc').get('port'), to);
  else validateSleepAction(handler.get('sleep'), to, gracePeriod);
}

/**
 * What a probe or a lifecycle hook does (`validateHandler`): the first action is checked, each further one refused. `gracePeriod` is the
 * time that the pod has for its end, where it is known.
 */
export function validateHandler(at: Cursor<Probe> | Cursor<LifecycleHandler>, to: Refusals, gracePeriod: number | undefined): void {
  const handler = at.as<Handler>();
  const written = KINDS.filter(kind => handler.get(kind).isPresent);
  const [first, ...others] = written;
  if (first) validateAction(handler, first, to, gracePeriod);
  for (const other of handler.isOpen ? [] : others) to.forbidden('handler/several', handler.get(other), 'may not specify more than 1 handler type');
  if (KINDS.every(kind => handler.get(kind).isAbsent)) to.required('handler/required', handler, 'must specify a handler type');
}
