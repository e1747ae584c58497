// The mathematics of the interactive figures: one neuron, its activations, losses, gradients, and
// a step of training. Pure functions, named as in snippets/ and computed in the same order as
// there, so that the numbers are the same. Nothing is rounded. A list is a NumPy array of shape
// (N,), a list of lists one of shape (N, d).

const sum = values => values.reduce((total, value) => total + value, 0)
const mean = values => sum(values) / values.length

export const CORNERS = [[0, 0], [0, 1], [1, 0], [1, 1]]
export const GATES = { OR: [0, 1, 1, 1], AND: [0, 0, 0, 1], NAND: [1, 1, 1, 0], XOR: [0, 1, 1, 0] }
// np.random.seed(42); w = np.random.rand(2); b = np.random.rand()
export const START = { w: [0.3745401188473625, 0.9507143064099162], b: 0.7319939418114051 }

// Activations and their slopes

export const sigmoid = z => 1 / (1 + Math.exp(-z))
export const sigmoid_derivative = z => {
  const a = sigmoid(z)
  return a * (1 - a)
}
export const tanh = z => Math.tanh(z)
export const tanh_derivative = z => 1 - Math.tanh(z) ** 2
export const relu = z => Math.max(0, z)
export const relu_derivative = z => z > 0 ? 1 : 0
export const leaky_relu = (z, kappa = 0.01) => z > 0 ? z : kappa * z
export const leaky_relu_derivative = (z, kappa = 0.01) => z > 0 ? 1 : kappa
export const elu = (z, kappa = 1) => z > 0 ? z : kappa * Math.expm1(Math.min(z, 0))
export const elu_derivative = (z, kappa = 1) => z > 0 ? 1 : kappa * Math.exp(Math.min(z, 0))
export const softmax = z => {
  const most = Math.max(...z)
  const e = z.map(value => Math.exp(value - most)) // no exponent above 0: nothing overflows
  return e.map(value => value / sum(e))
}
export const softmax_jacobian = z => {
  const p = softmax(z)
  return p.map((row, i) => p.map((column, j) => (i === j ? row : 0) - row * column))
}

// Losses of N predictions, and their gradients with respect to these

export const mse = (y, y_hat) => mean(y.map((label, i) => (y_hat[i] - label) ** 2))
export const mse_gradient = (y, y_hat) => y.map((label, i) => 2 * (y_hat[i] - label) / y.length)
export const mae = (y, y_hat) => mean(y.map((label, i) => Math.abs(y_hat[i] - label)))
export const mae_gradient = (y, y_hat) => y.map((label, i) => Math.sign(y_hat[i] - label) / y.length)
export const hinge = (y, z) => mean(y.map((label, i) => Math.max(0, 1 - label * z[i])))
export const hinge_gradient = (y, z) => y.map((label, i) => (label * z[i] < 1 ? -label : 0) / y.length)
export const binary_cross_entropy = (y, y_hat, eps = 0) =>
  -mean(y.map((label, i) => label * Math.log(y_hat[i] + eps) + (1 - label) * Math.log(1 - y_hat[i] + eps)))
export const binary_cross_entropy_gradient = (y, y_hat) =>
  y.map((label, i) => (y_hat[i] - label) / (y_hat[i] * (1 - y_hat[i])) / y.length)
/** Cross-entropy of one prediction, from its logit: log(1 + e^z) - y z; what is large goes first. */
export const from_logit = (y, z) => Math.max(0, z) - y * z + Math.log1p(Math.exp(-Math.abs(z)))

// The neuron

/** The sum of numbers as they are written, rounded once: 0.1 + 0.2 − 0.3 is a tie. */
export const decimal_sum = values => {
  if (!values.every(Number.isFinite)) return sum(values)
  const parts = values.map(value => {
    const [digits, power] = value.toExponential().split("e")
    const [whole, rest = ""] = digits.split(".")
    return { digits: BigInt(whole + rest), power: power - rest.length }
  })
  const least = Math.min(...parts.map(({ power }) => power))
  const total = parts.reduce((all, { digits, power }) => all + digits * 10n ** BigInt(power - least), 0n)
  return Number(`${total}e${least}`)
}
/** The sum before the activation, w·x + b. */
export const weighted_sum = (x, w, b) => sum(x.map((value, j) => w[j] * value)) + b
/** Predictions for N samples: (N, d) @ (d,) -> (N,). */
export const forward = (X, w, b, activation = sigmoid) => X.map(x => activation(weighted_sum(x, w, b)))
/** Of the cross-entropy of a sigmoid neuron: dw = X.T @ delta / N and db = mean(delta). */
export const gradients = (X, y, w, b) => {
  const delta = forward(X, w, b).map((y_hat, i) => y_hat - y[i])
  return { delta, dw: w.map((_, j) => sum(X.map((x, i) => x[j] * delta[i])) / y.length), db: mean(delta) }
}
/** Of the mean squared error of a linear neuron, one without activation. */
export const linear_gradients = (X, y, w, b) => {
  const delta = forward(X, w, b, z => z).map((y_hat, i) => y_hat - y[i])
  return { delta, dw: w.map((_, j) => sum(X.map((x, i) => 2 * x[j] * delta[i])) / y.length), db: 2 * mean(delta) }
}
/** One step of gradient descent; both gradients are of the old w and b. */
export const step = ({ w, b }, { dw, db }, lr) => ({ w: w.map((value, j) => value - lr * dw[j]), b: b - lr * db })
/** An estimate of the slope of f at v, which knows no chain rule. */
export const central_difference = (f, v, h = 1e-5) => (f(v + h) - f(v - h)) / (2 * h)
