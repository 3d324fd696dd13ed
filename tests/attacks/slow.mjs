// Two thousand connections that say one byte at a time, and somebody honest who still gets an answer at once.
// Run: CONCORDAT_PROGRAM=build/release/concordat CONCORDAT_PORT=18322 node tests/attacks/slow.mjs
import { spawnSync } from 'node:child_process'
import net from 'node:net'
import { check, makeDemo, personas, signIn } from '../access_matrix/program.mjs'

const many = 2000
const rounds = 3
const questions = 200
const aim = Number(process.env.CONCORDAT_HONEST_MS ?? 250)  // ms, of which 99 in 100 answers stay below

// Both ends of every connection need a file, and so does the program, which inherits what is allowed here.
if (!process.env.CONCORDAT_FILES_RAISED) {
  const again = spawnSync('sh', ['-c', 'ulimit -n 16384 2>/dev/null || ulimit -n "$(ulimit -H -n)"; exec "$0" "$@"', process.execPath, ...process.argv.slice(1)],
    { stdio: 'inherit', env: { ...process.env, CONCORDAT_FILES_RAISED: 'yes' } })
  process.exit(again.status ?? 1)
}

const port = Number(process.env.CONCORDAT_PORT ?? '18322')
const house = makeDemo(port)
const slow = new Set()
const refused = { closed: 0, answered: 0 }
let going = true

const heads = [`GET /sign-in HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Slow: ${'a'.repeat(4000)}`,
  `POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 4000\r\n\r\nemail=${'a'.repeat(4000)}`]

/** Somebody who starts anew whenever the program has had enough. */
function dawdle (number) {
  const socket = net.connect(port, '127.0.0.1')
  const words = heads[number % heads.length]
  socket.sent = 0
  socket.say = () => { if (socket.writable && socket.sent < words.length) socket.write(words[socket.sent++]) }
  socket.on('data', () => { ++refused.answered })
  socket.on('error', () => {})
  socket.on('close', () => { slow.delete(socket); ++refused.closed; if (going) setTimeout(dawdle, 50, number) })
  slow.add(socket)
}

const percentile = (times, part) => times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))]

try {
  await house.serve()
  const [anybody] = await personas(house.base)
  const honest = await signIn(house.base, anybody.id)
  for (let i = 0; i < many; ++i) dawdle(i)
  // A tenth of them says its next byte at a time.
  let turn = 0
  const beat = setInterval(() => { let i = 0; for (const socket of slow) if (i++ % 10 === turn % 10) socket.say(); ++turn }, 100)
  const until = Date.now() + 60000
  while (slow.size < many || [...slow].some(socket => socket.connecting)) {
    check(Date.now() < until, `only ${[...slow].filter(socket => !socket.connecting).length} of ${many} slow connections were let in`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  const measured = []
  for (let round = 0; round < rounds; ++round) {
    const times = []
    const open = slow.size
    for (let i = 0; i < questions; ++i) {
      const asked = performance.now()
      // Every other question comes on a connection of its own, as a newcomer's would.
      const answer = await honest.ask('GET', i % 4 === 0 ? '/help' : '/work', { headers: i % 2 ? { Connection: 'close' } : {} })
      times.push(performance.now() - asked)
      // Long enough in all that the program loses its patience with some of them meanwhile.
      await new Promise(resolve => setTimeout(resolve, 20))
      check(answer.status === 200, `somebody honest got ${answer.status}`)
    }
    measured.push(percentile(times, 0.99))
    console.log(`round ${round + 1}: beside ${open} slow connections an honest client waits ${percentile(times, 0.5).toFixed(1)} ms (median), ${measured.at(-1).toFixed(1)} ms (99 in 100)`)
  }
  going = false
  clearInterval(beat)
  for (const socket of slow) socket.destroy()
  const middle = percentile(measured, 0.5)
  check(middle < aim, `99 in 100 answers came within ${middle.toFixed(1)} ms, which is not under ${aim}`)
  console.log(`ok - p99 ${middle.toFixed(1)} ms (the middle of ${rounds} rounds); the program ended ${refused.closed} slow connections, ${refused.answered} of them with an answer`)
} finally {
  going = false
  for (const socket of slow) socket.destroy()
  await house.stop()
  house.remove()
}
