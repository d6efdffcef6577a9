// What people type into cells, and what is read of it: a value, a value that wants a yes, nothing, or a problem.

import { describe, expect, it } from 'vitest';
import { serialOfDay } from '../../values/day.ts';
import type { FieldType } from '../definition.ts';
import { formOf } from '../registry.ts';
import { readValue } from './read-value.ts';
import type { ReadingContext } from './read-value.ts';

type Kind = Exclude<FieldType['kind'], 'choice' | 'choices'>;

function shown(type: FieldType, value: string | number | boolean, format = 'General', context: ReadingContext = {}): unknown {
  const reading = readValue(type, { value, text: String(value), format }, context);
  if (reading.kind === 'empty') return null;
  if (reading.kind === 'problem') return `! ${reading.code} ${reading.text}`;
  return reading.uncertain ? ['?', reading.value] : reading.value;
}

const kind = (name: Kind) => (value: string | number | boolean, format?: string, context?: ReadingContext) => shown({ kind: name }, value, format, context);

describe('money', () => {
  const money = kind('money');
  it.each([
    [1200, 120000], ['1,200.00', 120000], ['￥800', 80000], ['¥ 3,800', 380000], ['￥１２６', 12600], ['1.2万', 1200000], ['150万元', 150000000],
    ['600,000.00元', 60000000], ['138元整', 13800], ['0.005', 1], [0.1 + 0.2, 30], ['-12.5', -1250], ['1，760', 176000], ['3千元', 300000],
  ])('reads %s', (typed, fen) => expect(money(typed)).toBe(fen));

  it.each([
    ['壹万贰仟元整', 1_200_000], ['人民币壹佰零叁圆伍角', 10_350], ['叁仟伍佰元正', 350_000], ['贰拾万零伍佰元柒角捌分', 20_050_078], ['拾万元整', 10_000_000], ['壹亿零贰佰万元整', 10_200_000_000],
    ['大写：伍拾元整', 5000], ['零元伍分', 5], ['貳萬參仟圓整', 2_300_000],
  ])('reads capitals: %s', (typed, fen) => expect(money(typed)).toBe(fen));
  it.each([['八百元', 80_000], ['一千二百元', 120_000], ['两万零五百块', 2_050_000], ['三万五千元整', 3_500_000], ['贰佰陆拾万元整（¥2,600,000.00）', 260_000_000]])('reads words with their unit: %s', (typed, fen) => expect(money(typed)).toBe(fen));
  it.each(['壹', '壹贰元', '佰仟元整', '一千二元', '一万二元', '八百', '贰佰元整（¥300）', '壹万'])('reads no capitals: %s', (typed) => expect(money(typed)).toBe(`! unreadable-money ${typed}`));

  it.each([['约80万元', 80000000], ['50万左右', 50000000], ['12万（暂估）', 12000000], ['46（打车）', 4600], ['(300)', -30000], ['120元（停车60、水果60）', 12000]])('reads %s and asks', (typed, fen) => expect(money(typed)).toEqual(['?', fen]));

  it.each(['待询价', '八百', '1,2', '100-200', '$300', '12.3.4', '300/人'])('does not read %s', (typed) => expect(money(typed)).toBe(`! unreadable-money ${typed}`));

  it('takes a stroke or a no for nothing, and minds a unit in the heading', () => {
    expect([money('/'), money('－'), money('无'), money('  '), money('____')]).toEqual([null, null, null, null, null]);
    expect([money(360, 'General', { unit: 'wan-yuan' }), money('360', '@', { unit: 'wan-yuan' }), money('360元', '@', { unit: 'wan-yuan' })]).toEqual([360000000, 360000000, 36000]);
  });
});

