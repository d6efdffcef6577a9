// An amount in capital numerals, as it stands on a voucher: 1,200,000 fen is 壹万贰仟元整.

const digits = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'];

/** 1,200,000 fen: 壹万贰仟元整 */
export function capitalAmount(fen: number): string {
  const yuan = Math.floor(fen / 100);
  const [jiao, rest] = [Math.floor((fen % 100) / 10), fen % 10];
  const groups = [Math.floor(yuan / 100_000_000), Math.floor(yuan / 10_000) % 10_000, yuan % 10_000];
  let words = '';
  groups.forEach((group, index) => {
    if (group === 0) return;
    words += (words !== '' && group < 1000 ? '零' : '') + capitalGroup(group) + ['亿', '万', ''][index]!;
  });
  const cents = (jiao > 0 ? `${digits[jiao]}角` : rest > 0 && words !== '' ? '零' : '') + (rest > 0 ? `${digits[rest]}分` : '');
  return (words === '' ? (cents === '' ? '零元' : '') : `${words}元`) + (rest > 0 ? cents : `${cents}整`);
}

function capitalGroup(group: number): string {
  let words = '';
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit > 0) words += digits[digit]! + places[place]!;
    else if (words !== '' && group % 10 ** place > 0 && !words.endsWith('零')) words += '零';
  }
  return words;
}
