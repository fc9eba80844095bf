import { resolve } from 'node:path'
import { defineConfig } from '@tarojs/cli'

const root = resolve(__dirname, '..')
const ourSources = ['miniprogram', 'shared', 'config'].map(room => resolve(root, room))

/**
 * Taro's build. `TRIAL=1` in the environment makes a trial build, in which a person may pick one of
 * localcloud's trial identities; every other build drops that code.
 */
export default defineConfig<'webpack5'>({
  projectName: 'yangguang-gongshi',
  date: '2026-10-01',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'miniprogram',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  plugins: [resolve(__dirname, 'aria-plugin.ts')],
  defineConstants: { TRIAL: process.env.TRIAL === '1' ? 'true' : 'false' },
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  mini: {
    compile: { include: ourSources },
    // A CSS pixel stays a CSS pixel: rpx would shrink the elder size below 18 on a narrow phone.
    postcss: { pxtransform: { enable: false, config: {} }, cssModules: { enable: false } },
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
  h5: {
    compile: { include: ourSources },
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash', enhanceAnimation: false },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      pxtransform: { enable: false, config: {} },
      cssModules: { enable: false },
    },
    miniCssExtractPluginOption: { ignoreOrder: true, filename: 'css/[name].css' },
  },
})
