// The words of 体检: what is the case, and what to do where something is not. Knows no state.

type Facts = Readonly<Record<string, string>>;
type Say = (facts: Facts) => string;

export const checkUp = {
  title: '体检',
  lead: '逐项看一遍，有毛病的先说是什么、内容丢没丢、怎么办。',
  running: '正在检查',
  again: '再检查一遍',
  copy: '复制结果',
  copied: '已复制，可以发给管理员。',
  notCopied: '没有复制成。请选中上面的文字再复制。',
  allGood: '都正常',
  notes: (count: number) => `${count} 处要留意`,
  wrong: (count: number) => `${count} 处有问题`,
  stands: { good: '正常', note: '留意', bad: '有问题' },
  names: { 'sign-in': '登录', network: '网络', excel: 'Excel', protection: '保护', identities: '身份', layouts: '版式', pending: '待同步', chain: '链头' },
  mends: { 'sign-in': '重新登录', sync: '现在同步', 'ask-again': '重新核对', 'ask-afresh': '以单元格为准重新核对', teach: '教一次版式', problems: '看问题', questions: '去确认' },
  /** What a mend does, said before it is done. */
  asks: { 'ask-afresh': '请先问过管理员。会把单元格里的内容和服务器逐条对上：服务器少了的重新发出，不一样的成为冲突，由您裁定；单元格里的内容不动。管理员同意了，现在做吗？', 'ask-again': '会向服务器把全部记录重新要一遍，和单元格逐条对上；单元格里的内容不动，对不上的会问您。要现在做吗？', 'sign-in': '会退出现在的登录，改动都留在工作簿里。要现在重新登录吗？' } as Readonly<Record<string, string>>,
  goAhead: '现在做',
  leave: '先不做',
  askedAgain: '已重新核对',
  askedAgainText: '记录和单元格都对上了，对不上的列在“待确认”里。',

  says: {
    'signed-in': (f) => `${f['name']}，登录有效至 ${f['until']}。`,
    'sign-in-ends-soon': (f) => `${f['name']}的登录 ${f['until']} 到期。请提前请总监发一个新的激活码。`,
    'signed-out': () => '还没有登录，不能同步。改动都留在工作簿里。',

    reachable: (f) => `服务器有答复，用时 ${f['milliseconds']} 毫秒。服务器日期 ${f['today']}。`,
    'clock-off': (f) => `服务器有答复。这台电脑的日期是 ${f['here']}，服务器是 ${f['today']}；以服务器为准，不影响同步。`,
    unreachable: () => '连不上服务器。改动都在工作簿里，照常填表、存盘；联网后再同步。请看公司网络、VPN 或代理。',
    'server-refuses': (f) => `服务器没有接受（${f['code']}）。改动都在工作簿里，过一会儿再试；仍不行，请把结果发给管理员。`,
    'not-asked': () => '没有登录，没有问服务器。',

    'excel-good': (f) => `${f['platform']} ${f['version']}，接口到 ExcelApi ${f['api']}。读取 ${f['sheets']} 张表用时 ${f['milliseconds']} 毫秒，往返 ${f['trips']} 次。`,
    'excel-old': (f) => `${f['platform']} ${f['version']}，接口只到 ExcelApi ${f['api']}，要 1.14。请更新 Excel；工作簿没有动过。`,
    'excel-editing': () => '有单元格正在编辑，没有读成。请按 Enter 结束编辑，再检查一遍。',
    'excel-failed': (f) => `Excel 没有读成（${f['code']}）。工作簿没有动过，请存盘后重新打开再试。`,

    unprotected: () => '工作簿和工作表都没有保护，写得进去。',
    'structure-protected': () => '工作簿结构受保护，只能读，不能同步。请在“审阅”里撤销“保护工作簿”。',
    'sheets-protected': (f) => `${f['count']} 张工作表受保护：${f['names']}。同事的更新写不进这些表，留在记录里；您填的照样能发送。`,

    'identities-good': (f) => `认得 ${f['records']} 条记录，和单元格都对得上。`,
    'identities-new': (f) => (f['records'] === '0' ? '还没有同步过，没有要认的记录。' : `读到 ${f['records']} 条记录，还没有同步过。`),
    'identities-damaged': () => '隐藏的身份表缺了一部分。单元格里的内容都在；重新核对一遍就补齐。',
    'identities-of-another-org': () => '这本工作簿属于另一个单位，不能同步。内容没有动；请用“另存为”做一个副本。',
    'identities-unclear': (f) => `${f['count']} 处要您确认：表里不见了的，或分不清是哪条记录的。确认前不发送。`,

    'layouts-good': (f) => `认出 ${f['forms']} 种表，版式都认得。`,
    'layouts-none': () => '没有认出大客户部的表。',
    'layouts-drifted': (f) => `${f['labels']} 个标签没见过：${f['names']}。这几处先不读，其余照读；教一次，以后都认得。`,
    'sheets-unrecognised': (f) => `${f['count']} 张表没有认出：${f['names']}。保持原样，不读也不写。`,

    'nothing-pending': (f) => (f['at'] === '' ? '没有待同步的改动。' : `没有待同步的改动。上次同步 ${f['at']}。`),
    pending: (f) => `${f['count']} 条改动待同步，都在单元格里。`,
    'push-unanswered': (f) => `上次有 ${f['count']} 条改动已封存、还没收到答复。同步一次就会接着发，不会重复。`,
    'values-unreadable': (f) => `${f['count']} 格读不出来，那几格先不发送，其余照发。`,

    'chain-none': () => '还没有链头，第一次同步后就有。',
    'chain-kept': (f) => `工作簿记着 ${f['head']}，服务器的链上有它，每次同步都会接在后面。`,
    'chain-cut': (f) => `工作簿记着 ${f['head']}，服务器的链上没有它：服务器可能恢复了旧备份，或被人删过。单元格里的内容都在，没有动过。请先把结果发给管理员，等管理员说可以，再点下面的按钮。`,
    'chain-good': (f) => `核对了 ${f['pushes']} 次发送，前后连得上。工作簿记着 ${f['head']}。`,
    'chain-erased': (f) => `核对了 ${f['pushes']} 次发送，前后连得上；其中 ${f['erased']} 处个人信息已按规定抹去。`,
    'chain-broken': (f) => `${f['at']} 的那次发送对不上（${f['what']}）。您的工作簿没有动；请管理员立即核对服务器。`,
    'record-broken': (f) => `记录 ${f['record']} 和它的历史对不上（${f['what']}${f['field'] === '' ? '' : `：${f['field']}`}）。您的工作簿没有动；请管理员立即核对服务器。`,
    'chain-unknown': (f) => `没有核对成（${f['code']}）。工作簿记着 ${f['head']}。`,
  } satisfies Readonly<Record<string, Say>> as Readonly<Record<string, Say>>,
  breaks: { tampered: '内容被改过', removed: '少了一次', reordered: '次序变了', truncated: '后面的被截去', digest: '摘要不符', row: '内容被改过', gone: '记录不见了', history: '历史接不上', unknown: '没有来历' } as Readonly<Record<string, string>>,
} as const;
