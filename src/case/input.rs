//! Every number a user can type, by name.
//!
//! An [`Input`] is a row in a table: form, range check, handle, sensitivity and formula
//! all read the same [`Field`] and go through the same [`Input::get`] and [`Input::set`].

use super::{Benefit, Case, Cost, Counting, Id, Period};
use crate::model::lifetime::{expected_life, monthly_rate, retention_of_life, yearly_rate};
use crate::words::{self, Language, Phrase, Reading, Trouble, Unit, label};

/// Names one number of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Input {
    /// Weight of a criterion.
    Weight(Id),
    /// The customer's score of an offer on a criterion.
    Score(Id, Id),
    /// What we guess the customer's score of our offer is.
    Guess(Id),
    /// A cost of an offer, in the unit in force.
    Cost(Id, Cost),
    /// Price of an offer in money, however costs are counted.
    Price(Id),
    /// Benefit of one kind that an offer brings; all its scores of that kind move together.
    BenefitOf(Id, Benefit),
    /// What one unit costs the firm.
    UnitCost(Id),
    /// Worth of a perfect offer, in the unit in force.
    Perfect,
    /// What an hour of the customer's time is worth.
    HourWorth,
    /// A step of the price ladder.
    Rung(Id),
    /// Margin a period.
    Margin,
    /// Revenue a period.
    Revenue,
    /// Margin as a share of revenue.
    MarginRate,
    /// Purchases a period.
    Purchases,
    /// Retention rate a period.
    Retention,
    /// Churn rate a period: 1 less retention.
    Churn,
    /// Periods a customer stays on average.
    ExpectedLife,
    /// Discount rate a year.
    Discount,
    /// Discount rate a month.
    MonthlyDiscount,
    /// Growth of the margin a year.
    Growth,
    /// Cost of winning the customer.
    Acquisition,
    /// Periods counted.
    Horizon,
    /// A yearly amount.
    Amount(Id),
    /// Everything the customer ever pays.
    TotalRevenue,
    /// Years over which it is paid.
    TotalLife,
    /// Value of an order.
    Order,
    /// Orders a year.
    Orders,
    /// Revenue a year in the short formula.
    YearRevenue,
    /// Cost a year in the short formula.
    YearCost,
    /// Years in the short formula.
    Years,
    /// Discount rate in the short formula.
    YearRate,
}

/// What a number means and may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field {
    /// Its name.
    pub label: Phrase,
    /// Its unit.
    pub unit: Unit,
    /// The least value allowed.
    pub low: f64,
    /// The greatest value allowed.
    pub high: f64,
    /// One step of an arrow key.
    pub step: Step,
    /// The ends of the slider, where they do not follow from the value at hand.
    pub slider: Option<(f64, f64)>,
}

/// How far an arrow key or a step button moves a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Always as far.
    Fixed(f64),
    /// About a hundredth of the slider's length, rounded to 1, 2 or 5 times a power of ten.
    Scaled,
}

/// The greatest rate a year.
const MOST_RATE: f64 = 10.0;
/// The greatest amount of money or points.
const MOST: f64 = 1e12;

/// A quantity from 0 up whose size the case decides.
const fn amount(label: Phrase, unit: Unit) -> Field {
    Field { label, unit, low: 0.0, high: MOST, step: Step::Scaled, slider: None }
}

/// A quantity of either sign whose size the case decides.
const fn balance(label: Phrase) -> Field {
    Field { label, unit: Unit::Money, low: -MOST, high: MOST, step: Step::Scaled, slider: None }
}

/// A bounded quantity; the slider has its own, shorter range.
const fn bounded(
    label: Phrase,
    unit: Unit,
    (low, high): (f64, f64),
    slider: (f64, f64),
    step: f64,
) -> Field {
    Field { label, unit, low, high, step: Step::Fixed(step), slider: Some(slider) }
}

/// A score from 0 to 10.
const fn score(label: Phrase) -> Field {
    bounded(label, Unit::Score, (0.0, 10.0), (0.0, 10.0), 0.5)
}

/// A share from 0 to 1.
const fn share(label: Phrase) -> Field {
    bounded(label, Unit::Share, (0.0, 1.0), (0.0, 1.0), 0.01)
}

