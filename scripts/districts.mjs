import './lib/node-version.mjs'

import('./lib/run.mjs').then(({ run }) => run('districts'))
