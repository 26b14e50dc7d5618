import { expect, test } from 'vitest';
import { neverRuns, scheduleFault } from '../../../src/core/model/cron-schedule.ts';
import { durationFault } from '../../../src/core/model/duration.ts';
import { isTimeZone } from '../../../src/core/model/time-zones.ts';

test.each([
  '* * * * *',
  '*/15 0 1,15 * 1-5',
  '0 0 31 2 *',
  '0 0 ? JAN-mar Sun',
  '5/10 * * * *',
  '1-59/2 0-23 * * *',
  '  0   3 * * *  ',
  ', * * * *',
  '*-7 * * * *',
  '+5 * * * *',
  '@daily',
  '@every 1h30m',
  'TZ=Europe/Berlin 0 0 * * *',
])('a CronJob takes %j', schedule => {
  expect(scheduleFault(schedule)).toBeUndefined();
});

test.each([
  ['0 0 * *', 'expected exactly 5 fields, found 4: [0 0 * *]'],
  ['0 0 0 * * *', 'expected exactly 5 fields, found 6: [0 0 0 * * *]'],
  ['60 * * * *', 'end of range (60) above maximum (59): 60'],
  ['* * 0 * *', 'beginning of range (0) below minimum (1): 0'],
  ['* * * * 7', 'end of range (7) above maximum (6): 7'],
  ['* * 5-2 * *', 'beginning of range (5) beyond end of range (2): 5-2'],
  ['*/0 * * * *', 'step of range should be a positive number: */0'],
  ['1-2-3 * * * *', 'too many hyphens: 1-2-3'],
  ['*/2/3 * * * *', 'too many slashes: */2/3'],
  ['*/-5 * * * *', 'negative number (-5) not allowed: -5'],
  ['5- * * * *', 'failed to parse int from : strconv.Atoi: parsing "": invalid syntax'],
  ['99999999999999999999 * * * *', 'failed to parse int from 99999999999999999999: strconv.Atoi: parsing "99999999999999999999": value out of range'],
  ['* * * * mon#1', 'failed to parse int from mon#1: strconv.Atoi: parsing "mon#1": invalid syntax'],
  ['* * L * *', 'failed to parse int from L: strconv.Atoi: parsing "L": invalid syntax'],
  ['@reboot', 'unrecognized descriptor: @reboot'],
  ['@Daily', 'unrecognized descriptor: @Daily'],
  ['@every', 'unrecognized descriptor: @every'],
  ['@every 5', 'failed to parse duration @every 5: time: missing unit in duration "5"'],
  ['TZ=Europe/Berlim 0 0 * * *', 'provided bad location Europe/Berlim: unknown time zone Europe/Berlim'],
])('a CronJob refuses %j', (schedule, fault) => {
  expect(scheduleFault(schedule)).toBe(fault);
});

test.each(['0', '1s', '1h30m', '-1.5h', '.5s', '5.s', '100ms', '2us'])('a duration may be %j', text => {
  expect(durationFault(text)).toBeUndefined();
});

test.each([
  ['', 'time: invalid duration ""'],
  ['-', 'time: invalid duration "-"'],
  ['.', 'time: invalid duration "."'],
  ['1', 'time: missing unit in duration "1"'],
  ['1h1', 'time: missing unit in duration "1h1"'],
  ['1d', 'time: unknown unit "d" in duration "1d"'],
  ['h', 'time: invalid duration "h"'],
  ['9999999h', 'time: invalid duration "9999999h"'],
])('a duration may not be %j', (text, fault) => {
  expect(durationFault(text)).toBe(fault);
});

test.each([
  ['Europe/Berlin', true],
  ['Etc/GMT+5', true],
  ['US/Pacific', true],
  ['America/Argentina/Buenos_Aires', true],
  ['UTC', true],
  ['posix/Europe/Berlin', true],
  ['europe/berlin', false],
  ['Europe/Berlim', false],
  ['CEST', false],
  ['', false],
])('time zone %j: %s', (name, is) => {
  expect(isTimeZone(name)).toBe(is);
});

test.each([
  ['0 0 31 2 *', true],
  ['0 0 30-31 feb ?', true],
  ['0 0 31 4,6,9,11 *', true],
  ['0 0 29 2 *', false],
  ['0 0 31 2,3 *', false],
  ['0 0 1,31 2 *', false],
  ['0 0 31 2 1', false],
  ['0 0 32 2 *', false],
  ['@monthly', false],
])('schedule %j never comes: %s', (schedule, never) => {
  expect(neverRuns(schedule)).toBe(never);
});