describe('days, months and quarters', () => {
  const day = kind('day');
  const dayIn2026 = (value: string | number, format?: string) => day(value, format, { year: 2026 });
  it.each(['2026年11月3日', '2026.11.3', '2026-11-03', '2026/11/3', '20261103', '２０２６年１１月３日', '2026-11-03 14:30', '2026年11月3日（下午）', '2026.11.3 周二', '26年11月3日', '二〇二六年十一月三日', '二零二六年十一月三号'])('reads %s', (typed) => expect(day(typed)).toBe('2026-11-03'));
  it.each(['11月3日', '11/3', '11.3（周二）', '11月3号', '11-3'])('reads %s with the year that the sheet gives', (typed) => {
    expect(dayIn2026(typed)).toBe('2026-11-03');
    expect(day(typed)).toBe(`! year-missing ${typed}`);
  });

  it('reads serials, also without a day format, and asks about a short year with strokes', () => {
    const serial = serialOfDay('2026-11-03');
    expect([day(serial, 'yyyy-mm-dd'), day(serial), day(serial + 0.6, 'm"月"d"日"'), day(20261103)]).toEqual(['2026-11-03', '2026-11-03', '2026-11-03', '2026-11-03']);
    expect(['17/9/2026', '9/17/2026', '9.9.2026', '5/9/2026'].map((typed) => day(typed))).toEqual(['2026-09-17', '2026-09-17', '2026-09-09', '! unreadable-day 5/9/2026']);
    expect([day('26-11-3'), dayIn2026('11月3日前'), day('2026.11.3左右')]).toEqual([['?', '2026-11-03'], ['?', '2026-11-03'], ['?', '2026-11-03']]);
  });

  it.each([['2026.11.3/2026.11.5', 'several-days'], ['11月3日、11月5日', 'several-days'], ['2026-02-30', 'no-such-day'], ['13月1日', 'no-such-day'], ['下周三', 'unreadable-day'], ['待定', 'unreadable-day'], ['2026年11月', 'unreadable-day']])('does not read %s', (typed, code) => expect(dayIn2026(typed)).toBe(`! ${code} ${typed}`));
  it('does not read a small number as a day', () => expect(day(42)).toBe('! unreadable-day 42'));

  it('reads a day with its clock time where the field has one, and leaves it out elsewhere', () => {
    const at = kind('datetime');
    for (const typed of ['2026年11月27日 17:30', '2026-11-27 17:30:00', '2026.11.27 下午5:30', '2026年11月27日（周五）17时30分', '2026/11/27 下午5点半']) {
      expect(at(typed)).toBe('2026-11-27 17:30');
      expect(day(typed)).toBe('2026-11-27');
    }
    expect([at('2026-11-27'), at(serialOfDay('2026-11-27'), 'yyyy-mm-dd'), at(serialOfDay('2026-11-27') + 0.729166666667, 'yyyy-mm-dd hh:mm'), at('11月7日 9:05', '@', { year: 2026 })]).toEqual(['2026-11-27', '2026-11-27', '2026-11-27 17:30', '2026-11-07 09:05']);
    expect([at('2026-11-27 14:00-16:00'), day('2026-11-7 9:30')]).toEqual([['?', '2026-11-27 14:00'], '2026-11-07']);
    expect([at('17:30'), at('2026-11-27、2026-11-28 9:00')]).toEqual(['! unreadable-day 17:30', '! several-days 2026-11-27、2026-11-28 9:00']);
  });

  it('reads months, and not 2026.1 typed as a number', () => {
    const month = kind('month');
    for (const typed of ['2026年9月', '2026-09', '2026.9', '2026/9', '202609', '2026年09月份', '2026-09-01']) expect(month(typed)).toBe('2026-09');
    expect([month(serialOfDay('2026-09-30'), 'yyyy"年"m"月"'), month(2026.9), month('9月', '@', { year: 2026 })]).toEqual(['2026-09', '2026-09', '2026-09']);
    expect([month(2026.1), month('13月', '@', { year: 2026 }), month('9月')]).toEqual(['! unreadable-month 2026.1', '! unreadable-month 13月', '! year-missing 9月']);
  });

  it('reads quarters', () => {
    const quarter = kind('quarter');
    for (const typed of ['2026年第三季度', '2026Q3', '2026年3季度', '2026年三季度', '2026-Q3', '2026年Q3']) expect(quarter(typed)).toBe('2026Q3');
    expect([quarter('三季度', '@', { year: 2026 }), quarter('三季度'), quarter('2026年第五季度'), quarter('2026年上半年')]).toEqual(['2026Q3', '! year-missing 三季度', '! unreadable-quarter 2026年第五季度', '! unreadable-quarter 2026年上半年']);
  });

  it('keeps a text where a day or a text may stand', () => {
    const either = kind('day-or-text');
    expect([either('2026.9.23'), either('十一月中旬'), either('待定'), either('2026年10月20日前')]).toEqual(['2026-09-23', '十一月中旬', '待定', '2026年10月20日前']);
  });
});

