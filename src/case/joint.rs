//! What one price does to both sides: how choice and retention answer to it.

use serde::{Deserialize, Serialize};

use super::input::{Field, Input, Numbers, amount, bounded, share};
use super::working::{Term, Working, letter, number, sign};
use super::{Case, Counting};
use crate::model::lifetime::Timing;
use crate::model::perceived::{Comparison, ComparisonError, Standing};
use crate::model::win_win::{Deal, Sides, Terms, WinWin, WinWinError};
use crate::words::{Glass, Language, Unit, label};

/// How many times today's price ours may be.
const FARTHEST: f64 = 5.0;

/// How both sides answer to our price.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Joint {
    /// Today's price, at which share and retention are what they are; where none is given, our price
    /// as the case is opened.
    pub today: Option<f64>,
    /// What the customer's gain is measured against.
    pub beside: Beside,
    /// What each side must not fall below.
    pub fallback: Fallback,
    /// Customers who choose between us and others.
    pub prospects: f64,
    /// The share of them who choose us today.
    pub share: f64,
    /// How strongly choice answers to the price.
    pub choice_response: f64,
    /// How strongly retention answers to the price.
    pub stay_response: f64,
}

impl Default for Joint {
    /// A thousand prospects, of whom three in ten choose us; both answers of middling strength.
    fn default() -> Self {
        Self {
            today: None,
            beside: Beside::default(),
            fallback: Fallback::default(),
            prospects: 1_000.0,
            share: 0.3,
            choice_response: 2.0,
            stay_response: 2.0,
        }
    }
}

/// What the customer's gain is measured against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Beside {
    /// The best rival's net value, or nothing where that is negative.
    #[default]
    NextBest,
    /// Going without.
    Nothing,
}

/// What each side must not fall below for the price to be good for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fallback {
    /// No deal at all.
    #[default]
    NoDeal,
    /// What it has at today's price.
    Today,
}

/// A number of the two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Number {
    /// Today's price.
    Today,
    /// Customers who choose.
    Prospects,
    /// The share of them who choose us today.
    Share,
    /// How strongly choice answers to the price.
    ChoiceResponse,
    /// How strongly retention answers to the price.
    StayResponse,
}

impl Number {
    const ALL: [Self; 5] =
        [Self::Today, Self::Prospects, Self::Share, Self::ChoiceResponse, Self::StayResponse];
}

impl Numbers for Number {
    fn place(self, case: &Case) -> Option<&f64> {
        let joint = &case.joint;
        match self {
            Self::Today => joint.today.as_ref().or(case.ours().map(|ours| &ours.price)),
            Self::Prospects => Some(&joint.prospects),
            Self::Share => Some(&joint.share),
            Self::ChoiceResponse => Some(&joint.choice_response),
            Self::StayResponse => Some(&joint.stay_response),
        }
    }

    fn place_mut(self, case: &mut Case) -> Option<&mut f64> {
        let joint = &mut case.joint;
        Some(match self {
            Self::Today => joint.today.get_or_insert_default(),
            Self::Prospects => &mut joint.prospects,
            Self::Share => &mut joint.share,
            Self::ChoiceResponse => &mut joint.choice_response,
            Self::StayResponse => &mut joint.stay_response,
        })
    }

    fn field(self, _: &Case) -> Field {
        let response = |label| bounded(label, Unit::Plain, (0.0, 50.0), (0.0, 10.0), 0.1);
        match self {
            Self::Today => amount(label::TODAYS_PRICE, Unit::Money),
            Self::Prospects => amount(label::PROSPECTS, Unit::Count),
            Self::Share => share(label::CHOICE_SHARE),
            Self::ChoiceResponse => response(label::CHOICE_RESPONSE),
            Self::StayResponse => response(label::STAY_RESPONSE),
        }
    }

    fn rows(self, _: &Case, _: Language) -> Vec<&str> {
        Vec::new()
    }

    fn all(_: &Case) -> Vec<Input> {
        Self::ALL.map(Input::Joint).into()
    }
}

/// Why the two sides cannot be worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JointError {
    /// Counted in points: a price and points have no common measure.
    Points,
    /// The offers cannot be compared.
    Offers(ComparisonError),
    /// Our price is more than five times today's: how choice and retention answer is known
    /// near today's price only.
    Far,
    /// A number is out of its range, or there is no value.
    Sides(WinWinError),
}

