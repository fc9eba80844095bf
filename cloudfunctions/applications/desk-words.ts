/** What the desk and the register say when they refuse. */
export const DESK_WORDS = {
  justHandled: '别人刚办过这件，请刷新',
  notYourBody: '这一步不由您办，请交给办理人',
  objectionNotYours: '异议由张贴公示的单位来记，请交给他们',
  recordMissing: (title: string) => `请先填好《${title}》`,
  recordNotTaken: '这一步不写记录，请刷新后再办',
  done: '办好了',
  notTogether: '这件和别的不在同一步，请单独办',
  failed: '这件没办成，请单独再办一次',
  materialNotFound: '没有找到这份材料，请刷新',
  fileGone: '这份材料的文件打不开，请申请人重新交',
} as const
