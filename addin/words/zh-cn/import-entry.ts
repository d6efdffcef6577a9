// The words that lead to 导入以前的文件; those of the screen itself come with it. Knows no state.

export const importEntry = {
  title: '导入以前的文件',
  open: '导入以前的 Excel 文件',
  openLead: '多年的旧表一次读进来，先列清单，点“导入”才发送。',
  start: '打开',

  atWork: '正在导入旧文件，完成后才能同步。',
} as const;
