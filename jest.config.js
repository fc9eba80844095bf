const typescript = [
  '@swc/jest',
  { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' }, module: { type: 'commonjs' } },
]

/** One project a room of tests. What runs is TypeScript; `dist/` is run as it was built. */
const project = (name, overrides = {}) => ({
  displayName: name,
  testMatch: [`<rootDir>/tests/${name}/**/*.test.ts`],
  testEnvironment: 'node',
  transform: { '\\.tsx?$': typescript },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  ...overrides,
})

module.exports = {
  testTimeout: 120_000,
  projects: [
    project('unit'),
    project('scripts'),
    project('localcloud'),
    project('cloud'),
    project('fault'),
    // The simulator draws into a DOM; the logic of the app runs without one, as it does in WeChat.
    project('weapp', { testEnvironment: 'jsdom' }),
    project('browser'),
  ],
}
