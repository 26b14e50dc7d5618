import type { PodDNSConfig, PodSpec } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1123SubdomainFaults, dns1123SubdomainWithUnderscoreFaults } from '../../formats.ts';
import { countOf, isEmpty, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validateLegacyIp, warnOfLegacyIp } from '../service/ip-address.ts';

const MOST_NAMESERVERS = 3;
const MOST_SEARCHES = 32;
const MOST_SEARCH_CHARACTERS = 2048;

/** Servers before do not know underscores in search domains. */
const UNDERSCORES_SINCE = 33;

function validateSearch(search: Cursor<string>, to: Refusals): void {
  const text = textOf(search);
  if (text === undefined) return;
  const name = text.replace(/\.$/, '');
  const relaxed = text === '.' ? [] : dns1123SubdomainWithUnderscoreFaults(name);
  for (const fault of relaxed) to.invalid('dns-config/search', search, fault, { since: UNDERSCORES_SINCE, value: name });
  for (const fault of dns1123SubdomainFaults(name)) to.invalid('dns-config/search', search, fault, { until: UNDERSCORES_SINCE - 1, value: name });
}

/** Domains that are tried after a name. */
function validateSearches(searches: Cursor<string[]>, to: Refusals): void {
  const count = countOf(searches);
  const texts = searches.items().map(search => textOf(search) ?? '');
  if (count !== undefined && count > MOST_SEARCHES) to.invalid('dns-config/size', searches, `must not have more than ${String(MOST_SEARCHES)} search paths`);
  if (texts.join(' ').length > MOST_SEARCH_CHARACTERS) {
    to.invalid('dns-config/size', searches, `must not have more than ${String(MOST_SEARCH_CHARACTERS)} characters (including spaces) in the search list`);
  }
  for (const search of searches.items()) validateSearch(search, to);
}

function validateNameservers(nameservers: Cursor<string[]>, to: Refusals): void {
  const count = countOf(nameservers);
  if (count !== undefined && count > MOST_NAMESERVERS) {
    to.invalid('dns-config/size', nameservers, `must not have more than ${String(MOST_NAMESERVERS)} nameservers`);
  }
  for (const nameserver of nameservers.items()) {
    validateLegacyIp('dns-config/nameserver', nameserver, to);
    warnOfLegacyIp(nameserver, to);
  }
}

/** Policy `None` asks for a configuration with a nameserver; without, the server looks no further (S-234). */
function isNothingLeft(spec: Cursor<PodSpec>, to: Refusals): boolean {
  const config = spec.get('dnsConfig');
  const nameservers = config.get('nameservers');
  if (textOf(spec.get('dnsPolicy')) !== 'None') return false;
  if (config.isAbsent) to.required('dns-config/config-required', config, 'must provide `dnsConfig` when `dnsPolicy` is None');
  else if (isEmpty(nameservers)) {
    to.required('dns-config/nameservers-required', nameservers, 'must provide at least one DNS nameserver when `dnsPolicy` is None');
  } else return false;
  return true;
}

function validateOptions(config: Cursor<PodDNSConfig>, to: Refusals): void {
  for (const option of config.get('options').items()) {
    if (isEmpty(option.get('name'))) to.required('dns-config/option-required', option, 'must not be empty');
  }
}

/** What a pod asks name servers, and which (`validatePodDNSConfig`). */
export function validateDnsConfig(spec: Cursor<PodSpec>, to: Refusals): void {
  if (isNothingLeft(spec, to)) return;
  const config = spec.get('dnsConfig');
  validateNameservers(config.get('nameservers'), to);
  validateSearches(config.get('searches'), to);
  validateOptions(config, to);
}
