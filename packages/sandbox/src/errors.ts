import { DomovoyError } from '@domovoy/models';

/** Somebody asked for a certain port, and another program has it. */
export class PortInUseError extends DomovoyError {
  constructor(what: string, port: number, cause?: unknown) {
    super(
      `The port ${port} that was asked for (${what}) is in use by another program. Give another one, or none: then a free one is taken.`,
      { code: 'PORT_IN_USE', meta: { what, port }, cause },
    );
  }
}

/** Two sandboxes over one folder would write over each other. */
export class DataFolderInUseError extends DomovoyError {
  constructor(folder: string, pid: number, lockFile: string) {
    super(
      `The data folder ${folder} is in use by the process ${pid}. Stop that one or give another folder. If it is no sandbox, delete ${lockFile}.`,
      { code: 'DATA_FOLDER_IN_USE', meta: { folder, pid, lockFile } },
    );
  }
}

/** A file of the data folder is not what the sandbox wrote there. */
export class DataFolderDamagedError extends DomovoyError {
  constructor(file: string, afterwards: string, cause: unknown) {
    super(`${file} cannot be read as the sandbox wrote it. Delete it: ${afterwards}.`, {
      code: 'DATA_FOLDER_DAMAGED',
      meta: { file },
      cause,
    });
  }
}
