import { readPasted } from '../../../miniprogram/desk/compose/paste'

const columns = [
  { key: 'name', label: '户主姓名' },
  { key: 'village', label: '村、组' },
  { key: 'memberCount', label: '家庭人数' },
  { key: 'amount', label: '补助（元）' },
  { key: 'phone', label: '联系电话' },
]

describe('a list pasted from a spreadsheet', () => {
  it('goes by the names of its columns, in whatever order they stand', () => {
    const pasted = readPasted('序号\t补助\t户主\t村组\n1\t300\t林示例\t1组\n2\t450\t潘示例\t2组\n', columns)
    expect(pasted).toEqual({
      rows: [
        { amount: '300', name: '林示例', village: '1组' },
        { amount: '450', name: '潘示例', village: '2组' },
      ],
      byHeader: true,
      unused: [],
      extra: 0,
    })
  })

  it('says which columns it could not use', () => {
    const { rows, unused } = readPasted('户主姓名,家庭人数,备注\n林示例,3,无', columns)
    expect(rows).toEqual([{ name: '林示例', memberCount: '3' }])
    expect(unused).toEqual(['备注'])
  })

  it('goes by the order of the form where no line names the columns', () => {
    const { rows, byHeader } = readPasted('林示例，1组，3\n潘示例，2组，1', columns)
    expect(byHeader).toBe(false)
    expect(rows).toEqual([
      { name: '林示例', village: '1组', memberCount: '3' },
      { name: '潘示例', village: '2组', memberCount: '1' },
    ])
  })

  it('leaves out a running number in front', () => {
    expect(readPasted('1\t林示例\t1组\n2\t潘示例\t2组', columns).rows).toEqual([
      { name: '林示例', village: '1组' },
      { name: '潘示例', village: '2组' },
    ])
  })

  it('keeps an empty cell empty and the cells after it in their columns', () => {
    expect(readPasted('林示例\t\t3\r\n\r\n潘示例\t2组\t', columns).rows).toEqual([
      { name: '林示例', memberCount: '3' },
      { name: '潘示例', village: '2组' },
    ])
  })

  it('takes a cell in quotes whole, with its separators, line breaks and quotes', () => {
    expect(readPasted('"林示例","纸源村,1组",3\n"潘""小""例","2\n组",1', columns).rows).toEqual([
      { name: '林示例', village: '纸源村,1组', memberCount: '3' },
      { name: '潘"小"例', village: '2 组', memberCount: '1' },
    ])
  })

  it('counts the cells beyond the last column', () => {
    expect(readPasted('林示例\t1组\t3\t300\t0577-00000000\t多\t余', columns).extra).toBe(2)
  })

  it('makes nothing of nothing', () => {
    expect(readPasted(' \n\t\n', columns).rows).toEqual([])
  })
})