impl Case {
    /// What a purchase is worth to the customer, less all it costs beside the price, and less what
    /// the customer could have elsewhere.
    fn worth_of_purchase(&self, comparison: &Comparison) -> f64 {
        let (ours, rivals) =
            comparison.standings().split_first().map_or((0.0, &[][..]), |(ours, rivals)| {
                // All its costs but the price: so the worth is the same at every price, to the bit.
                (ours.benefit - ours.costs[1..].iter().sum::<f64>(), rivals)
            });
        let elsewhere = match self.joint.beside {
            Beside::NextBest => rivals.iter().map(Standing::net).fold(0.0, f64::max),
            Beside::Nothing => 0.0,
        };
        ours - elsewhere
    }

    /// Both sides as functions of our price.
    ///
    /// # Errors
    /// [`JointError`] says why there are none.
    pub fn win_win(&self) -> Result<WinWin, JointError> {
        if self.counting == Counting::Points {
            return Err(JointError::Points);
        }
        let comparison = self.comparison().map_err(JointError::Offers)?;
        let (joint, customer) = (&self.joint, &self.customer);
        let ours = self.ours().map_or((0.0, 0.0), |ours| (ours.price, ours.unit_cost));
        let today = Number::Today.get(self).unwrap_or_default();
        let worth = self.worth_of_purchase(&comparison);
        if today > 0.0 && ours.0 > FARTHEST * today {
            return Err(JointError::Far);
        }
        let highest = (1.6 * today).max(1.25 * worth).max(1.1 * ours.0);
        let discount = customer.period.rate(customer.discount);
        WinWin::new(Terms {
            worth,
            unit_cost: ours.1,
            purchases: customer.purchases,
            prospects: joint.prospects,
            today,
            share: joint.share,
            choice_response: joint.choice_response,
            retention: customer.retention,
            stay_response: joint.stay_response,
            discount,
            customer_discount: discount,
            growth: customer.period.rate(customer.growth),
            acquisition: customer.acquisition,
            timing: if customer.margin_now { Timing::Now } else { Timing::AfterOnePeriod },
            horizon: self.horizon(),
            prices: (0.0, highest),
        })
        .map_err(JointError::Sides)
    }

    /// What each side must not fall below.
    pub fn fallback(&self, both: &WinWin) -> Sides {
        match self.joint.fallback {
            Fallback::NoDeal => Sides::NOTHING,
            Fallback::Today => both.at(both.terms().today).sides,
        }
    }

    /// What comes of our present price.
    pub fn deal(&self, both: &WinWin) -> Deal {
        both.at(self.ours().map_or(0.0, |ours| ours.price))
    }

    /// How the price becomes both sides' gain of a purchase, choice and retention: in symbols, then
    /// in numbers.
    pub fn win_win_working(&self, both: &WinWin, glass: Glass) -> Working {
        let terms = both.terms();
        let deal = self.deal(both);
        let ours = self.ours().map(|ours| ours.id);
        let price = ours.map(Input::Price);
        let cost = ours.map(Input::UnitCost);
        let today = Some(Input::Joint(Number::Today));
        let money = |x: f64, input| Term::Number(glass.cell(x, Unit::Money), input);
        let symbol = |letter, input| Term::Symbol(letter, "", input);
        let change = (terms.today - deal.price) / terms.today;
        let choice = Answering {
            letters: ["k", "a·x"],
            inputs: [Number::Share, Number::ChoiceResponse].map(Input::Joint),
            values: [terms.share, terms.choice_response, deal.share],
        };
        let staying = Answering {
            letters: ["r", "b·x"],
            inputs: [Input::Retention, Input::Joint(Number::StayResponse)],
            values: [terms.retention, terms.stay_response, deal.retention],
        };
        vec![
            vec![
                letter("s"),
                sign("="),
                letter("w"),
                sign("−"),
                symbol("p", price),
                sign("="),
                money(terms.worth, None),
                sign("−"),
                money(deal.price, price),
                sign("="),
                money(deal.surplus, None),
            ],
            vec![
                letter("m"),
                sign("="),
                symbol("p", price),
                sign("−"),
                symbol("c", cost),
                sign("="),
                money(deal.price, price),
                sign("−"),
                money(terms.unit_cost, cost),
                sign("="),
                money(deal.margin, None),
            ],
            vec![
                letter("x"),
                sign("="),
                Term::Fraction(
                    vec![Term::Symbol("p", "0", today), sign("−"), symbol("p", price)],
                    vec![Term::Symbol("p", "0", today)],
                ),
                sign("="),
                number(glass, change, 4, None),
            ],
            choice.line(change, glass),
            staying.line(change, glass),
        ]
    }
}

