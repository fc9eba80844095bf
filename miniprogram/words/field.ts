/** What the parts of a form say. */
export const fieldWords = {
  required: '要填',
  pickDate: '选日子',
  less: '减一',
  more: '加一',
  unit: {
    title: '看哪里的公示',
    search: '找村名、镇名',
    whole: (name: string) => `${name}全部`,
    chooseDistrict: '先选区',
    nothing: (word: string) => `没有叫“${word}”的地方`,
    loading: '正在取地名',
    back: '换一个',
  },
  checklist: { done: '都齐了', missing: (count: number) => `还缺 ${count} 样` },
}