/// A rate of interest or growth.
const fn rate(label: Phrase, low: f64, slider: (f64, f64)) -> Field {
    bounded(label, Unit::Share, (low, MOST_RATE), slider, 0.005)
}

/// Finds the place of a stored number, to read or to write it.
macro_rules! places {
    ($name:ident, $iter:ident, $at:ident $(, $mutable:tt)?) => {
        fn $name(self, case: &$($mutable)? Case) -> Option<&$($mutable)? f64> {
            Some(match self {
                Self::Weight(id) => &$($mutable)? case.criteria.$iter().find(|c| c.id == id)?.weight,
                Self::Guess(id) => &$($mutable)? case.criteria.$iter().find(|c| c.id == id)?.guess,
                Self::Score(offer, criterion) => {
                    let k = case.criterion_index(criterion)?;
                    case.offers.$iter().find(|o| o.id == offer)?.scores.$at(k)?
                }
                Self::Cost(id, cost) => {
                    let counting = case.counting;
                    let offer = case.offers.$iter().find(|o| o.id == id)?;
                    match (counting, cost) {
                        (Counting::Points, _) => &$($mutable)? offer.felt[cost.index()],
                        (Counting::Money, Cost::Money) => &$($mutable)? offer.price,
                        (Counting::Money, Cost::Time) => &$($mutable)? offer.hours,
                        (Counting::Money, Cost::Energy) => &$($mutable)? offer.energy,
                        (Counting::Money, Cost::Mind) => &$($mutable)? offer.mind,
                    }
                }
                Self::Price(id) => &$($mutable)? case.offers.$iter().find(|o| o.id == id)?.price,
                Self::UnitCost(id) => {
                    &$($mutable)? case.offers.$iter().find(|o| o.id == id)?.unit_cost
                }
                Self::Perfect => match case.counting {
                    Counting::Points => &$($mutable)? case.perfect_points,
                    Counting::Money => &$($mutable)? case.perfect_money,
                },
                Self::HourWorth => &$($mutable)? case.hour_worth,
                Self::Rung(id) => &$($mutable)? case.ladder.$iter().find(|r| r.id == id)?.amount,
                Self::Margin => &$($mutable)? case.customer.margin,
                Self::Revenue => &$($mutable)? case.customer.revenue,
                Self::MarginRate => &$($mutable)? case.customer.margin_rate,
                Self::Purchases => &$($mutable)? case.customer.purchases,
                Self::Retention => &$($mutable)? case.customer.retention,
                Self::Discount => &$($mutable)? case.customer.discount,
                Self::Growth => &$($mutable)? case.customer.growth,
                Self::Acquisition => &$($mutable)? case.customer.acquisition,
                Self::Horizon => &$($mutable)? case.customer.horizon,
                Self::Amount(id) => {
                    &$($mutable)? case.customer.amounts.$iter().find(|a| a.id == id)?.amount
                }
                Self::TotalRevenue => &$($mutable)? case.customer.textbook.total_revenue,
                Self::TotalLife => &$($mutable)? case.customer.textbook.life,
                Self::Order => &$($mutable)? case.customer.textbook.order,
                Self::Orders => &$($mutable)? case.customer.textbook.orders,
                Self::YearRevenue => &$($mutable)? case.customer.textbook.revenue,
                Self::YearCost => &$($mutable)? case.customer.textbook.cost,
                Self::Years => &$($mutable)? case.customer.textbook.years,
                Self::YearRate => &$($mutable)? case.customer.textbook.rate,
                Self::BenefitOf(..) | Self::Churn | Self::ExpectedLife | Self::MonthlyDiscount => {
                    return None;
                }
            })
        }
    };
}

impl Input {
    places!(place, iter, get);
    places!(place_mut, iter_mut, get_mut, mut);

    /// The number; none where its row is gone, or where it does not exist (nobody ever leaves).
    pub fn get(self, case: &Case) -> Option<f64> {
        match self {
            Self::BenefitOf(id, benefit) => case.benefit_of(id, benefit),
            Self::Churn => Some(round_off(1.0 - case.customer.retention)),
            Self::ExpectedLife => expected_life(case.customer.retention).map(round_off),
            // Shown to a ten-thousandth of a per cent.
            Self::MonthlyDiscount => {
                Some((monthly_rate(case.customer.discount) * 1e6).round() / 1e6)
            }
            stored => stored.place(case).copied(),
        }
    }

