"""How likely a count or a share is by chance, when nothing out of the ordinary goes on."""

import math

_TINY = 1e-300
_LEAST_MEAN = 1e-9
_EXACT = 1e-12
_MOST_STEPS = 500
_MOST_CORRELATION = 0.9


def at_least(count: int, mean: float, clumps: float, moods: float) -> float:
    """That so many people or more speak, of whom ``mean`` are expected: the tail of a negative binomial.

    Its variance is mean·(1 + clumps) + moods·mean², where a Poisson's would be the mean.
    """
    if count <= 0:
        return 1.0
    mean = max(mean, _LEAST_MEAN)
    shape = 1 / (moods + clumps / mean)
    return _incomplete_beta(count, shape, mean / (mean + shape))


def at_least_of(part: int, whole: int, share: float, clumps: float, moods: float) -> float:
    """That so many or more of ``whole`` people speak against: the tail of a beta-binomial.

    Its variance is v·(1 + clumps) + moods·v², where a binomial's would be v.
    """
    if part <= 0:
        return 1.0
    if part > whole or share <= 0:
        return 0.0
    variance = whole * share * (1 - share)
    correlation = min(_MOST_CORRELATION, (clumps + moods * variance) / max(1, whole - 1))
    a, b = (of * (1 / correlation - 1) for of in (share, 1 - share))
    term = math.exp(
        math.lgamma(whole + 1) - math.lgamma(part + 1) - math.lgamma(whole - part + 1)
        + math.lgamma(part + a) + math.lgamma(whole - part + b) - math.lgamma(whole + a + b)
        - math.lgamma(a) - math.lgamma(b) + math.lgamma(a + b)
    )  # fmt: skip
    total = 0.0
    for at in range(part, whole + 1):
        total += term
        if at == whole or term < total * _EXACT:
            break
        term *= (whole - at) / (at + 1) * (at + a) / (whole - at - 1 + b)
    return min(1.0, total)


def both(first: float, second: float) -> float:
    """How likely two independent results are that are together as unlikely as these. Source: Fisher's method."""
    product = first * second
    return product * (1 - math.log(product)) if product > 0 else 0.0


def _incomplete_beta(a: float, b: float, x: float) -> float:
    """Regularised. Source: https://dlmf.nist.gov/8.17 (22, the continued fraction, and 4, the symmetry)."""
    if x >= 1:
        return 1.0
    log_front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    front = math.exp(log_front)
    if x < (a + 1) / (a + b + 2):
        return min(1.0, front * _fraction(a, b, x) / a)
    return max(0.0, 1 - front * _fraction(b, a, 1 - x) / b)


def _fraction(a: float, b: float, x: float) -> float:
    """By the modified method of Lentz, which goes from front to back."""
    numerator, denominator, value = math.inf, 1.0, 1.0
    for step in range(1, _MOST_STEPS):
        half = step // 2
        if step % 2:
            term = -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
        else:
            term = half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))
        denominator = 1 / _nonzero(1 + term * denominator)
        numerator = _nonzero(1 + term / numerator)
        value *= numerator * denominator
        if abs(numerator * denominator - 1) < _EXACT:
            break
    return value


def _nonzero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
