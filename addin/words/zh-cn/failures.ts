// What the pane says when something did not go: what is the case (title), that nothing is lost and what to do (text).

export interface FailureWords {
  readonly title: string;
  readonly text: string;
}

const kept = '您填的内容都在工作簿里。';

export const failures = {
  // Reaching the Worker
  offline: { title: '连不上服务器', text: `${kept}联网后再试一次。` },
  timeout: { title: '服务器没有及时答复', text: `${kept}再试一次，不会重复发送。` },
  busy: { title: '服务器正忙', text: `${kept}过一会儿再试一次，不会重复发送。` },
  'storage-unavailable': { title: '服务器暂时取不到记录', text: `${kept}过一会儿再试一次，不会重复发送。` },
  'storage-full': { title: '服务器存满了', text: `${kept}已收下的都在，没有新收。请告诉管理员腾出空间，再同步。` },
  unavailable: { title: '服务器暂时不能用', text: `${kept}过一会儿再试一次，不会重复发送。` },
  refused: { title: '服务器没有接受', text: `${kept}再试一次；仍不行，请告诉管理员。` },
  'bad-answer': { title: '服务器的答复读不懂', text: `${kept}请关闭窗格再打开；仍不行，请告诉管理员。` },
  internal: { title: '出了意外', text: `${kept}再试一次；仍不行，请告诉管理员。` },

  // Sign-in and rights
  'code-unknown': { title: '激活码不对', text: '没有登录。请核对每一位，或请总监重新生成一个。' },
  'code-expired': { title: '激活码已过期', text: '没有登录。请总监重新生成一个。' },
  'code-used': { title: '激活码已经用过', text: '没有登录。每个码只能用一次，请总监重新生成一个。' },
  'too-many-attempts': { title: '试的次数太多', text: '没有登录。请过 15 分钟再试，或请总监重新生成一个。' },
  'token-missing': { title: '还没有登录', text: `${kept}请先登录。` },
  'token-unknown': { title: '登录已失效', text: `${kept}请重新登录。` },
  'token-expired': { title: '登录已过期', text: `${kept}请重新登录。` },
  'token-revoked': { title: '这台设备的登录已被停用', text: `${kept}需要时请总监再发一个激活码。` },
  'role-lacks-right': { title: '您没有这项权限', text: `${kept}需要时请联系总监。` },
  'member-left': { title: '这位成员已离职', text: '没有改动。' },
  'name-taken': { title: '已有同名的成员', text: '没有改动。请换一个写法。' },
  'handover-planned': { title: '还有约好的客户交接', text: '没有改动。有客户约好以后交给这位成员或由他交出，对方会在另一个部门。请先改约，或等交接那天过后再调部门。' },
  'not-found': { title: '没有这条记录', text: '它可能已被删除，或不归您看。工作簿里的内容没有动。' },
  'assigned-later': { title: '后来又交接过这个客户', text: '没有改动。请从后来那一天起再交接。' },
  'not-personal': { title: '这一栏不是个人信息', text: '没有抹去。只有个人信息可以抹去。' },
  'cannot-be-reckoned': { title: '这个周期还算不出来', text: `${kept}请管理员核对办法的生效日期和参数。` },

  // Sending
  malformed: { title: '发送的内容格式不对', text: `${kept}请关闭窗格再打开后重试；仍不行，请告诉管理员。` },
  'not-json': { title: '发送的内容格式不对', text: `${kept}请关闭窗格再打开后重试；仍不行，请告诉管理员。` },
  'method-not-allowed': { title: '服务器不认得这个请求', text: `${kept}请关闭窗格再打开后重试；仍不行，请告诉管理员。` },
  'body-too-large': { title: '一次发送的内容太多', text: `${kept}请先同步一部分，再同步其余。` },
  'protocol-too-old': { title: '插件版本太旧', text: `${kept}请关闭窗格再打开，会自动用上新版本。` },
  'protocol-unknown': { title: '插件比服务器新', text: `${kept}请告诉管理员先更新服务器。` },
  'head-unknown': { title: '服务器上的记录比这本工作簿旧', text: `${kept}没有发送，也没有改动单元格。服务器可能恢复了旧备份，或被人删过；请告诉管理员。管理员同意以后，到“体检”里按“以单元格为准重新核对”。` },
  'push-id-reused': { title: '上次封存的内容变了', text: `${kept}没有发送。请告诉管理员。` },
  'workbook-of-another-org': { title: '这本工作簿属于另一个单位', text: '没有发送，也没有改动。请用“另存为”做一个副本，或换回原来的账户。' },
  'workbook-bound': { title: '这本工作簿是给别人的', text: '没有发送，也没有改动。请打开您自己的工作簿。' },
  'audience-not-yours': { title: '这本工作簿不归您或您的部门', text: '没有发送，也没有改动。请打开您自己的工作簿。' },

  // Teaching labels
  'word-without-field': { title: '服务器不认得其中一个字段', text: `${kept}没有保存。请关闭窗格再打开后重试；仍不行，请告诉管理员。` },
  'words-full': { title: '部门教过的标签已满', text: `${kept}没有保存。请在“更多”里删掉不用的标签，或不勾选“本部门的同事也这样读”。` },

  // Excel
  'cell-edit-mode': { title: '单元格正在编辑', text: '没有写入。请按 Enter 结束编辑，再试一次。' },
  'sheet-protected': { title: '工作表受保护，写不进去', text: `${kept}请先在“审阅”里撤销“保护工作表”，再试一次。` },
  'structure-protected': { title: '工作簿结构受保护', text: `${kept}请先在“审阅”里撤销“保护工作簿”，再试一次。` },
  'payload-too-large': { title: '工作表太大，一次读写不完', text: `${kept}请把多余的空行空列删掉，或分成两本。` },
  'workbook-went-on': { title: '别的窗格正在写这个工作簿', text: `${kept}等对方写完，再按一次。` },
  'excel-busy': { title: 'Excel 正忙', text: `${kept}等它算完，再试一次。` },
  'excel-failed': { title: 'Excel 没有做成', text: `${kept}再试一次；仍不行，请存盘后重新打开。` },
  'sheet-gone': { title: '这张工作表已经不在了', text: '可能改了名或被删除。请重新读取。' },
  'cell-changed': { title: '这一格刚才又改过', text: '没有写入，您填的内容保持原样。请重新读取后再选。' },
  'nothing-to-undo': { title: '没有可以撤销的写入', text: '只能撤销这次打开后的最后一次写入。工作簿没有动。' },
  'form-unknown': { title: '没有这种表', text: '没有放入。请关闭窗格再打开后重试。' },
  'not-in-excel': { title: '这里不是 Excel', text: '请在 Excel 里打开工作簿，再从功能区打开 Keybook。' },
  'office-script-missing': { title: 'Excel 的组件没有加载', text: '工作簿没有动过。请检查网络，再试一次；仍不行，请告诉管理员。' },
  'excel-too-old': { title: '这个 Excel 版本太旧', text: '请用 Microsoft 365、Excel 2021 或更新的版本。工作簿没有动过。' },
  'sheet-hidden': { title: '这张工作表是隐藏的', text: '请先取消隐藏，再定位。' },
} as const satisfies Readonly<Record<string, FailureWords>>;

/** What is said of a code without words of its own. */
export const otherFailure: FailureWords = failures.internal;
