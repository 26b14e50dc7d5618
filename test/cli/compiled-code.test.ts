import { describe, expect, test } from 'vitest';
import { useCli } from '../harness/run-cli.ts';

const run = useCli();
const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec:\n  type: NodePort\n  ports: [{ port: 80, nodePort: 3000 }]\n';

describe.skipIf(process.platform === 'win32')('code that is kept for the next start (skipped on Windows: it has no sh)', () => {
  const onKept = (command: string): string => `for kept in "$(dirname "$2")"/.cache/*/*.bin; do ${command}; done; "$@"`;

  test.each([
    ['kept', 'test -s "$kept" || exit 9'],
    ['changed by a bad disk', 'printf "%0256d" 7 | dd of="$kept" bs=1 seek=1500 conv=notrunc 2>/dev/null'],
    ['all zeros', 'head -c "$(wc -c <"$kept")" /dev/zero >"$kept.new"; mv "$kept.new" "$kept"'],
    ['cut off', 'head -c 3001 "$kept" >"$kept.new"; mv "$kept.new" "$kept"'],
    ['emptied', ': >"$kept"'],
  ])('%s, a run says the same', (_, command) => {
    const { code, stdout, stderr } = run({ 'web.yaml': service }, ['.']);
    expect(code).toBe(1);
    expect(run({ 'web.yaml': service }, ['.'], { shell: onKept(command) })).toMatchObject({ code, stdout, stderr });
  });
});
