// Several names in one cell: by 、 or commas, by line, numbered, or else by blanks between plain names.

import { simplified } from '../simplified.ts';
import { empty, read } from './typed.ts';
import type { Reading, TypedCell } from './typed.ts';

export function readNames(cell: TypedCell): Reading {
  const names = splitNames(String(cell.value));
  return names.length === 0 ? empty : read(names);
}

const firstNumber = /^\s*(?:[(（]?\d{1,2}[.)、．）]|[①-⑳])/;
const numbers = /(?:^|[\s、,，;；])[(（]?\d{1,2}[.)、．）]\s*|[①-⑳]/;

export function splitNames(text: string): string[] {
  // `1、张三 2、李四`: the numbers part them, whatever follows a number.
  if (firstNumber.test(text)) return text.split(numbers).map((part) => part.trim().replace(/[、,，;；]+$/, '')).filter(isName);
  const pieces = text.split(/[、,，;；\n\r]+/).filter((piece) => piece.trim() !== '');
  const parts = (pieces.length > 1 ? pieces : pieces.flatMap(splitAlone))
    .map((part) => part.trim().replace(/。$/, ''))
    .filter(isName);
  return parts;
}

function isName(part: string): boolean {
  return part !== '' && !/^[无無]$/.test(part);
}

/** `赫连朔 / Tom Becker`: strokes part names; `张三/经理` is one person and what he is. */
function splitAlone(part: string): string[] {
  const names = part.trim().split(/\s*[/／]\s*/);
  if (names.length < 2) return splitBlanks(part);
  return names.every((name) => plainWords.test(name) || latinName.test(name)) && !names.some(isPost) ? names.flatMap(splitBlanks) : [part];
}

const plainWords = /^[\u4e00-\u9fff·]{2,5}(?:\s+[\u4e00-\u9fff·]{2,5})*$/u;
const latinName = /^[A-Z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){0,3}$/;

/**
 * Blanks part names only where nothing else does and every part is a plain short name; `王 明（总监）` stays whole, and so
 * does `售前 丁一`, a post with who holds it, or `丁一 主管`, where each name has its post behind it.
 */
function splitBlanks(part: string): string[] {
  const words = part.trim().split(/[\s\u3000]+/);
  if (words.length < 2 || !words.every((word) => /^[\u4e00-\u9fff·]{2,5}$/u.test(word))) return [part];
  const areBehind = isPost(words[words.length - 1]!) && !isPost(words[0]!);
  const names: string[] = [];
  words.forEach((word, index) => {
    const before = words[index - 1];
    const belongs = before !== undefined && (areBehind ? isPost(word) : isPost(before));
    if (belongs) names.push(`${names.pop()!} ${word}`);
    else names.push(word);
  });
  return names;
}

function isPost(word: string): boolean {
  return post.test(simplified(word));
}

const departments = '售前|售后|采购|财务|销售|市场|技术|工程|研发|品质|品管|质量|质检|质控|生产|设备|物流|行政|人事|法务|信息|客服|会议统筹|统筹|调度|客户成功|项目|实施|商务|业务|大?客户|仓库|仓储|材料|资料|安全|施工|后勤|总务|基建|护理|药剂|运营|运维|机务|内勤|外勤';
const offices = '经理|主任|总监|工程师|厂长|所长|店长|校长|馆长|科长|处长|部长|院长|站长|矿长|行长|局长|队长|班长|组长|主管|专员';
const others = '司机|助理|秘书|总工|总裁|董事长|老板|老总|总助|老师|会计|出纳|仓管|库管|保管|技师|技工|文员|科员|书记|车队长|护士长';
const post = new RegExp(`^(?:(?:${departments}|${others}|副总|副?总?(?:${offices}))(?:支持|员|人员|经理|主任|总监|专员|助理|工程师|主管)?)$|(?:部|处|科|室|组|中心|车间)$|..(?:队|班|站|所|店|厂|院|库|办|局)$`, 'u');
