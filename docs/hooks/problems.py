"""What the author must mend, for the modules that are not in the package."""

from single_neuron.problems import Problem, line_of, report

__all__ = ["Problem", "line_of", "report"]
