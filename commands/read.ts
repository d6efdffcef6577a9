// `npm run --silent read -- FILE.xlsx …`: the records of workbooks as JSON on the standard output, one entry a file. Ends
// with 2 where a file cannot be opened (said in one line on the error output; the other files are read all the same).

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readAnswer } from './read-answer.ts';
import { readWorkbookImage, WorkbookFileError } from '../addin/xlsx/read.ts';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: npm run --silent read -- FILE.xlsx …');
  process.exitCode = 2;
} else {
  const answers = [];
  for (const file of files) {
    try {
      answers.push(readAnswer(basename(file), await readWorkbookImage(await bytesOf(file))));
    } catch (error) {
      if (!(error instanceof WorkbookFileError)) throw error;
      console.error(`${file}：${error.message}`);
      process.exitCode = 2;
    }
  }
  process.stdout.write(`${JSON.stringify(answers, null, 1)}\n`);
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new WorkbookFileError('missing', error);
  }
}
