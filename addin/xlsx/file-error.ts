// Why a file cannot be opened as a workbook: one code and one line that a person can act on.

export type FileErrorCode = 'missing' | 'empty' | 'encrypted' | 'old-format' | 'not-a-workbook' | 'too-large' | 'damaged';

const LINES: Readonly<Record<FileErrorCode, string>> = {
  missing: '找不到这个文件',
  empty: '文件是空的',
  encrypted: '文件加了打开密码；先在 Excel 里去掉密码，再试一次',
  'old-format': '是旧的 .xls 格式；先在 Excel 里另存为 .xlsx，再试一次',
  'not-a-workbook': '不是 .xlsx 工作簿',
  'too-large': '内容太大，没有读取',
  damaged: '文件损坏，读不出来；请用 Excel 打开并另存一份，再试一次',
};

export class WorkbookFileError extends Error {
  readonly code: FileErrorCode;

  constructor(code: FileErrorCode, cause?: unknown) {
    super(LINES[code], { cause });
    this.name = 'WorkbookFileError';
    this.code = code;
  }
}
