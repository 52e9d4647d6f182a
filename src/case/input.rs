//! Every number a user can type, by name.
//!
//! An [`Input`] is a row in a table: form, range check, handle, sensitivity and formula
//! all read the same [`Field`] and go through the same [`Input::get`] and [`Input::set`].

pub use super::field::{Field, FieldError, Step, snapped};
use super::field::{MOST_RATE, round_off};
pub(super) use super::field::{amount, balance, bounded, rate, round_up, score, share};
use super::{
    Benefit, Case, Cost, Counting, Id, Period, base, claims, curve, cycle, expectations, joint,
    judging, market, measures, owning, relations, worth,
};
use crate::model::lifetime::{expected_life, monthly_rate, retention_of_life, yearly_rate};
use crate::words::{Language, Unit, composition, label, perceived};

/// The greatest weight of a criterion.
pub(super) const MOST_WEIGHT: f64 = 1e6;

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
    /// Years counted: the same number in years.
    Years,
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
    BookYears,
    /// Discount rate in the short formula.
    YearRate,
    /// What somebody found the customer of the short formula to be worth.
    Found,
    /// What all criteria of one kind of benefit weigh together; they keep their proportions.
    KindWeight(Benefit),
    /// A number of the costs of owning.
    Owning(owning::Number),
    /// A number of what the price does to both sides.
    Joint(joint::Number),
    /// A number of the economic value.
    Worth(worth::Number),
    /// A number by which offers are judged.
    Judging(judging::Number),
    /// A number of the market.
    Market(market::Number),
    /// A number of the customer base.
    Base(base::Number),
    /// A number of the expectations.
    Expectation(expectations::Number),
    /// A number of the relations.
    Relation(relations::Number),
    /// A number of the value curve.
    Curve(curve::Number),
    /// A number of a measure.
    Measure(measures::Number),
    /// A number of the life cycle.
    Cycle(cycle::Number),
    /// A number of the loyalty claims.
    Claim(claims::Number),
}

/// The numbers of one subject of the case, which has them in a file of its own.
pub(super) trait Numbers: Copy {
    /// Where the number is stored; none where its row is gone, or where it is derived.
    fn place(self, case: &Case) -> Option<&f64>;

    /// The same, to be written.
    fn place_mut(self, case: &mut Case) -> Option<&mut f64>;

    /// The number.
    fn get(self, case: &Case) -> Option<f64> {
        self.place(case).copied()
    }

    /// Sets the number.
    fn set(self, case: &mut Case, value: f64) {
        if let Some(place) = self.place_mut(case) {
            *place = value;
        }
    }

    /// What the number means and may be.
    fn field(self, case: &Case) -> Field;

    /// The names of the rows it belongs to, which come before its own.
    fn rows(self, case: &Case, language: Language) -> Vec<&str>;

