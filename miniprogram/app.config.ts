const onPhone = process.env.TARO_ENV === 'weapp'

export default defineAppConfig({
  pages: [
    'pages/notices/index',
    'pages/catalog/index',
    'pages/services/index',
    'pages/mine/index',
    'pages/notice/index',
    'pages/item/index',
    'pages/calculator/index',
    'pages/procedure/index',
    'pages/apply/index',
    'pages/application/index',
    'pages/track/index',
  ],
  subPackages: [
    {
      root: 'desk',
      name: 'desk',
      pages: [
        'home/index',
        'compose/index',
        'cases/index',
        'case/index',
        'together/index',
        'start/index',
        'register/index',
      ],
    },
  ],
  window: {
    navigationBarTitleText: '阳光公示',
    // The web app draws its own bar, so that it takes the elder size and the night theme.
    navigationStyle: onPhone ? 'default' : 'custom',
    navigationBarBackgroundColor: onPhone ? '@barColor' : '#F4EEE2',
    navigationBarTextStyle: onPhone ? '@barText' : 'black',
    backgroundColor: onPhone ? '@wallColor' : '#F4EEE2',
    backgroundTextStyle: onPhone ? '@pullText' : 'dark',
  },
  // Own bar: the built-in one keeps its small type in the elder size.
  tabBar: {
    custom: true,
    color: '#626B65',
    selectedColor: '#10594D',
    backgroundColor: '#FFFDF8',
    list: [
      { pagePath: 'pages/notices/index', text: '公示' },
      { pagePath: 'pages/catalog/index', text: '目录' },
      { pagePath: 'pages/services/index', text: '办事' },
      { pagePath: 'pages/mine/index', text: '我的' },
    ],
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  style: 'v2',
})
