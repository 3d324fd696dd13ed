// Requests that HTTP does not allow, or that two readers could read differently, sent to the program over bare
// sockets: each gets one refusal and the end of its connection, and the next honest request its answer.
// Run: CONCORDAT_PROGRAM=build/release/concordat CONCORDAT_PORT=18321 node tests/attacks/malformed.mjs
import net from 'node:net'
import { check, makeDemo, together, Visitor } from '../access_matrix/program.mjs'

const port = process.env.CONCORDAT_PORT ?? '18321'
const host = `\r\nHost: 127.0.0.1:${port}\r\n`
const end = host + '\r\n'
const get = lines => `GET /sign-in HTTP/1.1${host}${lines}\r\n`
const post = (lines, body = 'hello') => `POST /sign-in HTTP/1.1${host}Origin: http://127.0.0.1:${port}\r\nContent-Type: application/x-www-form-urlencoded\r\n${lines}\r\n${body}`
const chunked = body => post('Transfer-Encoding: chunked\r\n', body)
const chunks = '5\r\nhello\r\n0\r\n\r\n'

const requestLines = ['GET /' + end, 'GET' + end, 'GET  / HTTP/1.1' + end, ' GET / HTTP/1.1' + end, 'GET / HTTP/1.1 ' + end, 'GET\t/\tHTTP/1.1' + end,
  'GET /a b HTTP/1.1' + end, '\r\nGET / HTTP/1.1' + end, '\n\nGET / HTTP/1.1' + end, '/ HTTP/1.1' + end, 'G@T / HTTP/1.1' + end, 'G\0T / HTTP/1.1' + end, '"GET" / HTTP/1.1' + end,
  'get / HTTP/1.1' + end, 'BREW / HTTP/1.1' + end, 'GETGETGETGETGETGETGETGETGETGETGET / HTTP/1.1' + end, 'CONNECT a:443 HTTP/1.1' + end, 'TRACE / HTTP/1.1' + end, 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'GET / HTTP/2.0' + end, 'GET / HTTP/3' + end, 'GET / HTTP/1.2' + end, 'GET / HTTP/0.9' + end, 'GET / HTTP/1.' + end, 'GET / HTTP/11' + end, 'GET / http/1.1' + end, 'GET / HTTP/1.1.1' + end,
  'GET / HTTP/+1.1' + end, 'GET / RTSP/1.0' + end, 'GET / HTTP /1.1' + end, 'GET http://127.0.0.1/ HTTP/1.1' + end, 'GET http://evil.example/ HTTP/1.1' + end, 'OPTIONS * HTTP/1.1' + end,
  'GET sign-in HTTP/1.1' + end, 'GET ?a=b HTTP/1.1' + end, 'GET /#top HTTP/1.1' + end, 'GET /\xc3\xa9 HTTP/1.1' + end, 'GET /%zz HTTP/1.1' + end, 'GET /%4 HTTP/1.1' + end, 'GET /% HTTP/1.1' + end,
  'GET /../etc/passwd HTTP/1.1' + end, 'GET /assets/../../etc/passwd HTTP/1.1' + end, 'GET /a/%2e%2e/b HTTP/1.1' + end, 'GET /a/.%2e/b HTTP/1.1' + end, 'GET /a%2fb HTTP/1.1' + end, 'GET /a%5cb HTTP/1.1' + end,
  'GET /a\\b HTTP/1.1' + end, 'GET /a%00 HTTP/1.1' + end, 'GET /a\0 HTTP/1.1' + end, 'GET /a%0d%0aX:y HTTP/1.1' + end, 'GET /a%0a HTTP/1.1' + end, 'GET /%c0%af HTTP/1.1' + end, 'GET /%ed%a0%80 HTTP/1.1' + end, 'GET /?a=%ff HTTP/1.1' + end,
  '\x16\x03\x01\x02\0\x01\0\x01\xfc\r\n\r\n', 'GET /' + 'a'.repeat(9000) + ' HTTP/1.1' + end, 'a'.repeat(9000)]

const start = 'GET /sign-in HTTP/1.1\r\n'
const headers = [start + '\r\n', start + 'Host:\r\n\r\n', start + 'Host: a\r\nHost: a\r\n\r\n', start + 'Host: a\r\nhOST: b\r\n\r\n', start + 'Host: a, b\r\n\r\n', start + 'Host: u@a\r\n\r\n',
  start + 'Host: a/b\r\n\r\n', start + 'Host: a:http\r\n\r\n', start + 'Host: a b\r\n\r\n', 'GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n', 'GET / HTTP/1.1\nHost: a\n\n', 'GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: a\rX: y\r\n\r\n', get('X: a\rb\r\n'), get('X: a\0b\r\n'), get('X\0: a\r\n'), get('X: \x1b[2J\r\n'), get('X: \x7f\r\n'), get('X: \x08\r\n'), get('X : y\r\n'), get('X\t: y\r\n'), get(' X: y\r\n'),
  get('X: y\r\n z\r\n'), get('X: y\r\n\tz\r\n'), start + ' Host: a\r\n\r\n', get('Xy\r\n'), get(': y\r\n'), get('X(y): z\r\n'), get('X y: z\r\n'), get('X\xc3\xa9: z\r\n'), get('X\r: y\r\n'), get('X:y\r\n:\r\n'), get('X: ' + 'a'.repeat(17000) + '\r\n'),
  get('X: ' + 'a'.repeat(40000)), get(Array.from({ length: 80 }, (_, i) => `X-${i}: y\r\n`).join('')), post('Content-Length: 5\r\nExpect: magic\r\n'), post('Content-Length: 5\r\nExpect: 100-continue\r\nExpect: x\r\n')]

