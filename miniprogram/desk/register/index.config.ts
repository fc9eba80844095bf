export default definePageConfig({ navigationBarTitleText: '低收入农户名册' })