    /// Sets the number; nothing happens where its row is gone. The value is taken as it is:
    /// ranges are checked where it is read.
    pub fn set(self, case: &mut Case, value: f64) {
        match self {
            Self::BenefitOf(id, benefit) => case.set_benefit_of(id, benefit, value),
            Self::Churn => case.customer.retention = round_off(1.0 - value),
            Self::ExpectedLife => case.customer.retention = retention_of_life(value),
            Self::MonthlyDiscount => {
                // The greatest monthly rate, as it is shown, is a little more than the greatest yearly one.
                case.customer.discount = round_off(yearly_rate(value)).min(MOST_RATE);
            }
            stored => {
                if let Some(place) = stored.place_mut(case) {
                    *place = value;
                }
            }
        }
    }

    /// What the number means and may be in `case`.
    pub fn field(self, case: &Case) -> Field {
        let worth = case.worth_unit();
        match self {
            Self::Weight(_) => Field { high: 1e6, ..amount(label::WEIGHT, Unit::Plain) },
            Self::Score(..) => score(label::SCORE),
            Self::Guess(_) => score(label::GUESS),
            Self::Cost(_, Cost::Time) if case.counting == Counting::Money => {
                Field { high: 1e5, ..amount(label::TIME, Unit::Minutes) }
            }
            Self::Cost(_, cost) => amount(label::COSTS[cost.index()], worth),
            Self::BenefitOf(_, benefit) => {
                let most = case.most_benefit(benefit);
                let label = label::BENEFITS[benefit.index()];
                Field { high: most, slider: Some((0.0, most)), ..amount(label, worth) }
            }
            Self::Price(_) => amount(label::COSTS[0], Unit::Money),
            Self::UnitCost(_) => amount(label::UNIT_COST, Unit::Money),
            Self::Perfect => amount(label::PERFECT, worth),
            Self::HourWorth => amount(label::HOUR_WORTH, Unit::Money),
            Self::Rung(_) => amount(label::RUNG, Unit::Money),
            other => other.customer_field(case.customer.period),
        }
    }

    /// The same for the numbers of the customer.
    fn customer_field(self, period: Period) -> Field {
        let life =
            |label, low, slider, step| bounded(label, period.unit(), (low, 1e6), slider, step);
        let (long, growth) = match period {
            Period::Year => (20.0, (-0.1, 0.2)),
            Period::Month => (60.0, (-0.1, 0.2)),
        };
        match self {
            Self::Margin => balance(label::MARGIN),
            Self::Revenue => amount(label::REVENUE, Unit::Money),
            Self::MarginRate => {
                bounded(label::MARGIN_RATE, Unit::Share, (-1.0, 1.0), (0.0, 1.0), 0.01)
            }
            Self::Purchases => Field { high: 1e6, ..amount(label::PURCHASES, Unit::Count) },
            Self::Retention => share(label::RETENTION),
            Self::Churn => share(label::CHURN),
            Self::ExpectedLife => life(label::EXPECTED_LIFE, 1.0, (1.0, long), 0.5),
            Self::MonthlyDiscount => {
                bounded(label::MONTHLY_DISCOUNT, Unit::Share, (0.0, 0.221_2), (0.0, 0.03), 0.001)
            }
            Self::Growth => rate(label::GROWTH, -0.99, growth),
            Self::Acquisition => amount(label::ACQUISITION, Unit::Money),
            Self::Horizon => Field { high: 600.0, ..life(label::HORIZON, 1.0, (1.0, long), 1.0) },
            Self::Amount(_) => balance(label::AMOUNT),
            Self::TotalRevenue => amount(label::TOTAL_REVENUE, Unit::Money),
            Self::TotalLife => {
                bounded(label::TOTAL_LIFE, Unit::Years, (0.1, 100.0), (0.1, 20.0), 0.5)
            }
            Self::Order => amount(label::ORDER, Unit::Money),
            Self::Orders => Field { high: 1e6, ..amount(label::ORDERS, Unit::Count) },
            Self::YearRevenue => amount(label::YEAR_REVENUE, Unit::Money),
            Self::YearCost => amount(label::YEAR_COST, Unit::Money),
            Self::Years => bounded(label::YEARS, Unit::Years, (1.0, 100.0), (1.0, 20.0), 1.0),
            Self::YearRate => rate(label::BOOK_RATE, 0.0, (0.0, 0.3)),
            _ => rate(label::DISCOUNT, 0.0, (0.0, 0.3)),
        }
    }

