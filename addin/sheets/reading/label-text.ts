// What makes two labels the same: blanks, line breaks, width, colons, remarks in brackets and traditional characters do
// not count.

import { compact, withoutLatinHalf } from '../../../domain/forms/reading/typed.ts';
import type { StatedUnit } from '../../../domain/forms/reading/typed.ts';
import { simplified } from '../../../domain/forms/simplified.ts';
import { remembered } from '../cells/remembered.ts';

/** Longer texts are no labels, whatever they begin with. */
const longestLabel = 40;

const rememberedKeys = remembered(keysOf);

/** The label as printed, and the label without its number, remarks in brackets (units, `(选择)`) or a word in Latin letters. */
export function labelKeys(text: string): readonly string[] {
  return text.length > longestLabel * 2 ? none : rememberedKeys(text);
}

const none: readonly string[] = [];

function keysOf(text: string): readonly string[] {
  const whole = labelKey(text);
  // Most texts have nothing that could be left out.
  if (!/[a-z0-9()[\]%/的]|:$|^本次|^目前|^当前|^[如若]有/.test(whole) && !numbering.test(text) && !kindOfCustomer.test(whole)) return whole === '' || whole.length > longestLabel ? none : [whole];
  const plain = withoutLatinHalf(withoutNumber(text));
  const full = whole;
  const bare = withoutBrackets(full);
  // 迟到/次, 费率%, 医疗机构(客户)
  const keys = [full, calledCustomer.exec(full)?.[1] ?? '', full.replace(kindOfCustomer, ''), labelKey(plain), bare, withoutBrackets(labelKey(plain)), labelKey(withoutLatinHalf(plain.replace(/[（(][^()（）]*[)）]/g, '').trim())), bare.replace(/(\/(元|万元|千元|次|天|日|个|家|份|%|分)|%)$/, '')];
  return [...new Set([...keys, ...keys.map(asked), ...otherName(full)])].filter((key) => key !== '' && key.length <= longestLabel);
}

/** `本次商谈计划`, `如有，预算金额`, `联系人的电话`, `目前与我方关系`: as a questionnaire asks for it. */
function asked(key: string): string {
  return key.replace(/^([如若]有[,:]?|本次)(?=..)|^(目前|当前)(?=.{4})/, '').replace(/(?<=..)的(?=..)/, '');
}

/**
 * `集团编号（档案号）`, `综合部主任（办公室主任）`: a second name of the same thing, which both call alike at one end. Of
 * others the brackets say what is written of it (`开户行（联系电话）`), and `张主任（办公室主任）` is a person.
 */
function otherName(full: string): readonly string[] {
  const [, name, other] = /^([\u4e00-\u9fff]{4,12})\(([\u4e00-\u9fff]{3,12})\):?$/.exec(full) ?? [];
  return name && other && (name.endsWith(other.slice(-1)) || name.startsWith(other.slice(0, 2))) ? [other] : [];
}

/** 协议客户名称 is 客户名称. */
const kindOfCustomer = /^(大|重点|核心|战略|合作|协议|签约|意向|目标|集团)(?=客户(名称|单位|全称|简称)$)/;

/** What a trade calls its customers, with the word itself in brackets. */
const calledCustomer = /^[\u4e00-\u9fff]{0,6}(?:机构|医院|学校|院校|单位|公司|企业|酒店|门店|厂家|商家|业主|甲方|集团)\((客户(?:名称|单位|全称)?)\)$/;

const number = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const numbering = new RegExp(`^\\s*(?:[（(]\\s*${number}\\s*[)）]|${number}\\s*[.、．](?!\\d)|[①-⑳])\\s*(?=\\S)`, 'u');

/** `3. 客户名称`, `（一）`, `二、` */
function withoutNumber(text: string): string {
  return text.replace(numbering, '');
}

/** What another region, or another habit, calls the same. */
const otherWords: readonly (readonly [word: string, ours: string])[] = [['联络', '联系'], ['资讯', '信息'], ['专案', '项目'], ['计画', '计划'], ['送礼', '馈赠'], ['赠礼', '馈赠'], ['赠送', '馈赠'], ['巡访', '走访'], ['探访', '走访'], ['造访', '走访']];

