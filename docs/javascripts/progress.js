// My progress: which chapters were read and which exercises solved, by the reader's own ticks. It is
// kept in this browser alone, under one name. Where nothing can be kept, nothing is shown.

const NAME = "single-neuron.progress"
const ROOT = new URL("..", import.meta.url) // of the site

/** What was kept, or null where the browser keeps nothing. */
function kept() {
  try {
    localStorage.setItem(NAME, localStorage.getItem(NAME) ?? "{}")
  } catch {
    return null
  }
  try {
    const { read, solved } = JSON.parse(localStorage.getItem(NAME))
    if (Array.isArray(read) && Array.isArray(solved)) return { read, solved }
  } catch { /* what stands there is not ours */ }
  return { read: [], solved: [] }
}

function keep(kind, name, done) {
  const now = kept()
  now[kind] = now[kind].filter(other => other != name)
  if (done) now[kind].push(name)
  localStorage.setItem(NAME, JSON.stringify(now))
  show()
}

/** A page's path below the site's root: the same wherever the site lies. */
const path = link => new URL(link, location).pathname.slice(ROOT.pathname.length).replace(/index\.html$/, "")

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

/** A box to tick, once for each thing that can be done. */
function mark(kind, name, text) {
  const box = element("input", { type: "checkbox" })
  box.dataset.kind = kind
  box.dataset.name = name
  box.onchange = () => keep(kind, name, box.checked)
  return element("label", { className: "progress-mark" }, box, text)
}

/** Puts the boxes where they belong on a page that has just come. */
function look() {
  if (!kept()) return
  const last = document.getElementById("what-you-have-learnt")
  if (last && !document.querySelector('[data-kind="read"]')) {
    let end = last
    while (end.nextElementSibling?.matches("p, ul, ol")) end = end.nextElementSibling
    const box = mark("read", path(location), "I have read this chapter")
    if (end.matches("p")) end.append(box) // a new part of the article would have all of it styled anew
    else end.after(element("p", {}, box))
  }
  for (const heading of document.querySelectorAll("[data-exercise]")) {
    const name = heading.dataset.exercise
    if (document.querySelector(`[data-kind="solved"][data-name="${name}"]`)) continue
    heading.after(element("p", {}, mark("solved", name, "Solved: the check says “all right”")))
  }
  show()
}

/** Shows what was kept: in the boxes, in the navigation, and in the list of the practice. */
function show() {
  const now = kept()
  for (const box of document.querySelectorAll("[data-kind]")) {
    box.checked = now[box.dataset.kind].includes(box.dataset.name)
  }
  for (const link of document.querySelectorAll(".md-nav--primary a.md-nav__link[href]")) {
    link.classList.toggle("done", !link.getAttribute("href").includes("#") && now.read.includes(path(link.href)))
  }
  for (const part of document.querySelectorAll(".place i")) {
    part.classList.toggle("done", now.read.includes(path(part.dataset.to)))
  }
  const list = document.getElementById("progress")
  if (!list) return
  const tasks = [...document.querySelectorAll("[data-exercise]")]
  const items = tasks.map(heading => {
    const title = heading.firstChild.textContent.trim()
    const done = now.solved.includes(heading.dataset.exercise)
    return element("li", {}, element("a", { href: `#${heading.id}`, className: done ? "done" : "" }, title))
  })
  const solved = items.filter(item => item.querySelector(".done")).length
  const says = `Tasks solved: ${solved} of ${tasks.length}. Chapters read: ${now.read.length}. Only this browser knows.`
  const forget = element("button", { type: "button", textContent: "Forget it", onclick: () => {
    localStorage.removeItem(NAME)
    show()
    document.querySelector("#progress button").focus()
  } })
  list.className = "progress"
  list.replaceChildren(element("p", {}, says), element("ol", {}, ...items), forget)
}

if (window.document$) window.document$.subscribe(look)
else look()
