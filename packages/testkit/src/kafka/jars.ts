import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const DEFAULT_KAFKA_VERSION = '4.3.1';

const pom = (version: string): string => `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>domovoy</groupId>
  <artifactId>kafka-for-tests</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>${version}</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-simple</artifactId><version>1.7.36</version></dependency>
  </dependencies>
</project>
`;

/** The repository's root, wherever the tests are started from: the cache is one for all packages. */
const defaultCacheDir = (): string => resolve(import.meta.dirname, '../../../../node_modules/.cache/kafka');

/**
 * Fetches the broker's jars once per version and gives the folder that holds them. Several processes may ask
 * at once: each fetches into a folder of its own, and the first to finish wins.
 */
export async function fetchKafkaJars(
  version = DEFAULT_KAFKA_VERSION,
  cacheDir = defaultCacheDir(),
): Promise<string> {
  const home = join(cacheDir, version);
  const libs = join(home, 'libs');
  if (existsSync(libs)) return libs;
  await mkdir(home, { recursive: true });
  const workDir = await mkdtemp(join(home, 'fetch-'));
  try {
    await writeFile(join(workDir, 'pom.xml'), pom(version));
    const target = join(workDir, 'libs');
    await run('mvn', ['-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${target}`], {
      cwd: workDir,
    });
    await rename(target, libs).catch((cause: unknown) => {
      if (!existsSync(libs)) throw cause;
    });
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
  return libs;
}
