export default definePageConfig({
  navigationBarTitleText: '工作台',
  navigationBarBackgroundColor: '#124C43',
  navigationBarTextStyle: 'white',
})
