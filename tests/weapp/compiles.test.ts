import { compileMarkup, compileStyles } from './support/wechat-compiler'

const APP = 'dist/weapp'

test('WeChat’s own compiler takes every page’s markup', () => {
  const { files, complaints } = compileMarkup(APP)
  expect(complaints).toBe('')
  expect(files).toBeGreaterThan(8)
})

test('WeChat’s own compiler takes every style sheet', () => {
  const { files, complaints } = compileStyles(APP)
  expect(complaints).toBe('')
  expect(files).toBeGreaterThan(0)
})
