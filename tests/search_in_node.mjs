// The worker of Material's search, outside a browser: node search_in_node.mjs WORKER < {index, queries}
// It prints what a reader gets for each query: the pages in order, with the passages of each.
import {readFileSync} from "node:fs"
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
  importScripts: (...names) => names.forEach(name => run(path.resolve(path.dirname(file), name))),
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
  found[query] = items.map(passages => passages.map(({location, title, text, score}) => ({location, title, text, score})))
}
console.log(JSON.stringify(found))
