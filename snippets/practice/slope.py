"""The slope, by a nudge.

Write `slope(f, at, h=1e-5)`: how steep a function is at one place. Nudge the
place up by h and down by h, and divide the change of the result by the whole
way, `2 * h`.

- `f`, a function that takes a number and returns one
- `at`, a number: the place
- `h`, a small number: the nudge
- returns the slope, a number

The slope of the square at 3 is 6: `slope(lambda w: w**2, 3.0)` is `6.0`, but
for the last digits.
"""

from checking import rehearse


# --8<-- [start:solution]
def slope(f, at, h=1e-5):
    """The slope of f, by a central difference: rise divided by way."""
    return (f(at + h) - f(at - h)) / (2 * h)


# --8<-- [end:solution]

SEE = "derivation.md#three-lines-of-numpy"

HINTS = (
    "A slope is a rise divided by the way it took. How long is the way from"
    " `at - h` to `at + h`?",
    "The rise is what f says above minus what it says below:"
    " `f(at + h) - f(at - h)`.",
    "Bracket twice: the difference above the line, and `2 * h` below it.",
)

WHY = """
Nudging both ways makes the first error cancel: what is left shrinks with h
times h, until rounding takes over. With this function you can check almost any
derivative without knowing a single rule. (At a kink or a jump, where there is
no slope, it answers all the same.)
"""

GIVEN = {
    "square": lambda w: w**2,
    "cube": lambda w: w**3,
}

CALLS = (
    "slope(square, 3.0)",
    "slope(np.exp, 0.0)",
    "slope(cube, 1.0, 0.5)",
    "slope(cube, -2.0, 0.1)",
)


def one_sided(f, at, h=1e-5):
    """That nudges one way only; nudge both ways, the error is far smaller.

    For the cube at 1, with h = 0.5, the middle of both is 3.25.
    """
    return (f(at + h) - f(at)) / h


def half_the_way(f, at, h=1e-5):
    """From at - h to at + h the way is 2 * h, not h: that is double."""
    return (f(at + h) - f(at - h)) / h


def no_way(f, at, h=1e-5):
    """That is the rise alone; divide it by the way, 2 * h."""
    return f(at + h) - f(at - h)


def upside_down(f, at, h=1e-5):
    """The sign is turned: what is above comes first, minus what is below."""
    return (f(at - h) - f(at + h)) / (2 * h)


def no_brackets(f, at, h=1e-5):
    """`/ 2 * h` divides by 2 and multiplies by h: bracket `(2 * h)`."""
    return (f(at + h) - f(at - h)) / 2 * h


def lost_in_rounding(f, at, h=1e-5):
    """A nudge that small is lost in rounding: use the h that is given."""
    h = 1e-20
    return (f(at + h) - f(at - h)) / (2 * h)


MISTAKES = (
    one_sided,
    half_the_way,
    no_way,
    upside_down,
    no_brackets,
    lost_in_rounding,
)

if __name__ == "__main__":
    rehearse(slope, GIVEN, CALLS, MISTAKES)
