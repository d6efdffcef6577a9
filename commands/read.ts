// `npm run --silent read -- FILE.xlsx …`: the records of workbooks as JSON on the standard output, one entry a file. Ends
// with 2 where a file cannot be opened (said in one line on the error output; the other files are read all the same).

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readAnswer } from './read-answer.ts';
import type { ReadAnswer } from './read-answer.ts';
import type { FileErrorCode } from '../addin/xlsx/file-error.ts';
import { readWorkbookImage, WorkbookFileError } from '../addin/xlsx/read.ts';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: npm run --silent read -- FILE.xlsx …');
  process.exitCode = 2;
} else {
  const answers: ReadAnswer[] = [];
  for (const file of files) {
    try {
      answers.push(readAnswer(basename(file), await readWorkbookImage(await bytesOf(file))));
    } catch (error) {
      // Whatever one file holds, the others are read.
      const line = error instanceof WorkbookFileError ? error.message : `读的时候出错了，没有读出来（${error instanceof Error ? error.message : String(error)}）`;
      console.error(`${file}：${line.replaceAll(/\s+/g, ' ')}`);
      process.exitCode = 2;
    }
  }
  process.stdout.write(`${JSON.stringify(answers, null, 1)}\n`);
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const codes: Readonly<Record<string, FileErrorCode>> = { EISDIR: 'directory', EACCES: 'unreadable', EPERM: 'unreadable', ERR_FS_FILE_TOO_LARGE: 'too-large' };
    throw new WorkbookFileError(codes[(error as NodeJS.ErrnoException).code ?? ''] ?? 'missing', error);
  }
}
