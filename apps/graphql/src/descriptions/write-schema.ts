import { readFileSync, writeFileSync } from 'node:fs';
import { buildASTSchema, parse, printSchema } from 'graphql';
import { describeShapes } from './describe-shapes.ts';

// The last step of codegen: the committed schema tells its readers what the API tells them.

const path = new URL('../schema/schema.generated.graphqls', import.meta.url);
writeFileSync(path, `${printSchema(buildASTSchema(describeShapes(parse(readFileSync(path, 'utf8')))))}\n`);
