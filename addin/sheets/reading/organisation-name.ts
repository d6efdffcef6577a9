// What a firm or an institution is called, in a text of other words. Knows no customers.

const ending = /(公司|集团|厂|医院|保健院|银行|支行|分行|大学|学院|学校|中学|中心|研究[院所]|设计院|事务所|酒店|宾馆|商场|超市|局|厅|委员会|协会|联社|合作社)$/;

export function namesOrganisation(text: string): boolean {
  return ending.test(text.replace(/[（(][^（）()]*[)）]$/, '').trim());
}

/** The one word of a text that names an organisation. */
export function nameOfOrganisation(text: string): string | undefined {
  const names = text.split(/[\s,，、;；]+/).filter((word) => word.length > 3 && namesOrganisation(word));
  return names.length === 1 ? names[0] : undefined;
}
