// Traditional characters of labels and options as simplified ones, so that a 繁體 sheet is read like any other. Free text
// is never folded.

const pairs = [
  '檔档 編编 號号 戶户 稱称 電电 話话 經经 聯联 繫系 係系 絡络 業业 質质 營营 項项 範范 圍围 務务 組组 織织 結结 構构 領领 屬属 動动 預预 資资 類类 別别 額额 實实 計计 劃划 時时 間间',
  '觸触 層层 關关 鍵键 競竞 爭争 對对 產产 親亲 標标 見见 總总 監监 單单 試试 決决 鏈链 責责 職职 評评 風风 險险 術术 續续 進进 溝沟 饋馈 題题 處处 問问 發发 開开 會会 談谈 選选 擇择',
  '費费 數数 訪访 報报 記记 錄录 備备 註注 禮礼 贈赠 現现 狀状 價价 員员 簽签 約约 訂订 應应 賬账 帳账 帐账 歸归 績绩 遲迟 場场 認认 確确 規规 違违 內内 執执 導导 審审 與与 請请 團团 隊队',
  '專专 識识 斷断 參参 醫医 療疗 藥药 遊游 戲戏 車车 臺台 國国 體体 練练 觀观 繼继 無无 後后 復复 個个 辦办 優优 網网 億亿 萬万 圓圆 佔占 週周 圖图 廣广 歷历 從从 獎奖 懲惩 設设 製制',
  '據据 補补 協协 議议 戰战 銷销 貨货 調调 滿满 級级 齊齐 辭辞 離离 傳传 達达 館馆 來来 賓宾 隨随 遺遗 慶庆 節节 採采 購购 響响 訴诉 權权 兩两 複复 彙汇 匯汇 雙双 說说 書书 長长 門门',
  '衆众 變变 廠厂 紹绍 態态 環环 條条 併并 歲岁 種种 幣币 傭佣 驅驱 緒绪 純纯 綜综 閉闭 陸陆 階阶 際际 餘余 籌筹 簡简 籤签 納纳 線线 綠绿 聽听 膚肤 藝艺 裏里 視视 覽览 訊讯 託托 許许',
  '詢询 詳详 語语 誤误 課课 論论 諮咨 證证 譯译 護护 讓让 豐丰 貝贝 負负 貼贴 貿贸 賣卖 軟软 輔辅 輸输 轉转 農农 運运 過过 遠远 適适 還还 邊边 郵邮 鋼钢 錢钱 鐵铁 閱阅 陳陈 雲云 靈灵',
  '財财 謝谢 眾众 細细 頁页 順顺 須须 頻频 願愿 飯饭 飲饮 驗验 黨党 點点 礎础 碼码 機机 況况 誌志 當当 誰谁 紀纪 麼么 沒没 強强 維维 該该 擬拟 崗岗 覈核 擔担 準准 蒐搜 憑凭 統统',
  '爲为 為为 則则 啓启 啟启 暫暂 説说 嚮向 彆别 敎教 滙汇 産产 箇个 糰团 綫线 緻致 纍累 舘馆 葯药 蔘参 証证 迴回 録录 錶表 髮发 麵面 麽么 濟济 創创 冊册 幾几 贏赢 獨独 寫写 舉举 緣缘 庫库 儀仪 雜杂 筆笔 瞭了 餽馈 幹干 塊块 兒儿 們们 頭头 東东 畫画 訓训 衛卫 衞卫 樣样 給给',
].join(' ');

/** The simplified character of each traditional one. */
export const simpleOf: ReadonlyMap<string, string> = new Map(pairs.split(' ').map((pair) => [pair[0]!, pair[1]!]));

export function simplified(text: string): string {
  let folded = '';
  for (const character of text) folded += simpleOf.get(character) ?? character;
  return folded;
}
