// Has wrk ask for the page at a new address each time, so that none has been made before.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes the script into that folder, and gives its path for `wrk -s`. */
export function firstLookScript (folder) {
  const path = join(folder, 'first-look.lua')
  writeFileSync(path, `
local looks = 0
function request()
  looks = looks + 1
  return wrk.format("GET", wrk.path .. "?look=" .. looks)
end
`)
  return path
}
