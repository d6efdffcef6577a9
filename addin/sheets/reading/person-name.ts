// A person's name in a line of other words: by its family name, between blanks, brackets or dashes. Knows no roster.

const families =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符' +
  '刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仝闫肖岳帅缑亢况佘佟商墨哈谯年阳佴言福付代邝';
const doubleFamilies = '欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐|东郭|公输';
const name = new RegExp(`^(?:(?:${doubleFamilies})[\\u4e00-\\u9fff]{1,2}|[${families}][\\u4e00-\\u9fff]{1,2})$`, 'u');
/** What ends in these is no person. */
const thing = /[部组司表单账册录志页网科室处厅局店厂行院校社所年月日周季度期次省市区县片]$/u;

/**
 * The one name that stands by itself in a text: `阙如故　2025年5月客户拜访明细`, `拜访明细（周立夏）`. Words of two characters
 * are names only where `elsewhere` has them too: 明细 and 计划 would be.
 */
export function personIn(text: string, elsewhere: string): string | undefined {
  const words = text.normalize('NFKC').split(/[\s()[\]【】《》、,，:：;；—_|/·-]+|20\d\d年?|\d+月份?/u);
  const names = new Set(words.filter((word) => name.test(word) && !thing.test(word) && (word.length > 2 || elsewhere.includes(word))));
  return names.size === 1 ? [...names][0] : undefined;
}

export function isPersonName(text: string): boolean {
  return name.test(text);
}