    /// What the number is called in full: the offer, the criterion, then the field.
    pub fn name(self, case: &Case, language: Language) -> String {
        let offer = |id| case.offer(id).map(|o| o.name.to(language));
        let criterion = |id| case.criteria.iter().find(|c| c.id == id).map(|c| c.name.to(language));
        let rows: [Option<&str>; 2] = match self {
            Self::Weight(id) | Self::Guess(id) => [criterion(id), None],
            Self::Score(o, c) => [offer(o), criterion(c)],
            Self::Cost(id, _) | Self::BenefitOf(id, _) | Self::Price(id) | Self::UnitCost(id) => {
                [offer(id), None]
            }
            Self::Rung(id) => {
                [case.ladder.iter().find(|r| r.id == id).map(|r| r.name.to(language)), None]
            }
            Self::Amount(id) => {
                let year = case.customer.amounts.iter().position(|a| a.id == id);
                return label::year(year.unwrap_or_default(), language);
            }
            _ => [None, None],
        };
        let label = self.field(case).label.to(language);
        let parts = rows.into_iter().flatten().chain([label]).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(label::BETWEEN.to(language))
    }

    /// Every stored number of `case` as it is counted at present.
    pub fn all_stored(case: &Case) -> Vec<Self> {
        let mut all = vec![Self::Perfect, Self::HourWorth];
        all.extend([Self::Margin, Self::Revenue, Self::MarginRate, Self::Purchases]);
        all.extend([
            Self::Retention,
            Self::Discount,
            Self::Growth,
            Self::Acquisition,
            Self::Horizon,
        ]);
        all.extend([Self::TotalRevenue, Self::TotalLife, Self::Order, Self::Orders]);
        all.extend([Self::YearRevenue, Self::YearCost, Self::Years, Self::YearRate]);
        for criterion in &case.criteria {
            all.extend([Self::Weight(criterion.id), Self::Guess(criterion.id)]);
        }
        for offer in &case.offers {
            all.push(Self::UnitCost(offer.id));
            if case.counting == Counting::Points {
                all.push(Self::Price(offer.id));
            }
            all.extend(Cost::ALL.map(|cost| Self::Cost(offer.id, cost)));
            all.extend(case.criteria.iter().map(|c| Self::Score(offer.id, c.id)));
        }
        all.extend(case.ladder.iter().map(|rung| Self::Rung(rung.id)));
        all.extend(case.customer.amounts.iter().map(|amount| Self::Amount(amount.id)));
        all
    }
}

/// Why a number cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FieldError {
    /// The text is not a number of this unit.
    Text(Trouble),
    /// The number is below the least allowed, which is given.
    Below(f64),
    /// The number is above the greatest allowed, which is given.
    Above(f64),
}

impl Field {
    /// Reads `text` as a value of this field.
    ///
    /// # Errors
    /// [`FieldError`] says whether the text or the size is at fault.
    pub fn read(&self, text: &str) -> Result<Reading, FieldError> {
        let reading = words::read(text, self.unit).map_err(FieldError::Text)?;
        // A limit shown in ten digits may round to just beyond itself.
        let slack = |limit: f64| limit.abs() * 1e-9;
        if reading.value < self.low - slack(self.low) {
            Err(FieldError::Below(self.low))
        } else if reading.value > self.high + slack(self.high) {
            Err(FieldError::Above(self.high))
        } else {
            Ok(Reading { value: reading.value.clamp(self.low, self.high), ..reading })
        }
    }

    /// The ends of a slider that suits a value of about `anchor`.
    pub fn slider(&self, anchor: f64) -> (f64, f64) {
        let (low, high) = match self.slider {
            Some((low, high)) if anchor <= high && anchor >= low => (low, high),
            Some((low, high)) => (low.min(anchor), high.max(round_up(anchor))),
            None => {
                let reach = round_up(2.0 * anchor.abs()).max(self.unit_step() * 10.0);
                (if self.low < 0.0 { -reach } else { 0.0 }, reach)
            }
        };
        (low.max(self.low), high.min(self.high))
    }

