/** What papers, agencies, stations and sites end their names with. */
export const OUTLET_END =
  '报|報|刊|网|網|台|臺|社|中心|客户端|客戶端|频道|财经组|公众号|融媒体|融媒體|融媒|传媒|新闻|新聞|广电|电视台|在线|周刊|周末|杂志|画报|融合号|快讯|快訊';
/** “澜州日报”. */
export const OUTLET_NAME = `\\p{Script=Han}{1,8}(?:${OUTLET_END})`;
