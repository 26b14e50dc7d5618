import { fail, type BuildContext } from './context.ts';
import { findSource } from './find-source.ts';
import { loadConfiguration } from './load.ts';
import { schemaTypes } from './merge/schema-types.ts';
import { isReadFailure } from './read-nodes.ts';
import { fileSource } from './text-source.ts';

/** The only built-in schema (K-124). */
const BUILT_IN = 'v1.21.2';

/** Reads `openapi`, before anything of the kustomization is taken in. The first kustomization that has the field says what holds. */
export function readOpenApi(context: BuildContext): void {
  const { schema, kustomization } = context;
  const { path, version } = kustomization.openapi;
  const file =
    path &&
    findSource(context, path.value, missing => {
      fail(context, { ...missing, at: path.at, subject: path.value });
    });
  if (schema.isSet) return;
  if (path && version) {
    const answer = 'builtin version and custom schema provided, cannot use both';
    fail(context, { kind: 'configuration', answer, at: version.at, subject: version.value });
  }
  if (path) {
    const root = file && loadConfiguration(fileSource(file));
    if (root && !isReadFailure(root) && root.kind === 'map') schema.set(schemaTypes(root));
    else if (file) {
      const cause = root && isReadFailure(root) ? root.answer : 'json: cannot unmarshal into Go value of type spec.Swagger';
      const at = root && isReadFailure(root) ? root.at : path.at;
      fail(context, { kind: 'configuration', answer: `invalid schema file: ${cause}`, at, subject: path.value });
    }
  } else if (version && version.value !== '') {
    if (version.value === BUILT_IN) schema.set(undefined);
    else
      fail(context, { kind: 'configuration', answer: 'the specified OpenAPI version is not built in', at: version.at, subject: version.value, near: BUILT_IN });
  }
}
