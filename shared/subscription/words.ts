/** What a message says where the event itself brings no words. */
export const MESSAGE_WORDS = {
  /** No result is claimed that nobody has entered. */
  ended: '已结束',
  seeWhatFollows: '点开看结果和下一步',
}
