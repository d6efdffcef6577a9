// What is said of a field's problem: why it cannot be read or taken, then what to enter. The typed text stands beside
// it in the list of problems, so most sentences do not repeat it.

type Facts = Readonly<Record<string, string>>;
type Say = (facts: Facts) => string;

const or = (text: string | undefined, otherwise: string): string => (text === undefined || text === '' ? otherwise : text);

export const problems = {
  // Reading a cell
  'unreadable-day': () => '读不成日期。请填 2026-10-16 这样的日期。',
  'no-such-day': () => '日历上没有这一天。请核对。',
  'several-days': () => '一格里有不止一个日期。这里只留一个，其余另填一份。',
  'year-missing': () => '看不出是哪一年。请把年份也填上。',
  'unreadable-month': () => '读不成月份。请填 2026-10 这样的月份。',
  'unreadable-quarter': () => '读不成季度。请填“2026 年第三季度”这样的季度。',
  'unreadable-money': () => '读不成金额。请填数字，例如 120000 或 12 万。',
  'unreadable-number': () => '读不成数字。请填整数，例如 3。',
  'unreadable-percent': () => '读不成百分比。请填 75% 这样的数。',
  'unreadable-boolean': () => '看不出是“是”还是“否”。请只填其中一个。',
  'unknown-choice': () => '不在可选的答案里。请从表上印的选项中选。',
  'several-choices': () => '选了不止一项。这里只能选一项。',
  'parts-not-named': () => '看不出各部分分别是什么。请照表上的标签分开填。',
  'cell-error': () => '公式算出了错误值。请检查这一格的公式。',
  'cell-cyclic': () => '公式绕回到了自己，算不出数，显示的是以前留下的值。请检查这一格的公式。',
  'struck-out': () => '这一格划掉了，没有读。仍然有效的话，请取消删除线。',
  'row-struck-out': () => '这一行划掉了，没有当作记录。仍然有效的话，请取消删除线；作废的话，请删掉这一行。',
  'card-void': () => '这张表上写着“作废”，没有当作记录。仍然有效的话，请去掉这两个字。',
  'row-void': () => '这一行写着“作废”，没有当作记录。仍然有效的话，请去掉这两个字。',
  'boxes-drawn': () => '这里的勾选框是画在单元格上面的控件：文件里读得到，在 Excel 里读不到，也写不回去。请改成在单元格里打√。',
  'heading-inferred': (f) => `没见过这个标题，看下面的内容像是“${f['field']}”，就按它读了。不对的话，请在“教一次版式”里选对。`,
  uncertain: (f) => (f['read'] ? `读作 ${f['read']}，请核对。` : '读得不太准，请核对这一格。'),

  // Names
  'customer-unknown': (f) => `花名册里没有这个客户。${f['choices'] ? '是下面的一家吗？都不是的话，' : ''}请核对名称，或先填客户档案表。`,
  'customer-ambiguous': () => '花名册里不止一家叫这个名字，是哪一家？',
  'member-unknown': (f) => `花名册里没有这个人。${f['choices'] ? '是下面的一位吗？' : '请核对姓名。'}`,
  'member-ambiguous': () => '花名册里不止一个人叫这个名字，是哪一位？',

  'contract-unknown': () => '合同台账里没有这个编号，不知道是哪个客户的。请核对编号，或先登记合同。',

  // Values and forms
  missing: () => '这一格必填，还空着。其余已收下，补上后才计入统计。',
  'wrong-type': () => '填的内容和这一栏要的不一样。请照表上的要求重填。',
  'wrong-shape': () => '这一栏的结构不对。请照空白表重填。',
  'not-whole-fen': () => '金额只能到分，最多两位小数。',
  'too-long': () => '太长了，一格放不下。请缩短。',
  'record-too-large': () => '这条记录的内容太多，一次发不下，没有收下。请缩短最长的几格，或拆成两份。',
  negative: () => '不能是负数。请填 0 或正数。',
  'not-whole': () => '要填整数，例如 3。',
  'too-large': (f) => `超过了上限 ${or(f['maximum'], '')}。请核对。`,
  'too-many-decimals': (f) => `小数太多，最多 ${or(f['maximum'], '2')} 位。`,
  'points-not-allowed': (f) => `${or(f['item'], '这一项')}没有 ${or(f['points'], '这个')} 分这一档。请按办法的档次评分。`,
  'spent-though-self-paid': () => '费用类型选了“自费”，公司不出钱，这里却有金额。请改金额或费用类型。',
  'report-before-reception': () => '报告时间早于招待日期。请核对这两个日期。',
  'total-differs': (f) => `各行相加是 ${or(f['sum'], '另一个数')}，和这里的合计不一样。请核对。`,
  'visits-miscounted': (f) => `表里的拜访是 ${or(f['counted'], '另外几')} 次，和这里填的不一样。请核对。`,
  'application-missing': () => '这份工作簿里没有这个客户这一天的接待申请。没有申请不能报销，请核对日期和客户。',
  'over-application': (f) => `支出 ${or(f['spent'], '')} 元，超过申请的 ${or(f['applied'], '')} 元。请核对，或说明原因。`,
  'over-plan': (f) => `超过了礼品馈赠计划里的 ${or(f['planned'], '数')}。请核对，或先改计划。`,
  'day-missing': () => '有金额没有日期，不知道算在哪个月。请补上日期。',
  'amount-missing': () => '有日期没有金额。请补上金额。',

  'out-of-sight': (f) => `${or(f['records'], '')} 条记录已不归您看，已标成灰底，只能看；写在里面的内容不会发送。`,
  'typed-out-of-sight': () => '这条记录已不归您看，写在这里的内容没有发送。请转告现在负责的人，或改回原来的内容。',

  'record-unclear': () => '认不准这是哪一条记录，没有发送。请核对这一行的主要栏目。',

  // What the Worker does not take
  'same-key': () => '有人把同样的一条重新填过，现在两条都在。请核对；重复的删掉一条。',
  possible_duplicate: () => '已有同样的记录，没有再建一条。请核对是不是重复。',
  'known-out-of-sight': () => '已有同样的记录，但这本工作簿的主人看不到它，没有再建。这里已标成灰底，只能看；请在自己的工作簿里填写。',
  'append-only': () => '这种记录只能追加，收下后不能改也不能删。原值会放回单元格；要更正，请另填一行。',
  'field-not-yours': () => '这一栏不归您填，没有收下。请交给负责的人。',
  'no-right': () => '这条记录不归您填，没有收下。请由填表人本人或总监同步。',
  'conflict-unknown': () => '没有这处冲突，可能已经选定。两个值都在历史里。',
  'not-found': () => '记录里没有这一条，或不归您看。单元格里的内容没有动。',
  'form-unknown': () => '服务器不认得这种表。请关闭窗格再打开后重试。',
  'unknown-field': () => '服务器不认得这一栏。请关闭窗格再打开后重试。',
  'executor-already-assigned': (f) => `这个客户已有客户执行${or(f['executor'], '')}，不能再指派。`,
  'parameter-unknown': (f) => `办法里没有参数${or(f['parameter'], '')}。请核对参数名称，本条没有收下。`,
  'parameter-unreadable': () => '这个取值读不成这个参数要的数。请改成数字，例如 5。',
  'parameter-out-of-range': () => '这个取值超出了这个参数允许的范围，本条没有收下。请核对。',
  'weights-not-100': (f) => `改了以后十二项分值合计 ${or(f['total'], '')}，不是 100，本次改的分值都没有收下。请一次改齐再同步。`,
  'manager-not-owner': () => '这一天这个客户不归这位经理。请核对日期和经理。',
} as const satisfies Readonly<Record<string, Say>>;
