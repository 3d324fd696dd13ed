// The program under test on a demo of its own, a browser beside it, and a network that leads nowhere else.
import { spawn, spawnSync, execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'

const require = createRequire(new URL('../../assets/package.json', import.meta.url))
const { chromium } = require('playwright-core')

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--force-color-profile=srgb',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1']

export function check (holds, what) {
  if (!holds) throw new Error(what)
}

const inside = 'CONCORDAT_ALONE'

/** Runs this very script again where there is no network but loopback; says so where the machine does not allow it. */
export function aloneOnLoopback () {
  if (process.env[inside]) {
    const others = Object.keys(networkInterfaces()).filter(name => name !== 'lo')
    check(others.length === 0, `there should be no network here but loopback, and there is ${others}`)
    console.log('# in a network namespace with loopback only')
    return
  }
  if (process.env.CONCORDAT_NETWORK === 'host') return console.log('# beside the network of this machine, as asked')
  for (const way of [['-n'], ['-r', '-n']]) {
    if (spawnSync('unshare', [...way, 'ip', 'link', 'set', 'lo', 'up']).status !== 0) continue
    const again = spawnSync('unshare', [...way, 'sh', '-c', 'ip link set lo up && exec "$0" "$@"', process.execPath, ...process.argv.slice(1)],
      { stdio: 'inherit', env: { ...process.env, [inside]: 'yes' } })
    process.exit(again.status ?? 1)
  }
  console.log('# this machine allows no network namespace: beside its network, where the browser resolves no name')
}

function program () {
  check(process.env.CONCORDAT_PROGRAM, 'CONCORDAT_PROGRAM says which program to try')
  return process.env.CONCORDAT_PROGRAM.split(' ')
}

/** The full browser's own program, without the wrapper that adds flags to it. */
function browserProgram () {
  const known = [process.env.CONCORDAT_CHROMIUM, '/usr/lib/chromium/chromium-headless-shell', '/usr/lib/chromium/chromium', '/usr/bin/chromium']
  return known.find(path => path && existsSync(path))
}

/** On a copy of the folder that CONCORDAT_DEMO names, or on a demo made for the purpose. */
export async function start () {
  const [command, ...options] = program()
  const port = process.env.CONCORDAT_PORT ?? '18181'
  const folder = mkdtempSync(join(tmpdir(), 'concordat-journeys-'))
  const data = join(folder, 'data')
  if (process.env.CONCORDAT_DEMO) cpSync(process.env.CONCORDAT_DEMO, data, { recursive: true })
  else execFileSync(command, [...options, 'demo', '--data', data], { stdio: ['ignore', 'ignore', 'inherit'] })
  const served = spawn(command, [...options, 'serve', '--data', data, '--listen', `127.0.0.1:${port}`])
  let said = ''
  await new Promise((resolve, reject) => {
    served.stdout.on('data', text => { said += text; if (said.includes('ready')) resolve() })
    served.stderr.on('data', text => { said += text })
    served.on('exit', () => reject(new Error('the program ended: ' + said)))
  })
  const browser = await chromium.launch({ executablePath: browserProgram(), headless: true, chromiumSandbox: false, args: flags })
  const stop = async () => {
    await browser.close()
    served.removeAllListeners('exit')
    const ended = new Promise(resolve => served.on('exit', resolve))
    served.kill('SIGTERM')
    const status = await ended
    rmSync(folder, { recursive: true, force: true })
    check(status === 0, `after SIGTERM the program ended with ${status}: ${said}`)
  }
  return { browser, base: `http://127.0.0.1:${port}`, folder, stop }
}
