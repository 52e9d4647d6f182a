//! The working behind the trial of a claim.

use super::super::working::{Term, Working, letter, number, of, sign};
use super::super::{Case, Input};
use super::Number;
use crate::model::loyalty::Saying;
use crate::model::loyalty::trial::{Law, Measure, Trial};
use crate::words::{Glass, claims as words};

fn one() -> Term {
    Term::Number("1".into(), None)
}

fn plain(text: String) -> Term {
    Term::Number(text, None)
}

impl Case {
    /// How the verdict on the chosen claim is worked out; none where nothing follows.
    pub fn claim_working(&self, trial: &Trial, glass: Glass) -> Option<Working> {
        let saying = self.claims.chosen;
        let found = plain(words::outcome(glass, saying, trial.found()?));
        let own = |input| number(glass, trial.own, 4, Some(input));
        let typed = |number: Number| {
            let input = Input::Claim(number);
            (input, input.get(self).unwrap_or_default())
        };
        let amount = |(input, x): (Input, f64)| number(glass, x, 4, Some(input));
        let quotient = |top: Term, bottom: Term| {
            vec![vec![Term::Fraction(vec![top], vec![bottom]), sign("="), found.clone()]]
        };
        Some(match saying {
            Saying::SixTimes => quotient(one(), own(Input::Claim(Number::Again))),
            Saying::EightTimes | Saying::FiveTimes => quotient(
                amount((Input::Acquisition, self.customer.acquisition)),
                own(Input::Claim(Number::Keeping)),
            ),
            Saying::HalfAgainst => {
                quotient(amount(typed(Number::ToCustomer)), own(Input::Claim(Number::ToStranger)))
            }
            Saying::TellsFive => {
                let factors = [Number::Told, Number::WouldBuy, Number::Forgone];
                vec![product(factors.map(|number| amount(typed(number))), found)]
            }
            Saying::Recommended => {
                let top =
                    product([Number::Stock, Number::Brought].map(|n| amount(typed(n))), one());
                let top = top[..3].to_vec();
                let bottom = vec![amount(typed(Number::Newcomers))];
                vec![vec![Term::Fraction(top, bottom), sign("="), found]]
            }
            Saying::Doubled | Saying::Raised | Saying::Lowered | Saying::Own => {
                self.retention_working(trial, glass)
            }
        })
    }

    /// Worth before and after, its change, and where the claim holds.
    fn retention_working(&self, trial: &Trial, glass: Glass) -> Working {
        let saying = self.claims.chosen;
        let measure = self.claims.measure;
        let (points, _) = self.said_points(saying);
        let discount = if measure == Measure::Life { 0.0 } else { self.discount_of_a_period() };
        let worth = |retention: f64| measure.worth(retention, discount).unwrap_or_default();
        let index = |k| Term::Symbol(if measure == Measure::Life { "L" } else { "V" }, k, None);
        let after = trial.own + points;
        let [before_worth, after_worth] =
            [trial.own, after].map(|r| number(glass, worth(r), 2, None));
        let rate = number(glass, discount, 5, Some(Input::Discount));
        let mut first = vec![index("0"), sign("=")];
        let letters = (of("r", Input::Retention), of("i", Input::Discount));
        first.push(worth_of(measure, letters.0, letters.1));
        first.push(sign("="));
        let own = number(glass, trial.own, 4, Some(Input::Retention));
        first.push(worth_of(measure, own, rate.clone()));
        first.extend([sign("="), before_worth.clone()]);
        let mut second = vec![index("1"), sign("=")];
        second.push(worth_of(measure, number(glass, after, 4, None), rate));
        second.extend([sign("="), after_worth.clone()]);
        let found = words::outcome(glass, saying, trial.found().unwrap_or_default());
        let change = |top: Term, bottom: Term| Term::Fraction(vec![top], vec![bottom]);
        let third = vec![
            change(index("1"), index("0")),
            sign("−"),
            one(),
            sign("="),
            change(after_worth, before_worth),
            sign("−"),
            one(),
            sign("="),
            plain(found),
        ];
        let mut working = vec![first, second, third];
        working.extend(self.holds_line(trial, points, discount, glass));
        working
    }

