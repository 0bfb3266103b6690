import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type KeptSettings, readSettings, writeSettings } from './kept-settings.ts';
import { lockFolder } from './lock.ts';

/** Where a sandbox keeps everything: the topics, the password, the ports of the last time. One sandbox at a time. */
export interface DataFolder extends Disposable {
  readonly settings: Readonly<KeptSettings>;
  readonly kafkaFolder: string;
  readonly rosdomofonFolder: string;
  readonly bitrix24Folder: string;
  change(settings: Partial<KeptSettings>): void;
}

export function openDataFolder(dataDir: string): DataFolder {
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true });
  const unlock = lockFolder(folder);
  try {
    let settings = readSettings(folder);
    return {
      get settings() {
        return settings;
      },
      kafkaFolder: join(folder, 'kafka'),
      rosdomofonFolder: join(folder, 'rosdomofon'),
      bitrix24Folder: join(folder, 'bitrix24'),
      change(changes) {
        settings = { ...settings, ...changes };
        writeSettings(folder, settings);
      },
      [Symbol.dispose]: unlock,
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
