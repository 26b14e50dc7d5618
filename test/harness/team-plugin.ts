import { existsSync } from 'node:fs';
import path from 'node:path';

/** What the plugin finds something in. */
export const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
  - name: web
    image: web:latest
`;

/** A plugin as the function form writes it. `traits` are further members of its rule, `check` is the body of its check. */
export const team = (check = '', traits = ''): string => `export default ({ defineRule, setScalar, valueOf }) => ({
  name: 'team',
  rules: [
    defineRule({
      id: 'no-latest', title: 'The tag latest changes under your feet', category: 'images', severity: 'warning', presets: ['recommended'],
      subject: 'container', fix: 'unsafe', since: '1.0.0', judges: 'object', variants: { latest: 'warning' },
      ${traits}
      *check(container, context) {
        const { image } = container;
        ${check === '' ? "if (valueOf(image)?.endsWith(':latest')) yield { variant: 'latest', message: 'Image \"' + valueOf(image) + '\" is a moving tag', at: image.at };" : check}
      },
    }),
  ],
});
`;

/** What it says of the pod. */
export const found = 'web.yaml:8:5: warning: Image "web:latest" is a moving tag [team/no-latest]\n';

/** The plugin, with a trace of having run in the directory of the run. */
export const traced = `import { writeFileSync } from 'node:fs';\nwriteFileSync('ran', '');\n${team()}`;

/** Whether the module left its trace. */
export const hasRun = (root: string): boolean => existsSync(path.join(root, 'ran'));