    /// Where the claim holds: `r = 1 + i − u − u/e`. None where that is no rate, or not so simple.
    fn holds_line(
        &self,
        trial: &Trial,
        points: f64,
        discount: f64,
        glass: Glass,
    ) -> Option<Vec<Term>> {
        let holds = trial.holds_at();
        let place = holds.first().filter(|_| self.claims.measure != Measure::ValueLater)?;
        let Law::Retention(_) = trial.law else { return None };
        let say = |x: f64| number(glass, x, 4, None);
        let quotient = |top: Term, bottom: Term| Term::Fraction(vec![top], vec![bottom]);
        let mut line = vec![Term::Symbol("r", "e", None), sign("="), one()];
        let discounted = self.claims.measure != Measure::Life;
        if discounted {
            line.extend([sign("+"), letter("i")]);
        }
        line.extend([sign("−"), letter("u"), sign("−"), quotient(letter("u"), letter("e"))]);
        line.extend([sign("="), one()]);
        if discounted {
            line.extend([sign("+"), number(glass, discount, 5, Some(Input::Discount))]);
        }
        let bracketed = |x: f64| vec![sign("("), say(x), sign(")")];
        line.push(sign("−"));
        line.extend(if points < 0.0 { bracketed(points) } else { vec![say(points)] });
        line.extend([sign("−"), quotient(say(points), say(trial.claimed)), sign("=")]);
        line.push(plain(words::percent(glass, *place)));
        Some(line)
    }
}

/// The factors with their signs, and what they make.
fn product<const N: usize>(factors: [Term; N], result: Term) -> Vec<Term> {
    let mut line = Vec::new();
    for (k, factor) in factors.into_iter().enumerate() {
        if k > 0 {
            line.push(sign("×"));
        }
        line.push(factor);
    }
    line.extend([sign("="), result]);
    line
}

/// The worth of a customer of this retention, in margins.
fn worth_of(measure: Measure, retention: Term, discount: Term) -> Term {
    let (top, mut bottom) = match measure {
        Measure::Life => (vec![one()], vec![one()]),
        Measure::ValueNow => {
            (vec![one(), sign("+"), discount.clone()], vec![one(), sign("+"), discount])
        }
        Measure::ValueLater => (vec![retention.clone()], vec![one(), sign("+"), discount]),
    };
    bottom.extend([sign("−"), retention]);
    Term::Fraction(top, bottom)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::working::spoken;

    #[test]
    fn life_before_and_after_is_worked_out() {
        let mut case = Case::default();
        let say = |case: &Case| {
            let trial = case.trial(case.claims.chosen).unwrap();
            spoken(&case.claim_working(&trial, Glass::default()).unwrap())
        };
        assert_eq!(
            say(&case),
            "L0 = (1) / (1 − r) = (1) / (1 − 0.8) = 5 L1 = (1) / (1 − 0.85) = 6.67 \
             (L1) / (L0) − 1 = (6.67) / (5) − 1 = +33.3% \
             re = 1 − u − (u) / (e) = 1 − 0.05 − (0.05) / (1) = 90%"
        );
        case.claims.measure = Measure::ValueLater;
        assert!(say(&case).starts_with("V0 = (r) / (1 + i − r) = (0.8) / (1 + 0.1 − 0.8) = 2.67"));
        case.claims.chosen = Saying::Recommended;
        assert_eq!(say(&case), "(100 × 0.2) / (200) = 10%");
        case.claims.chosen = Saying::TellsFive;
        assert_eq!(say(&case), "5 × 0.1 × 300 = 150 元");
        case.claims.chosen = Saying::SixTimes;
        assert_eq!(say(&case), "(1) / (0.1) = 10 倍");
    }
}
