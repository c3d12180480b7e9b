/** What papers, agencies, stations and sites end their names with. */
export const OUTLET_END =
  '报|報|刊|网|網|台|臺|社|中心|客户端|客戶端|频道|财经组|财经|公众号|融媒体|融媒體|融媒|传媒|新闻|新聞|广电|电视台|在线|周刊|周末|杂志|画报|融合号|快讯|快訊';
/** “澜州日报”. */
export const OUTLET_NAME = `\\p{Script=Han}{1,8}(?:${OUTLET_END})`;
/** Those who send news to papers, and are known to all by their own names. */
export const AGENCY_NAME =
  '新华社|新華社|新华网|中新社|中新网|中国新闻网|中通社|央视网|央视新闻|人民网|法新社|路透社|路透|中央社|中評社|中评社|美联社|美聯社|彭博社|共同社|时事社|塔斯社|韩联社|朝中社|俄新社|德新社|安莎社|埃菲社';
