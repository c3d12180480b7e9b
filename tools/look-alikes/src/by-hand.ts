/** Characters often taken for each other whose shapes, dot by dot, are not so near; collected by hand. */
export const BY_HAND = [
  '己已巳', '末未', '人入', '干千', '曰日', '令今', '来米', '门们', '間問', '间问', '无元', '侯候', '思患', '描猫', '辰晨', '霍藿', '向响', '脑恼', '辩辨',
  '枪检', '亳毫', '箅算', '土士', '治冶', '戊戍戌', '免兔', '贷货', '折拆', '拔拨', '目日', '刀力',
];
