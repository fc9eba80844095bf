/** What is said when a call brings nothing. It blames nobody and says what to do. */
export const cloudWords = {
  title: '没打开',
  offline: '手机没有网。连上网再试。',
  slow: '网络太慢，没等到。填的都还在。',
  unreachable: '现在连不上，过一会儿再试。',
  unexpected: '这里出了点岔子，请再试一次。',
}