export const labelKey = remembered((text) => otherWords.reduce((key, [word, ours]) => key.replaceAll(word, ours), simplified(compact(text)).toLowerCase()).replace(/我[司行院校局社厂](?=[\u4e00-\u9fff])/g, '我方').replace(/^\*+/, '').replace(/(是谁|是什么|是多少|是哪家|是哪天|是)\?$/, '').replace(/吗?[:?*]+$/, '').replace(/吗$/, ''));

function withoutBrackets(key: string): string {
  return key.replace(/\([^()]*\)/g, '').replace(/\[[^\]]*\]/g, '').replace(/[:?*]+$/g, '').replace(/:$/, '');
}

const yuanUnits: readonly (readonly [word: string, StatedUnit])[] = [['亿元', 'yi-yuan'], ['万元', 'wan-yuan'], ['千元', 'qian-yuan'], ['仟元', 'qian-yuan']];

/** The unit in a label's brackets, where it changes what a bare number means. */
export function unitOf(text: string): StatedUnit | undefined {
  const bare = simplified(compact(text));
  const yuan = yuanUnits.find(([word]) => bare.includes(word));
  if (yuan) return yuan[1];
  return /\([^)]*%[^)]*\)|%$/.test(bare) ? 'percent' : undefined;
}

/** `单位：万元`, `（金额单位：人民币万元）`: the unit of the amounts below whose labels state none. */
export function unitStatement(text: string): StatedUnit | 'yuan' | undefined {
  const match = /单位\s*[:(]?\s*(?:人民币)?((?:亿|万|千|仟)?元)(?![\u4e00-\u9fff])/.exec(simplified(text.normalize('NFKC')));
  return match ? (unitOf(match[1]!) ?? 'yuan') : undefined;
}

/** `2 0 2 6 年 销 售 计 划` as words: titles are spaced out to fill a line. */
export function unspaced(text: string): string {
  return /^\s*\S(?:\s+\S){3,}\s*$/u.test(text) ? text.replace(/\s+/g, '') : text;
}

interface LabelStart {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/** The places in a text where a label with its colon begins, at the start or after a blank. */
export const labelStarts = remembered((text): readonly LabelStart[] =>
  [...text.matchAll(/(?<=^|[\s；;])((?:[\u4e00-\u9fff]{2,12}[ \t]+[A-Za-z][A-Za-z.&/ ]{0,24})|[^\s:：；;]{1,24})[ \t\u3000]*[:：][ \t\u3000]*/g)].map((match) => ({ label: match[1]!, start: match.index, end: match.index + match[0].length })),
);

/** `label：value` in one cell, at its first colon; `head` is the text up to and with the colon and blanks. */
export function splitLabelled(text: string): { readonly label: string; readonly head: string; readonly rest: string } | null {
  const match = /^([^:：]{1,48}[:：][ \t\u3000]*)([\s\S]*)$/.exec(text);
  if (!match) return null;
  return { label: match[1]!.trim(), head: match[1]!, rest: match[2]!.trim() };
}

/** `价值（元/份）`, `礼品价值 元／盒`: what one of them costs. */
export function statesUnitPrice(text: string): boolean {
  return /元\s*[/／]\s*(?:每)?[份个件盒套人台次张只瓶箱把袋本支条桶罐双对位天]\s*[)）]?\s*$/.test(text);
}

/** `价值合计`, `合计（元）`: a sum over others of its kind. */
export function isSumLabel(text: string): boolean {
  return /^(合计|小计|总计|共计|总额)$|(合计|小计|总计)$/.test(withoutBrackets(labelKey(text)));
}

/** A label that states a unit of money names an amount, whatever else its words may name. */
export function statesMoney(text: string): boolean {
  return /[(（][^)）]*元[^)）]*[)）]|[/／]\s*元\s*$/.test(text);
}
