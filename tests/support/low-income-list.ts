/** A list of households proposed as 低收入农户, as a village cadre fills it in. All names are made up. */
export const lowIncomeList = {
  unit: '330304108296',
  district: 'ouhai',
  item: '2/1',
  template: 'low-income-list',
  values: {
    publisherName: '纸源村委会',
    formedOn: '2026-10-11',
    acceptUnit: '泽雅镇社会事务办公室',
    acceptPhone: '0577-00000000',
    acceptAddress: '泽雅镇示例路1号',
    acceptHours: '工作日上午8:30—12:00，下午2:00—5:00',
    supervisionPhone: '0577-00000001',
    signedOn: '2026-10-12',
    year: '2026',
    process: '2026-09-28开始申请，2026-10-11村民代表评议，到会28人。',
    householdCount: '2',
    personCount: '5',
    basis: '示例低收入农户认定办法',
  },
  rows: [
    { name: '林示例', village: '纸源村一组', memberCount: '3', category: '低保边缘户', changeType: '续列' },
    { name: '周示例', village: '纸源村二组', memberCount: '2', category: '其他低收入户', changeType: '新增' },
  ],
}

export const LOW_INCOME_TITLE = '纸源村2026年度低收入农户拟认定名单'