    /// Every stored number of the subject.
    fn all(case: &Case) -> Vec<Input>;
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
                Self::BookYears => &$($mutable)? case.customer.textbook.years,
                Self::YearRate => &$($mutable)? case.customer.textbook.rate,
                Self::Found => &$($mutable)? case.customer.textbook.found,
                Self::Owning(number) => return number.$name(case),
                Self::Joint(number) => return number.$name(case),
                Self::Worth(number) => return number.$name(case),
                Self::Judging(number) => return number.$name(case),
                Self::Market(number) => return number.$name(case),
                Self::Base(number) => return number.$name(case),
                Self::Expectation(number) => return number.$name(case),
                Self::Relation(number) => return number.$name(case),
                Self::Curve(number) => return number.$name(case),
                Self::Measure(number) => return number.$name(case),
                Self::Cycle(number) => return number.$name(case),
                Self::Claim(number) => return number.$name(case),
                Self::BenefitOf(..)
                | Self::KindWeight(_)
                | Self::Churn
                | Self::ExpectedLife
                | Self::MonthlyDiscount
                | Self::Years => return None,
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
            Self::Years => Some(round_off(case.customer.horizon / case.customer.period.a_year())),
            Self::KindWeight(benefit) => case.kind_weight(benefit),
            Self::Owning(number) => number.get(case),
            Self::Joint(number) => number.get(case),
            Self::Worth(number) => number.get(case),
            Self::Judging(number) => number.get(case),
            Self::Market(number) => number.get(case),
            Self::Base(number) => number.get(case),
            Self::Expectation(number) => number.get(case),
            Self::Relation(number) => number.get(case),
            Self::Curve(number) => number.get(case),
            Self::Measure(number) => number.get(case),
            Self::Cycle(number) => number.get(case),
            Self::Claim(number) => number.get(case),
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
            Self::Years => case.customer.horizon = round_off(value * case.customer.period.a_year()),
            Self::KindWeight(benefit) => case.set_kind_weight(benefit, value),
            Self::Owning(number) => number.set(case, value),
            Self::Joint(number) => number.set(case, value),
            Self::Worth(number) => number.set(case, value),
            Self::Judging(number) => number.set(case, value),
            Self::Market(number) => number.set(case, value),
            Self::Base(number) => number.set(case, value),
            Self::Expectation(number) => number.set(case, value),
            Self::Relation(number) => number.set(case, value),
            Self::Curve(number) => number.set(case, value),
            Self::Measure(number) => number.set(case, value),
            Self::Cycle(number) => number.set(case, value),
            Self::Claim(number) => number.set(case, value),
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
            Self::Weight(_) => Field { high: MOST_WEIGHT, ..amount(label::WEIGHT, Unit::Plain) },
            Self::KindWeight(_) => {
                Field { high: 1e6, ..amount(composition::KIND_WEIGHT, Unit::Plain) }
            }
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
            Self::Owning(number) => number.field(case),
            Self::Joint(number) => number.field(case),
            Self::Worth(number) => number.field(case),
            Self::Judging(number) => number.field(case),
            Self::Market(number) => number.field(case),
            Self::Base(number) => number.field(case),
            Self::Expectation(number) => number.field(case),
            Self::Relation(number) => number.field(case),
            Self::Curve(number) => number.field(case),
            Self::Measure(number) => number.field(case),
            Self::Cycle(number) => number.field(case),
            Self::Claim(number) => number.field(case),
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
            Self::Years => {
                let most = 600.0 / period.a_year();
                bounded(
                    label::HORIZON,
                    Unit::Years,
                    (1.0 / period.a_year(), most),
                    (1.0, 20.0),
                    1.0,
                )
            }
            Self::BookYears => bounded(label::YEARS, Unit::Years, (1.0, 100.0), (1.0, 20.0), 1.0),
            Self::YearRate => rate(label::BOOK_RATE, 0.0, (0.0, 0.3)),
            Self::Found => balance(label::FOUND),
            _ => rate(label::DISCOUNT, 0.0, (0.0, 0.3)),
        }
    }

    /// What the number is called in full: the offer, the criterion, then the field.
    pub fn name(self, case: &Case, language: Language) -> String {
        let offer = |id| case.offer(id).map(|o| o.name.to(language));
        let criterion = |id| case.criteria.iter().find(|c| c.id == id).map(|c| c.name.to(language));
        let rows: Vec<Option<&str>> = match self {
            Self::Weight(id) | Self::Guess(id) => vec![criterion(id)],
            Self::Score(o, c) => vec![offer(o), criterion(c)],
            Self::Cost(id, _) | Self::BenefitOf(id, _) | Self::Price(id) | Self::UnitCost(id) => {
                vec![offer(id)]
            }
            Self::Rung(id) => {
                vec![case.ladder.iter().find(|r| r.id == id).map(|r| r.name.to(language))]
            }
            Self::Amount(id) => {
                let year = case.customer.amounts.iter().position(|a| a.id == id);
                return label::year(year.unwrap_or_default(), language);
            }
            Self::KindWeight(benefit) => {
                vec![Some(perceived::KINDS[benefit.index()].to(language))]
            }
            Self::Owning(number) => number.rows(case, language).into_iter().map(Some).collect(),
            Self::Worth(number) => number.rows(case, language).into_iter().map(Some).collect(),
            Self::Judging(number) => number.rows(case, language).into_iter().map(Some).collect(),
            Self::Market(number) => number.rows(case, language).into_iter().map(Some).collect(),
            Self::Base(base::Number::Count(id)) => return base::renewal(case, id, language),
            Self::Base(number) => number.rows(case, language).into_iter().map(Some).collect(),
            Self::Expectation(number) => {
                number.rows(case, language).into_iter().map(Some).collect()
            }
            Self::Relation(number) => number.rows(case, language).into_iter().map(Some).collect(),
            Self::Curve(number) => number.rows(case, language).into_iter().map(Some).collect(),
            Self::Measure(number) => number.rows(case, language).into_iter().map(Some).collect(),
            Self::Cycle(number) => return cycle::name(number, case, language),
            _ => Vec::new(),
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
        all.extend([Self::YearRevenue, Self::YearCost, Self::BookYears, Self::YearRate]);
        all.push(Self::Found);
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
        all.extend(owning::Number::all(case));
        all.extend(joint::Number::all(case));
        all.extend(worth::Number::all(case));
        all.extend(judging::Number::all(case));
        all.extend(market::Number::all(case));
        all.extend(base::Number::all(case));
        all.extend(expectations::Number::all(case));
        all.extend(relations::Number::all(case));
        all.extend(curve::Number::all(case));
        all.extend(measures::Number::all(case));
        all.extend(cycle::Number::all(case));
        all.extend(claims::Number::all(case));
        all
    }
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
}
