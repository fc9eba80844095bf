import { mergeInternalComponents } from '@tarojs/shared'
import { ariaAttributes } from './aria-attributes'

if (process.env.TARO_ENV === 'weapp') mergeInternalComponents(ariaAttributes)
