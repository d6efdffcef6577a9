// What Excel refuses, in words. An unknown error shows its own text.

import { HostError } from '../../wire/errors.ts';

const words: Readonly<Record<string, string>> = {
  AccessDenied: '工作表或工作簿受保护，不能更改',
  InvalidOperation: '不能这样做：会拆开合并的单元格，或只剩最后一张工作表',
  ItemAlreadyExists: '已有同名的工作表',
  InvalidArgument: '名称或内容不合规定',
};

export function refusalText(error: unknown): string {
  return (error instanceof HostError ? words[error.code] : undefined) ?? (error instanceof Error ? error.message : String(error));
}