const lengths = ['', '+5', '-0', '-5', '0x5', '5, 5', '5,6', '5 5', 'five', '5.0', '1e1', '5;', '"5"', '05\x0b', '5\x0c', '\xb2', '18446744073709551621', '1048577'].map(length => post(`Content-Length: ${length}\r\n`))
const codings = ['', 'identity', 'gzip', 'gzip, chunked', 'chunked, gzip', 'chunked, chunked', 'chunked,', ',chunked', 'xchunked', 'Chunked', 'chunked;q=1', '"chunked"', 'chunked x', 'chunk', '\x0bchunked', 'chunked\0'].map(coding => post(`Transfer-Encoding: ${coding}\r\n`, chunks))
const bodies = [post('Content-Length: 5\r\nTransfer-Encoding: chunked\r\n', chunks), post('Transfer-Encoding: chunked\r\nContent-Length: 0\r\n', chunks), post('Transfer-Encoding : chunked\r\nContent-Length: 5\r\n'),
  post('Content-Length: 5\r\nContent-Length: 5\r\n'), post('Content-Length: 5\r\nContent-Length: 6\r\n'), post('Content-Length: 5\r\ncontent-length: 0\r\n'),
  `POST /sign-in HTTP/1.0${host}Transfer-Encoding: chunked\r\n\r\n${chunks}`, get('Content-Length: 5\r\n') + 'hello', get('Transfer-Encoding: chunked\r\n') + chunks, `HEAD / HTTP/1.1${host}Content-Length: 5\r\n\r\nhello`,
  post('Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n', chunks), post('Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n', chunks)]
const last = '0\r\n\r\n'
const brokenChunks = ['\r\nhello\r\n' + last, '0x5\r\nhello\r\n' + last, '+5\r\nhello\r\n' + last, '-5\r\nhello\r\n' + last, '0_5\r\nhello\r\n' + last, ' 5\r\nhello\r\n' + last, '5 \r\nhello\r\n' + last, '5\t\r\nhello\r\n' + last, 'z\r\nhello\r\n' + last,
  '5;a=b\r\nhello\r\n' + last, '5;\r\nhello\r\n' + last, '5;a\nb\r\nhello\r\n' + last, '5\r\nhello\r\n0;a\r\n\r\n', '10000000000000005\r\nhello\r\n' + last, '7fffffff\r\nhello\r\n' + last, '5\nhello\r\n' + last, '5\rhello\r\n' + last,
  '5\r\nhello\n' + last, '5\r\nhello' + last, '5\r\nhello!\r\n' + last, '5\r\nhello\0\0' + last, '5\r\nhello\r\n0\r\nX: y\r\n\r\n', '5\r\nhello\r\n0\r\nContent-Length: 9\r\n\r\n', '5\r\nhello\r\n0\r\nAuthorization: x\r\n\r\n', '5\r\nhello\r\n0\r\n X: y\r\n\r\n', '5\r\n\r\nhell\r\n' + last].map(chunked)

/** What comes back until the other side ends it. */
function said (bytes) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), '127.0.0.1')
    let answer = ''
    const late = setTimeout(() => { socket.destroy(); resolve({ answer, ended: false }) }, 20000)
    const done = () => { clearTimeout(late); resolve({ answer, ended: true }) }
    socket.setEncoding('latin1')
    socket.on('data', text => { answer += text })
    socket.on('close', done)
    socket.on('error', error => { if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error) })
    socket.write(Buffer.from(bytes, 'latin1'))
  })
}

const house = makeDemo(port)
const wrong = []
const statuses = new Map()
try {
  await house.serve()
  const honest = new Visitor(house.base)
  const before = house.head()
  const all = [...requestLines, ...headers, ...lengths, ...codings, ...bodies, ...brokenChunks]
  await together(all, async bytes => {
    const what = JSON.stringify(bytes.length > 120 ? bytes.slice(0, 120) + '…' : bytes)
    const { answer, ended } = await said(bytes + `GET /smuggled HTTP/1.1${end}`)
    const status = /^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1]
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (!/^(4\d\d|501|505)$/.test(status)) wrong.push(`${what} got ${status}: ${answer.slice(0, 80)}`)
    if (!ended) wrong.push(`${what} was left open`)
    if ([...answer.matchAll(/^HTTP\/1\.1 /gm)].length !== 1) wrong.push(`${what} got more than one answer`)
    if (!/^connection: close\r$/mi.test(answer)) wrong.push(`${what} was not told that the connection ends`)
    const after = await honest.get('/health/live')
    if (after.status !== 200) wrong.push(`after ${what} an honest request got ${after.status}`)
  })
  check(all.length >= 150, 'a hundred and fifty ways to be wrong were tried')
  check(house.head() === before, 'nothing was recorded')
  for (const each of wrong) console.log('not ok - ' + each)
  console.log(`${all.length} malformed requests: ${[...statuses].sort().map(([status, count]) => `${count} × ${status}`).join(', ')}; ${wrong.length} wrong`)
} finally {
  await house.stop()
  house.remove()
}
if (wrong.length > 0) process.exit(1)