describe('numbers, percentages and answers', () => {
  it('reads counts with their units, and no guess of two or three', () => {
    const number = kind('number');
    expect([number('3盒'), number('２０'), number('两份'), number('3 份'), number(4.5), number('1,200')]).toEqual([3, 20, 2, 3, 4.5, 1200]);
    expect([number('两三盒'), number('3-5'), number('十几'), number('若干'), number('2万')]).toEqual(['! unreadable-number 两三盒', '! unreadable-number 3-5', '! unreadable-number 十几', '! unreadable-number 若干', '! unreadable-number 2万']);
    expect([number('十二'), number('三十盒'), number('一百零五'), number('二百五十份'), number('二三'), number('十来份')]).toEqual([12, 30, 105, 250, '! unreadable-number 二三', '! unreadable-number 十来份']);
    expect([number('贰盒'), number('壹佰只'), number('貳仟'), number('叁拾伍份'), number('壹佰元'), number('壹佰万')]).toEqual([2, 100, 2000, 35, 100, '! unreadable-number 壹佰万']);
    expect(number('约5份')).toEqual(['?', 5]);
  });

  it('reads percentages as the number before the sign', () => {
    const percent = kind('percent');
    expect([percent('75%'), percent(0.75, '0%'), percent(75), percent('6成'), percent('三成'), percent(0.075, '0.0%'), percent(0.8, 'General', { unit: 'percent' })]).toEqual([75, 75, 75, 60, 30, 7.5, 0.8]);
    expect([percent(40, '0"%"'), percent(40, '0\\%')]).toEqual([40, 40]);
    expect([percent(0.75), percent('约6成')]).toEqual([['?', 0.75], ['?', 60]]);
    expect(percent('较高')).toBe('! unreadable-percent 较高');
  });

  it('reads answers', () => {
    const answer = kind('boolean');
    for (const yes of ['是', '有', '√', '需要', '是☑ 否□', '是√ / 否', '是（邀标）', '☑是 □否', '有，已列入', true]) expect(answer(yes)).toBe(true);
    for (const no of ['否', '无', '×', '不需要', '是□ 否■', '□是 √否', false]) expect(answer(no)).toBe(false);
    expect([answer('是□ 否□'), answer(''), answer('待定'), answer('是☑ 否☑')]).toEqual([null, null, '! unreadable-boolean 待定', '! several-choices 是☑ 否☑']);
  });

  it('reads names', () => {
    const names = kind('names');
    expect([names('叶知秋'), names('顾山海、叶知秋'), names('叶知秋\n程远帆'), names('1.叶知秋 \n2.程远帆'), names('叶知秋 程远帆')]).toEqual([['叶知秋'], ['顾山海', '叶知秋'], ['叶知秋', '程远帆'], ['叶知秋', '程远帆'], ['叶知秋', '程远帆']]);
    expect([names('1、叶知秋 2、程远帆'), names('①叶知秋②程远帆'), names('1.叶知秋（总监） 2.程远帆')]).toEqual([['叶知秋', '程远帆'], ['叶知秋', '程远帆'], ['叶知秋（总监）', '程远帆']]);
    expect([names('无'), names('王 明（总监）')]).toEqual([null, ['王 明（总监）']]);
    expect([names('售前 丁一'), names('采购部 白云飞'), names('顾山海 工程师 耿直'), names('顾山海 王总 李经理')]).toEqual([['售前 丁一'], ['采购部 白云飞'], ['顾山海', '工程师 耿直'], ['顾山海', '王总', '李经理']]);
    expect([names('副总 江东'), names('客户经理 林小满'), names('李队 王站')]).toEqual([['副总 江东'], ['客户经理 林小满'], ['李队', '王站']]);
    expect([names('經理 應宗翰'), names('仓管 冉冉'), names('保安队 老孟'), names('王明 主管 李四 经理'), names('王明 售前 丁一')]).toEqual([['經理 應宗翰'], ['仓管 冉冉'], ['保安队 老孟'], ['王明 主管', '李四 经理'], ['王明', '售前 丁一']]);
    expect([names('赫连朔 / Tom Becker'), names('顾山海/叶知秋'), names('顾山海/经理'), names('Tom Becker')]).toEqual([['赫连朔', 'Tom Becker'], ['顾山海', '叶知秋'], ['顾山海/经理'], ['Tom Becker']]);
  });

  it('keeps text as typed, numbers as text, and errors as problems', () => {
    const text = kind('text');
    expect([text(' 19900001101 '), text(19900001101, '0'), text('a\r\nb'), text('=SUM'), text('#REF!')]).toEqual(['19900001101', '19900001101', 'a\nb', '=SUM', '! cell-error #REF!']);
  });
});

