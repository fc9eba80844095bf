export default definePageConfig({ navigationBarTitleText: '查办到哪一步' })
