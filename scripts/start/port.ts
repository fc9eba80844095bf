import { createServer } from 'node:net'
import { ErrorForPeople } from '../lib/for-people'

/** Says so at once where the port is taken, before minutes go into a build. Port 0 is always free. */
export function checkPortIsFree(port: number): Promise<void> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', (cause: Error & { code?: string }) => {
      const why = cause.code === 'EADDRINUSE' ? '已经有程序在用' : `打不开（${cause.message}）`
      reject(
        new ErrorForPeople(
          `端口 ${port} ${why}。先停掉那个程序，或者换一个端口：npm start -- --port ${port + 1}`,
          { cause },
        ),
      )
    })
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()))
  })
}