describe('choices', () => {
  const columns = formOf('visit-report')!.tables![0]!.columns;
  const plan = (value: string) => shown(columns.find((column) => column.key === 'plan')!.type, value);
  const result = (value: string) => shown(columns.find((column) => column.key === 'result')!.type, value);
  const nature = (value: string) => shown(formOf('customer-archive')!.fields.find((field) => field.key === 'enterprise_nature')!.type, value);

  it.each(['b', 'B', 'ｂ', 'b.处理问题', 'b、处理问题', '处理问题', 'b处理问题', 'ⓑ', 'a ⓑ c', 'a (b) c', 'a.初次拜访□ b.处理问题☑ c.建立关系□', 'B（待报方案）'])('reads %s as 处理问题', (typed) => expect(plan(typed)).toBe('处理问题'));
  it.each(['A', 'A.商谈成功', 'Ａ', 'Ⓐ B C D E'])('reads %s as 商谈成功', (typed) => expect(result(typed)).toBe('商谈成功'));
  it('reads boxes before and after the words', () => {
    // One tick among words is that of the nearer word; between two as near nobody knows.
    expect(['国企　√民营　合资', '国企 民营√ 合资', '国企 √、民营', ' ☑国企 □民营', '国企√民营 合资', '国企 √ 民营 合资'].map(nature)).toEqual(['民营', '民营', '国企', '国企', '! unknown-choice 国企√民营 合资', '! unknown-choice 国企 √ 民营 合资']);
    expect(['国企□  合资□  民营☑', '□国企 ☑民营', '国企□ 合资■', '股份√  外资□', '国企□ 事业单位（√）', '√民营', '民企'].map(nature)).toEqual(['民营', '民营', '合资', '股份', '事业单位', '民营', '民营']);
  });
  it('minds no 类 or 行业 behind an option', () => {
    const industry = (value: string) => shown(formOf('gift-plan')!.fields.find((field) => field.key === 'industry')!.type, value);
    expect(['医疗类', '教育行业', '汽车业', '游戏', '行业'].map(industry)).toEqual(['医(药)疗', '教育', '汽车', '游戏', '! unknown-choice 行业']);
  });
  it('takes printed letters and empty boxes for nothing', () => expect([plan('a b c'), plan('a  b  c'), nature('国企□ 合资□')]).toEqual([null, null, null]));
  it('does not choose between two, or for a person', () => {
    expect([plan('ⓐ ⓑ c'), nature('国企☑ 民营☑'), result('待定'), plan('a/b'), plan('b.建立关系')]).toEqual(['! several-choices ⓐ ⓑ c', '! several-choices 国企☑ 民营☑', '! unknown-choice 待定', '! unknown-choice a/b', '! unknown-choice b.建立关系']);
  });
});

describe('what once misled', () => {
  it('two days of a range are several, however they are joined', () => {
    for (const typed of ['10月15、16日', '2026.10.15-16', '10月15至16日', '10/15~10/16']) expect(kind('day')(typed, 'General', { year: 2026 })).toBe(`! several-days ${typed}`);
  });

  it('empty brackets are a box and no remark', () => {
    const answer = kind('boolean');
    expect(['是（　） 否（√）', '是（√） 否（　）', '是（　） 否（　）', '否（撤诉）'].map((typed) => answer(typed))).toEqual([false, true, null, false]);
  });

  it('a number with leading zeros or letters in its format is the text that it shows', () => {
    const text = (value: number, shownAs: string, format: string) => readValue({ kind: 'text' }, { value, text: shownAs, format });
    expect([text(7, '007', '000'), text(7, 'HT-007', '"HT-"000'), text(20260901, '20,260,901', '#,##0'), text(13900001111, '1.39E+10', 'General')]).toEqual(
      ['007', 'HT-007', '20260901', '13900001111'].map((value) => ({ kind: 'value', value })),
    );
  });
});
