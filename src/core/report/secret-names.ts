const SECRET_WORDS = new Set(['pass', 'pwd', 'secret', 'secrets', 'token', 'tokens', 'key', 'keys', 'credential', 'credentials', 'auth', 'salt', 'dsn']);
const SECRET_ENDINGS = ['password', 'passwd', 'passphrase', 'secret', 'token', 'apikey'];
/** Last words of names that say where a secret is, or how long, and not what it is. */
const HARMLESS_LAST_WORDS = new Set(
  'url uri host hostname port endpoint address file path dir directory name namespace enabled type method mode ttl expiry expiration timeout length size version'.split(
    ' ',
  ),
);

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');
}

/** Whether a variable's name says that its value is a secret: `DB_PASSWORD`, `apiKey`, `PGPASSWORD`; not `TOKEN_URL` or `SECRET_NAME`. */
export function looksSecret(name: string): boolean {
  const words = wordsOf(name);
  if (HARMLESS_LAST_WORDS.has(words.at(-1) ?? '')) return false;
  return words.some(word => SECRET_WORDS.has(word) || SECRET_ENDINGS.some(ending => word.endsWith(ending)));
}
