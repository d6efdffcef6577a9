// Why a file cannot be opened as a workbook: one code and one line that a person can act on.

const saveAsXlsx = '先在 Excel 里打开并另存为 .xlsx，再试一次';

const LINES = {
  missing: '找不到这个文件',
  directory: '是文件夹，不是文件',
  unreadable: '没有打开这个文件的权限',
  empty: '文件是空的',
  encrypted: '文件加了打开密码；先在 Excel 里去掉密码，再试一次',
  'old-format': `是旧的 .xls 格式；${saveAsXlsx}`,
  'binary-format': `是 .xlsb 二进制格式；${saveAsXlsx}`,
  'open-document': `是 .ods 格式；${saveAsXlsx}`,
  'plain-text': `是文本文件（例如改了扩展名的 .csv 或网页），不是 .xlsx 工作簿；${saveAsXlsx}`,
  'other-document': '是 Word、PowerPoint 或别的文档，不是 Excel 工作簿',
  'not-a-workbook': '不是 .xlsx 工作簿',
  'too-large': '内容太大，没有读取',
  damaged: '文件损坏，读不出来；请用 Excel 打开并另存一份，再试一次',
} as const;

export type FileErrorCode = keyof typeof LINES;

export class WorkbookFileError extends Error {
  readonly code: FileErrorCode;

  constructor(code: FileErrorCode, cause?: unknown) {
    super(LINES[code], { cause });
    this.name = 'WorkbookFileError';
    this.code = code;
  }
}
