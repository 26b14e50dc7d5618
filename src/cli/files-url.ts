type Environment = Readonly<Record<string, string | undefined>>;

const SITE = /^https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w.-]+)*$/;
const REPOSITORY = /^[\w.-]+(?:\/[\w.-]+)+$/;
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

function join(site: string | undefined, repository: string | undefined, middle: string, commit: string | undefined): string | undefined {
  if (!SITE.test(site ?? '') || !REPOSITORY.test(repository ?? '') || !COMMIT.test(commit ?? '')) return undefined;
  return `${site ?? ''}/${repository ?? ''}/${middle}/${commit ?? ''}/`;
}

/** Where the site of the running job shows the files of its commit. What does not look like an address is none: variables may be anybody's. */
export function findFilesUrl(env: Environment): string | undefined {
  if (env['GITHUB_ACTIONS'] === 'true') return join(env['GITHUB_SERVER_URL'], env['GITHUB_REPOSITORY'], 'blob', env['GITHUB_SHA']);
  if (env['GITLAB_CI'] === 'true') return join(env['CI_SERVER_URL'], env['CI_PROJECT_PATH'], '-/blob', env['CI_COMMIT_SHA']);
  return undefined;
}
