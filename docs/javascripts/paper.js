// Paper tasks: puts a field, or buttons, under a folded question marked `paper`, and says at once
// whether an answer is right. What is right and what is known to be wrong stands in the folded
// answer itself: `code.answer`, and a list whose terms are wrong answers. Without this script the
// question stays as it is.

let count = 0

/** The number that a text means, such as "-0.22", "0,93", "1/4", "9e-2", "9 %" or "≈ ₹60"; NaN if it means none. */
export function number(text) {
  const plain = text.replace(/\s/g, "").replace(/^[=≈₹]+/, "").replace(/[−–]/g, "-").replace(",", ".")
  const found = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(?:\/(\d+\.?\d*|\.\d+))?(%?)$/i.exec(plain)
  return found ? found[1] / (found[2] ?? 1) / (found[3] ? 100 : 1) : NaN
}

/** Whether an answer says what is written: as a word, or as a number within its rounding. */
export function agrees(answer, written) {
  const value = number(written)
  if (isNaN(value)) return answer.trim().toLowerCase() == written.trim().toLowerCase()
  const decimals = written.includes("/") ? 9 : (written.split(".")[1] ?? "").length || 9
  return Math.abs(number(answer) - value) <= 0.5 * 10 ** -decimals + 1e-12
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

/** Puts the field, or the buttons, under one question. */
function ask(task) {
  const right = task.querySelector(".answer").textContent
  const wrong = [...task.querySelectorAll("dt")].map(term => [term.textContent, term.nextElementSibling])
  const summary = task.querySelector("summary")
  summary.id ||= `paper-${++count}`
  const says = element("output", { className: "paper-says" })
  says.setAttribute("aria-live", "polite")

  const judge = answer => {
    const known = wrong.find(([written]) => agrees(answer, written))
    const isRight = agrees(answer, right)
    form.classList.toggle("right", isRight)
    if (!answer.trim()) {
      says.textContent = ""
    } else if (isRight) {
      task.open = true
      says.textContent = "Right."
    } else if (known) {
      says.replaceChildren("Not quite. ", ...known[1].cloneNode(true).childNodes)
    } else if (!choices && isNaN(number(answer))) {
      says.textContent = "That is not a number. Write it like 0.93, 1/4 or -0.22."
    } else {
      says.textContent = "Not yet. Try once more, or open the question."
    }
    form.scrollIntoView({ block: "nearest" }) // an answer that opens above pushes it down
  }

  const choices = isNaN(number(right))
  const form = element("form", { className: "paper-form" })
  form.setAttribute("aria-labelledby", summary.id)
  if (choices) {
    const choose = chosen => {
      for (const button of form.querySelectorAll("button")) button.setAttribute("aria-pressed", button === chosen)
    }
    const words = [right, ...wrong.map(([written]) => written)].sort()
    for (const word of words) {
      const button = element("button", { type: "button", textContent: word })
      button.onclick = () => {
        choose(button)
        judge(word)
      }
      form.append(button)
    }
  } else {
    const field = element("input", { type: "text", autocomplete: "off", spellcheck: false })
    form.append(element("label", {}, "Your answer ", field), element("button", {}, "Check"))
    form.onsubmit = event => {
      event.preventDefault()
      judge(field.value)
    }
  }
  form.append(says)
  task.after(form)
}

function look() {
  for (const task of document.querySelectorAll("details.paper")) {
    if (!task.nextElementSibling?.matches(".paper-form") && task.querySelector(".answer")) ask(task)
  }
}

if (window.document$) window.document$.subscribe(look)
else look()
