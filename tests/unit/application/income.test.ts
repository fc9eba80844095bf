import { incomeHelp } from '../../../shared/application/income'

const LINE = 600_000

describe('the income of a household beside a line of 6000 元 a person and year', () => {
  it('is divided by all who live in it, those without an income too', () => {
    expect(incomeHelp([1_400_000, 310_000, null], 3, LINE)).toEqual({
      total: 1_710_000,
      perPerson: 570_000,
      line: LINE,
      isWithin: true,
      apart: 90_000,
    })
  })

  it('at the very line is within it: 以下 includes the figure (民法典 第一千二百五十九条)', () => {
    expect(incomeHelp([1_200_000], 2, LINE)).toMatchObject({ isWithin: true, apart: 0 })
    expect(incomeHelp([1_200_001], 2, LINE)).toMatchObject({ isWithin: false, apart: 1 })
  })

  it('a fen above the line is above it, though the rounded income a person shows the line', () => {
    expect(incomeHelp([1_800_001], 3, LINE)).toMatchObject({ perPerson: 600_000, isWithin: false })
  })

  it('of nothing at all is an income that is written', () => {
    expect(incomeHelp([0], 1, LINE)).toMatchObject({ total: 0, perPerson: 0, isWithin: true })
  })

  it.each([
    ['nobody’s income is written', [null, null], 2],
    ['nobody lives in it', [100_000], 0],
    ['the number of people is no whole number', [100_000], 1.5],
    ['the number of people is not written', [100_000], Number.NaN],
  ])('says nothing where %s', (_, incomes, people) => {
    expect(incomeHelp(incomes, people, LINE)).toBeNull()
  })
})
