export default definePageConfig({
  navigationBarTitleText: '阳光公示',
  navigationBarBackgroundColor: '#124C43',
  navigationBarTextStyle: 'white',
})
