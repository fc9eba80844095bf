import { describeQueries } from '../support/queryTable'

describeQueries(
  'regular expressions, dates, ObjectId',
  db => [
    { _id: 'a', title: '低保公示', code: 'ABC-1', at: new Date('2026-10-08T01:00:00.000Z') },
    { _id: 'b', title: '补贴公示（更正）', code: 'abc-2\nnext', at: new Date('2026-10-09T01:00:00.000Z') },
    { _id: 'c', title: 42, code: ['x', 'abc-3'], ref: db.ObjectId({ id: '64b7f0c2a1b2c3d4e5f60718' }) },
  ],
  [
    { says: 'a regular expression meets text', where: () => ({ title: /公示/ }), finds: ['a', 'b'] },
    { says: 'and elements of arrays', where: () => ({ code: /^abc/ }), finds: ['b', 'c'] },
    { says: 'option i ignores case', where: () => ({ code: /^abc/i }), finds: ['a', 'b', 'c'] },
    { says: 'option m lets ^ stand at each line', where: () => ({ code: /^next/m }), finds: ['b'] },
    { says: 'option s lets the dot stand for a line end', where: () => ({ code: /2.next/s }), finds: ['b'] },
    {
      says: 'db.RegExp is the same',
      where: (_, db) => ({ title: db.RegExp({ regexp: '更正', options: '' }) }),
      finds: ['b'],
    },
    { says: 'in may hold a regular expression', where: _ => ({ title: _.in([/更正/]) }), finds: ['b'] },
    {
      says: 'not may hold a regular expression; other types meet it',
      where: _ => ({ title: _.not(/更正/) }),
      finds: ['a', 'c'],
    },
    { says: 'a Chinese title is met whole', where: () => ({ title: '低保公示' }), finds: ['a'] },
    {
      says: 'a date is met by its instant',
      where: () => ({ at: new Date('2026-10-08T01:00:00.000Z') }),
      finds: ['a'],
    },
    {
      says: 'an ObjectId is met by value',
      where: (_, db) => ({ ref: db.ObjectId({ id: '64b7f0c2a1b2c3d4e5f60718' }) }),
      finds: ['c'],
    },
    { says: 'an ObjectId is not its text', where: () => ({ ref: '64b7f0c2a1b2c3d4e5f60718' }), finds: [] },
  ],
)