/// A share that answers to the price through its odds.
struct Answering {
    /// Its letter, and the exponent of its odds.
    letters: [&'static str; 2],
    /// The inputs of both.
    inputs: [Input; 2],
    /// The share today, how strongly it answers, and the share it becomes.
    values: [f64; 3],
}

impl Answering {
    /// `k / (1 − k) = k₀ / (1 − k₀) · e^(a·x)`, with the numbers, and what *k* becomes.
    fn line(&self, change: f64, glass: Glass) -> Vec<Term> {
        let [share, exponent] = self.letters;
        let [start, strength, now] = self.values;
        let odds = |share: Term| {
            let rest = vec![Term::Number("1".into(), None), sign("−"), share.clone()];
            Term::Fraction(vec![share], rest)
        };
        let power = |of: Term| Term::Power(Box::new(letter("e")), Box::new(of));
        let start_input = Some(self.inputs[0]);
        vec![
            odds(letter(share)),
            sign("="),
            odds(Term::Symbol(share, "0", start_input)),
            sign("·"),
            power(Term::Symbol(exponent, "", Some(self.inputs[1]))),
            sign("="),
            odds(number(glass, start, 4, start_input)),
            sign("·"),
            power(number(glass, strength * change, 4, Some(self.inputs[1]))),
            sign("⟹"),
            letter(share),
            sign("="),
            number(glass, now, 4, None),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::super::working::spoken;
    use super::super::{Sample, library};
    use super::*;

    /// The customer's gain is the lead over the best rival, as the page of perceived value has it.
    #[test]
    fn the_gain_of_a_purchase_is_the_lead() {
        let mut case = library::open(Sample::Coffee);
        let lead = case.comparison().unwrap().lead(0);
        let both = case.win_win().unwrap();
        assert!((case.deal(&both).surplus / lead - 1.0).abs() < 1e-12);
        case.joint.beside = Beside::Nothing;
        let net = case.comparison().unwrap().standings()[0].net();
        let both = case.win_win().unwrap();
        assert!((case.deal(&both).surplus / net - 1.0).abs() < 1e-12);
    }

    /// At today's price nothing has answered yet: the firm's side is the lifetime value of the page
    /// that works it out, times those who choose us.
    #[test]
    fn at_todays_price_the_firm_has_the_lifetime_value() {
        for sample in [Sample::Coffee, Sample::Hotel, Sample::Machine] {
            let case = library::open(sample);
            let both = case.win_win().unwrap();
            let deal = case.deal(&both);
            let lifetime = case.lifetime().unwrap().net();
            assert!((deal.lifetime_value / lifetime - 1.0).abs() < 1e-12, "{sample:?}");
            let firm = case.joint.prospects * case.joint.share * lifetime;
            assert!((deal.sides.firm() / firm - 1.0).abs() < 1e-12, "{sample:?}");
            assert_eq!(deal.share, case.joint.share);
        }
    }

    #[test]
    fn a_price_moves_choice_and_retention_from_todays() {
        let mut case = library::open(Sample::Coffee);
        case.joint.today = Some(25.0);
        let ours = case.offers[0].id;
        Input::Price(ours).set(&mut case, 20.0);
        let both = case.win_win().unwrap();
        let deal = case.deal(&both);
        assert!(deal.share > case.joint.share && deal.retention > case.customer.retention);
        let words = spoken(&case.win_win_working(&both, Glass::default()));
        assert!(words.contains("x = (p0 − p) / (p0) = 0.2"), "{words}");
    }

    #[test]
    fn a_price_far_from_todays_is_not_estimated() {
        let mut case = library::open(Sample::Blank);
        let price = case.ours().unwrap().price;
        case.joint.today = Some(price);
        case.offers[0].price = FARTHEST * price;
        assert!(case.win_win().is_ok());
        case.offers[0].price = FARTHEST * price + 1.0;
        assert_eq!(case.win_win(), Err(JointError::Far));
        case.joint.today = Some(case.offers[0].price);
        assert!(case.win_win().is_ok());
    }

    #[test]
    fn points_and_a_price_have_no_common_measure() {
        let case = Case { counting: Counting::Points, ..library::open(Sample::Coffee) };
        assert_eq!(case.win_win(), Err(JointError::Points));
    }
}
