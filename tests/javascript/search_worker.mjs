// The worker of Material's search, outside a browser: node search_worker.mjs WORKER reads {index,
// queries} and prints what a reader gets for each query: the page, or its best passage, in order.
import {readFileSync, writeFileSync} from "node:fs"
import path from "node:path"
import vm from "node:vm"

const file = process.argv[2]
const {index, queries} = JSON.parse(readFileSync(0, "utf-8"))

let answer
const run = name => vm.runInContext(readFileSync(name, "utf-8"), scope, {filename: name})
const scope = vm.createContext({
  console,
  addEventListener: (_, listener) => (scope.listener = listener),
  postMessage: message => answer(message),
  importScripts: (...names) => {
    for (const name of names) {
      run(path.resolve(path.dirname(file), name))
    }
  },
})
scope.self = scope
run(file)

const ask = (type, data) =>
  new Promise(resolve => {
    answer = message => resolve(message.data)
    scope.listener({data: {type, data}})
  })

await ask(0, {...index, options: {suggest: false}})
const found = {}
for (const query of queries) {
  const {items} = await ask(2, query)
  found[query] = items.map(passages => passages[0].location)
}
writeFileSync(1, JSON.stringify(found))
