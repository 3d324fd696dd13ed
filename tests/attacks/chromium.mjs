// The browser in which attacks are tried: of the whole network it knows this machine alone.
import { createRequire } from 'node:module'

const require = createRequire(new URL('../../assets/package.json', import.meta.url))

export const { chromium } = require('playwright-core')

export const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--disable-popup-blocking',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost']
