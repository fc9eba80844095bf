/** What is said about photos and files: taking them, and why one cannot be taken. */
export const fileWords = {
  take: '拍照',
  takeOrChoose: '拍照或选文件',
  more: '再拍一张',
  moreFiles: '再加一份',
  count: (count: number) => `${count} 份，拍好了`,
  none: '还没拍',
  remove: '去掉',
  removeNamed: (kind: string, place: number) => `去掉${kind}第 ${place} 份`,
  look: (kind: string, place: number) => `看${kind}第 ${place} 份`,
  full: (most: number) => `一样最多 ${most} 份。`,
  unreadable: '这张打不开，请换一张，或者重拍。',
  tooLarge: '这个文件超过 5 兆，请拍成照片，或者换小一点的。',
  noRoom: '手机存不下了。删掉一些照片再拍。',
  noCamera: '没打开相机和相册。请在微信设置里允许，再试一次。',
  gone: '这张照片手机里没有了，请重拍。',
  lostOnTheWay: '照片没传上去，网络太慢。过一会儿再试。',
}
