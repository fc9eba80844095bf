import { readFileSync } from 'node:fs'

const BUILD = /`([A-Z][A-Z_]+)=[^`]+ npm run build:/g
const config = readFileSync('config/index.ts', 'utf8')

test.each(['README.md', 'README.zh-CN.md'])('%s builds with variables that the build reads', file => {
  const named = [...readFileSync(file, 'utf8').matchAll(BUILD)].map(match => match[1] ?? '')
  expect(new Set(named)).toEqual(new Set(['CLOUD_ENV', 'API_BASE']))
  for (const name of named) expect(config).toContain(`process.env.${name}`)
})
