"""One turn of the learning loop, in numbers small enough to check by hand."""

import numpy as np

x, y = 2.0, 1.0
w, b, lr = 0.5, -1.0, 0.1


def forward(w, b):
    """Return the prediction and its loss."""
    z = w * x + b
    y_hat = 1 / (1 + np.exp(-z))
    return y_hat, -(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat))


y_hat, L = forward(w, b)  # steps 1 and 2: forward pass, loss
print(f"before: y_hat = {y_hat:.4f}, L = {L:.4f}")

# step 3: backward pass, factor by factor
dL_dy_hat = -y / y_hat + (1 - y) / (1 - y_hat)
dy_hat_dz = y_hat * (1 - y_hat)
dw = dL_dy_hat * dy_hat_dz * x  # dz/dw = x
db = dL_dy_hat * dy_hat_dz * 1  # dz/db = 1
print(f"dw = {dL_dy_hat} · {dy_hat_dz} · {x} = {dw}, db = {db}")

w, b = w - lr * dw, b - lr * db  # step 4: update
y_hat, L = forward(w, b)
print(f"after: w = {w}, b = {b}, y_hat = {y_hat:.4f}, L = {L:.4f}")
