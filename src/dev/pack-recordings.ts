import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pack, PACKED, readRecordings } from '../../test/conformance/admission-cases.ts';
import { sharedRoot } from './shared-tool.ts';

// Packs the recordings of the reference data for the tests, which run without it.
const packed = pack(readRecordings(path.join(sharedRoot, 'conformance/admission')));
writeFileSync(PACKED, packed);
console.log(`${PACKED}: ${String(packed.length)} bytes`);
