#include "ui/screens/lab_families.h"

#include <algorithm>
#include <cmath>

#include "stats/continuous.h"
#include "stats/discrete.h"
#include "stats/normal.h"

namespace loopready::screens {
namespace {

using base::Result;

// The smallest k whose cumulative probability is at least p, where no closed form is at hand.
Result<double> geometric_quantile(double p, double share, double) {
  return p >= 1 ? 1e6 : std::max(1.0, std::ceil(std::log1p(-p) / std::log1p(-share) - 1e-12));
}

const Family kFamilies[] = {
    {FamilyKind::normal, "Normal", false, "f(x) = e^{-(x-\\mu)^2 / 2\\sigma^2} / (\\sigma \\sqrt{2\\pi})", "means of many values, measurement error",
     "mean", "standard deviation", 0, -10, 10, 1, 0.1, 10, [](double x, double a, double b) { return stats::normal_pdf(x, a, b); },
     [](double x, double a, double b) { return stats::normal_sf(x, a, b); },
     [](double p, double a, double b) { return stats::normal_quantile(p, a, b); }, [](double a, double) { return a; },
     [](double, double b) { return b; }},
    {FamilyKind::student_t, "Student t", false, "T = Z / \\sqrt{\\chi^2 / \\nu}", "means of few values with an estimated spread", "degrees of freedom",
     nullptr, 4, 1, 60, 0, 0, 1, [](double x, double a, double) { return stats::student_t_pdf(x, a); },
     [](double x, double a, double) { return stats::student_t_sf(x, a); },
     [](double p, double a, double) { return stats::student_t_quantile(p, a); }, [](double a, double) { return a > 1 ? 0.0 : NAN; },
     [](double a, double) { return a > 2 ? std::sqrt(a / (a - 2)) : NAN; }},
    {FamilyKind::lognormal, "Lognormal", false, "\\log X \\text{ is normal}", "order values, session lengths, incomes", "mean of the log",
     "sd of the log", 0, -3, 3, 1, 0.1, 2.5, [](double x, double a, double b) { return stats::lognormal_pdf(x, a, b); },
     [](double x, double a, double b) { return stats::lognormal_sf(x, a, b); },
     [](double p, double a, double b) { return stats::lognormal_quantile(p, a, b); },
     [](double a, double b) { return std::exp(a + b * b / 2); },
     [](double a, double b) { return std::exp(a + b * b / 2) * std::sqrt(std::expm1(b * b)); }},
    {FamilyKind::exponential, "Exponential", false, "f(x) = \\lambda e^{-\\lambda x}", "the time until the next event when the past does not matter", "rate",
     nullptr, 1, 0.1, 5, 0, 0, 1, [](double x, double a, double) { return stats::exponential_pdf(x, a); },
     [](double x, double a, double) { return stats::exponential_sf(x, a); },
     [](double p, double a, double) { return stats::exponential_quantile(p, a); }, [](double a, double) { return 1 / a; },
     [](double a, double) { return 1 / a; }},
    {FamilyKind::gamma, "Gamma", false, "f(x) \\propto x^{k-1} e^{-x/\\theta}", "the time until the k-th event; rates that differ between users",
     "shape", "scale", 2, 0.2, 20, 1, 0.1, 5, [](double x, double a, double b) { return stats::gamma_pdf(x, a, b); },
     [](double x, double a, double b) { return stats::gamma_sf(x, a, b); },
     [](double p, double a, double b) { return stats::gamma_quantile(p, a, b); }, [](double a, double b) { return a * b; },
     [](double a, double b) { return std::sqrt(a) * b; }},
    {FamilyKind::beta, "Beta", false, "f(x) \\propto x^{a-1} (1-x)^{b-1}", "what is believed of a share", "a", "b", 2, 0.5, 50, 5, 0.5, 50,
     [](double x, double a, double b) { return stats::beta_pdf(x, a, b); },
     [](double x, double a, double b) { return stats::beta_sf(x, a, b); },
     [](double p, double a, double b) { return stats::beta_quantile(p, a, b); }, [](double a, double b) { return a / (a + b); },
     [](double a, double b) { return std::sqrt(a * b / (a + b + 1)) / (a + b); }},
    {FamilyKind::binomial, "Binomial", true, "P(X = k) = \\frac{n!}{k!(n-k)!} p^k (1-p)^{n-k}", "how many of n convert", "trials", "share", 20, 1, 200,
     0.3, 0.01, 0.99, [](double x, double a, double b) { return stats::binomial_pmf(x, a, b); },
     [](double x, double a, double b) { return stats::binomial_sf(x, a, b); },
     [](double p, double a, double b) { return stats::binomial_quantile(p, a, b); }, [](double a, double b) { return a * b; },
     [](double a, double b) { return std::sqrt(a * b * (1 - b)); }},
    {FamilyKind::poisson, "Poisson", true, "P(X = k) = \\lambda^k e^{-\\lambda} / k!", "how many rare events in a given time", "expected count", nullptr, 6, 0.5,
     100, 0, 0, 1, [](double x, double a, double) { return stats::poisson_pmf(x, a); },
     [](double x, double a, double) { return stats::poisson_sf(x, a); },
     [](double p, double a, double) { return stats::poisson_quantile(p, a); }, [](double a, double) { return a; },
     [](double a, double) { return std::sqrt(a); }},
    {FamilyKind::geometric, "Geometric", true, "P(X = k) = (1-p)^{k-1} p", "the number of trials until the first success", "chance of success", nullptr, 0.2, 0.05,
     0.95, 0, 0, 1, [](double x, double a, double) { return x < 1 ? Result<double>(0.0) : stats::geometric_pmf(x, a); },
     [](double x, double a, double) {
       auto cdf = x < 1 ? Result<double>(0.0) : stats::geometric_cdf(x, a);
       return cdf.ok() ? Result<double>(1 - cdf.value()) : cdf;
     },
     geometric_quantile, [](double a, double) { return 1 / a; }, [](double a, double) { return std::sqrt(1 - a) / a; }},
};

}  // namespace

std::span<const Family> families() { return kFamilies; }

}  // namespace loopready::screens
