import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Builds dist/ where npm installs svclint from its git repository, as pre-commit does: there is no other build.
 * A folder that carries dist/, as that of a release tag, is left as it is, and so is a checkout in which `npm ci` runs: there a build of its own follows.
 */

/** Settings of the install that is under way. In the build they would mean: install elsewhere, without what builds, or nothing at all. */
const OF_THE_INSTALL = new Set(
  ['global', 'location', 'prefix', 'omit', 'include', 'only', 'production', 'dry_run', 'package_lock', 'package_lock_only', 'ignore_scripts', 'bin_links'].map(
    name => `npm_config_${name}`,
  ),
);

function run(...words) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && !OF_THE_INSTALL.has(name.toLowerCase())));
  const { status, error } = spawnSync(process.execPath, [process.env.npm_execpath, ...words], { env, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync('dist/svclint.cjs') && process.env.npm_command !== 'ci') {
  // With npm's `--global`, npm itself has installed nothing here.
  if (!existsSync('node_modules/rolldown/package.json')) run('ci', '--ignore-scripts', '--no-audit', '--no-fund');
  run('run', 'build');
}
