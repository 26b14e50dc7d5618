import { expect, test } from 'vitest';
import { readLegacyIpAddress, renderIpAddress } from '../../../../src/core/model/ip-address.ts';
import { endpointIpFaults, readLegacyCidr, readLegacyIp } from '../../../../src/core/predict/admission/validation/service/ip-address.ts';

test.each([
  ['10.0.0.1', '10.0.0.1'],
  ['010.000.0.0001', '10.0.0.1'],
  ['0000000255.1.1.1', '255.1.1.1'],
  ['256.1.1.1', undefined],
  ['1.2.3', undefined],
  ['1.2.3.4.5', undefined],
  ['1.2.3.', undefined],
  [' 10.0.0.1', undefined],
  ['10.0.0.1 ', undefined],
  ['+1.2.3.4', undefined],
  ['', undefined],
  ['None', undefined],
  ['::', '::'],
  ['::1', '::1'],
  ['1::', '1::'],
  ['2001:DB8:0:0::1', '2001:db8::1'],
  ['02001:db8::1', '2001:db8::1'],
  ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
  ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
  ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
  ['1:2:3:4:5:6:7:8::', undefined],
  ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8'],
  ['::ffff:10.0.0.1', '::ffff:a00:1'],
  ['1:2:3:4:5:6:7:10.0.0.1', undefined],
  ['::1:', undefined],
  ['::1::', undefined],
  ['fe80::1%eth0', undefined],
  ['10000::1', undefined],
])('legacy address %j is %j', (text, canonical) => {
  const address = readLegacyIpAddress(text);
  expect(address && renderIpAddress(address)).toBe(canonical);
});

test('leading zeros and mapped addresses are told apart', () => {
  expect(readLegacyIp('10.0.0.01')).toMatchObject({ hasLeadingZeros: true, isMapped: false });
  expect(readLegacyIp('::ffff:10.0.0.1')).toMatchObject({ hasLeadingZeros: false, isMapped: true, address: { family: 4, value: 0x0a000001n } });
  expect(readLegacyIp('::ffff:10.0.0.01')).toMatchObject({ hasLeadingZeros: true, isMapped: true });
  expect(readLegacyIp('2001:DB8::1')).toMatchObject({ hasLeadingZeros: false, isMapped: false });
});

test.each([
  ['10.0.0.0/8', '10.0.0.0/8', false, false],
  ['10.0.0.1/8', '10.0.0.0/8', true, false],
  ['010.0.0.0/8', '10.0.0.0/8', false, true],
  ['10.0.0.0/08', '10.0.0.0/8', false, true],
  ['0.0.0.0/0', '0.0.0.0/0', false, false],
  ['::/0', '::/0', false, false],
  ['2001:DB8::1/64', '2001:db8::/64', true, false],
  ['::ffff:10.0.0.0/104', '10.0.0.0/8', false, false],
  ['::ffff:10.0.0.1/80', '::/80', true, false],
])('legacy CIDR %j has network %j', (text, network, hasHostBits, hasLeadingZeros) => {
  expect(readLegacyCidr(text)).toMatchObject({ network, hasHostBits, hasLeadingZeros });
});

test.each(['10.0.0.1', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/a', '/8', '2001:db8::/129', '10.0.0.0/8/8', ' 10.0.0.0/8', '10.0.0.0/-1'])(
  '%j is no CIDR',
  text => {
    expect(readLegacyCidr(text)).toBeUndefined();
  },
);

test.each([
  ['0.0.0.0', 'may not be unspecified (0.0.0.0)'],
  ['::', 'may not be unspecified (::)'],
  ['127.1.2.3', 'may not be in the loopback range (127.0.0.0/8, ::1/128)'],
  ['::1', 'may not be in the loopback range (127.0.0.0/8, ::1/128)'],
  ['169.254.169.254', 'may not be in the link-local range (169.254.0.0/16, fe80::/10)'],
  ['fe80::1', 'may not be in the link-local range (169.254.0.0/16, fe80::/10)'],
  ['febf::1', 'may not be in the link-local range (169.254.0.0/16, fe80::/10)'],
  ['224.0.0.255', 'may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)'],
  ['ff02::1', 'may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)'],
  ['ff12::1', 'may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)'],
])('no endpoint stands at %s', (text, fault) => {
  const ip = readLegacyIp(text);
  expect(ip && endpointIpFaults(text, ip.address)).toEqual([fault]);
});

test.each(['10.0.0.1', '255.255.255.255', '224.0.1.1', 'ff05::1', '2001:db8::1', '128.0.0.1', '::2'])('an endpoint may stand at %s', text => {
  const ip = readLegacyIp(text);
  expect(ip && endpointIpFaults(text, ip.address)).toEqual([]);
});
