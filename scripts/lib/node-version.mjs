// Nothing newer than 2015 in this file: an old Node has to read it as far as the sentence.
const major = Number(process.versions.node.split('.')[0])

if (major < 20) {
  console.error(
    `需要 Node 20 以上，这台机器上的是 ${process.version}。请从 https://nodejs.org 安装新版后再运行一次。`,
  )
  process.exit(1)
}
