import type { Source } from './source.ts';

/** Forms of addresses and CIDRs that servers before 1.36 took, in the old fields of Services, endpoints, policies and pods. */
export const IP_ADDRESS_CHECKS = {
  'ip-address/leading-zeros': 'S-129 S-139',
  'ip-address/ipv4-mapped': 'S-129 S-139',
  'ip-address/host-bits': 'S-139',
  'ip-address/not-canonical-warning': 'S-165 S-166',
} as const satisfies Record<string, Source>;
