export default definePageConfig({ navigationBarTitleText: '算日子' })
