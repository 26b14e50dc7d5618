'use strict';
// Node keeps the compiled code of the program without what `import()` needs, so this one line stays a file that Node itself requires.
exports.importModule = url => import(url);
