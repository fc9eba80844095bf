import { resolve } from 'node:path'
import { defineConfig } from '@tarojs/cli'

const root = resolve(__dirname, '..')
const isTrial = process.env.TRIAL === '1'
const platform = process.env.TARO_ENV ?? 'weapp'
/** A trial build never lies where a real one is looked for. */
const outputRoot = isTrial && platform === 'h5' ? 'dist/h5-trial' : `dist/${platform}`
const ourSources = ['miniprogram', 'shared', 'config'].map(room => resolve(root, room))

/**
 * Taro's build. From the environment:
 * `TRIAL=1` a trial build, in which a person may pick one of localcloud's trial identities; every other build
 * drops that code. `CLOUD_ENV` the CloudBase environment of the WeChat build; without it WeChat takes the one
 * chosen in DevTools. `API_BASE` where the web app finds the functions, if not on its own host.
 */
export default defineConfig<'webpack5'>({
  projectName: 'yangguang-gongshi',
  date: '2026-10-01',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'miniprogram',
  outputRoot,
  plugins: [resolve(__dirname, 'aria-plugin.ts')],
  defineConstants: {
    TRIAL: String(isTrial),
    CLOUD_ENV: JSON.stringify(process.env.CLOUD_ENV ?? ''),
    API_BASE: JSON.stringify(process.env.API_BASE ?? ''),
  },
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
    webpackChain(chain) {
      // Else each page carries its own copy of the parts that all pages are made of.
      chain.merge({ optimization: { splitChunks: { chunks: 'all', minSize: 8000 } } })
    },
  },
})
