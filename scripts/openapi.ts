/**
 * Writes what is generated from the contract: `docs/openapi.json` and the wire
 * types of the REST adapter. With `--check` it writes nothing and fails when a
 * file is not what would be written.
 */
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { openApiDocument } from '../server/contract/index.js';
import { writeGenerated } from './generated.js';

const header = `/**
 * Generated from the contract by \`tsx scripts/openapi.ts\`. Do not edit.
 *
 * Types alone: nothing of this file is left in a build.
 */
`;

const document = openApiDocument() as OpenAPI3;
const types = astToString(await openapiTS(structuredClone(document), { alphabetize: true }));
await writeGenerated([
  { path: 'docs/openapi.json', text: JSON.stringify(document) },
  { path: 'src/backend/rest/wire.generated.ts', text: header + types },
]);
