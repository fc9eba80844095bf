import type { IPluginContext } from '@tarojs/service'
import { ariaAttributes } from '../miniprogram/platform/aria-attributes'

type MiniPlatform = {
  template: { mergeComponents(context: IPluginContext, components: Record<string, object>): void }
}

/** Taro's templates for WeChat know no `aria-…`; without this plugin a screen reader meets silent boxes. */
export default function ariaPlugin(context: IPluginContext) {
  if (process.env.TARO_ENV !== 'weapp') return
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      platform.template.mergeComponents(context, ariaAttributes)
    },
  })
}