    /// How far an arrow key moves a value of about `anchor`.
    pub fn step(&self, anchor: f64) -> f64 {
        match self.step {
            Step::Fixed(step) => step,
            Step::Scaled => round_up(self.slider(anchor).1 / 200.0),
        }
    }

    /// One of the unit as the reader sees it.
    fn unit_step(&self) -> f64 {
        match self.unit {
            Unit::Minutes => 1.0 / 60.0,
            Unit::Share => 0.01,
            _ => 1.0,
        }
    }
}

/// The next number from `x` up that is 1, 2 or 5 times a power of ten; 1 for 0 and below.
fn round_up(x: f64) -> f64 {
    if x <= 0.0 || !x.is_finite() {
        return 1.0;
    }
    let power = libm::pow(10.0, libm::floor(libm::log10(x)));
    let lead = x / power * (1.0 - 1e-12);
    power * [1.0, 2.0, 5.0].into_iter().find(|nice| lead <= *nice).unwrap_or(10.0)
}

/// `x` at the nearest multiple of `step`, written without the bits that multiplying leaves behind:
/// 57 steps of 0.01 are 0.57. Without a step, `x` itself.
pub fn snapped(x: f64, step: f64) -> f64 {
    if step > 0.0 { round_off((x / step).round() * step) } else { x }
}

/// Takes off the last bits that a subtraction leaves behind, so that a churn of 20 % makes a
/// retention of 80 % and not of 79.999….
fn round_off(x: f64) -> f64 {
    if x.abs() < 1e3 { (x * 1e12).round() / 1e12 } else { x }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retention_churn_and_life_are_one_number() {
        let mut case = Case::default();
        Input::Churn.set(&mut case, 0.2);
        assert_eq!(Input::Retention.get(&case), Some(0.8));
        assert_eq!(Input::ExpectedLife.get(&case), Some(5.0));
        Input::ExpectedLife.set(&mut case, 20.0);
        assert_eq!(Input::Churn.get(&case), Some(0.05));
        Input::Retention.set(&mut case, 1.0);
        assert_eq!(Input::ExpectedLife.get(&case), None);
        Input::MonthlyDiscount.set(&mut case, 0.01);
        assert!((Input::Discount.get(&case).unwrap() - 0.126_825_03).abs() < 1e-9);
    }

    #[test]
    fn every_stored_number_is_read_where_it_is_written() {
        let case = super::super::library::open(super::super::Sample::Coffee);
        for counting in [Counting::Points, Counting::Money] {
            let all = Input::all_stored(&Case { counting, ..case.clone() });
            for input in &all {
                let mut changed = Case { counting, ..case.clone() };
                let before = input.get(&changed).unwrap();
                input.set(&mut changed, before + 0.125);
                assert_eq!(input.get(&changed), Some(before + 0.125), "{input:?}");
                let moved = all.iter().filter(|other| {
                    other.get(&changed) != other.get(&Case { counting, ..case.clone() })
                });
                assert_eq!(moved.count(), 1, "{input:?} moved another number");
            }
        }
    }

    #[test]
    fn steps_and_sliders_are_round() {
        let price = amount(label::MARGIN, Unit::Money);
        assert_eq!(price.slider(25.0), (0.0, 50.0));
        assert_eq!(price.step(25.0), 0.5);
        assert_eq!(price.slider(0.0), (0.0, 10.0));
        assert_eq!(price.slider(100_000.0), (0.0, 200_000.0));
        assert_eq!(round_up(3.0), 5.0);
        assert_eq!(round_up(1e-3), 1e-3);
    }

    #[test]
    fn a_field_answers_for_its_range() {
        let share = share(label::RETENTION);
        assert_eq!(share.read("82").map(|r| r.value), Ok(0.82));
        assert_eq!(share.read("−1"), Err(FieldError::Below(0.0)));
        assert_eq!(share.read("101"), Err(FieldError::Above(1.0)));
        assert_eq!(share.read("x"), Err(FieldError::Text(Trouble::NotANumber)));
    }
}
