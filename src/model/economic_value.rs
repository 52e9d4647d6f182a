//! Economic value: what an offer is worth to a customer, in money, beside the next best thing.
//!
//! *Question.* The client could buy the next best alternative at its price. What is ours worth to
//! them, what may it cost, and who gets how much of the value it adds?
//!
//! *Formula.* Total economic value is the reference, the next best alternative's price, plus what
//! we do better and less what we do worse: `V = R + Σ d⁺ − Σ d⁻`. Each difference is worked
//! out from a driver, `d = quantity × value of a unit × confidence × share due to us`. At price *P*
//! the client's surplus is `V − P`, ours is `P − c` with cost *c*, and together they are `V − c`
//! whatever the price: the price only splits it. Below *c* we lose, above *V* the client does.
//!
//! *Source.* Nagle & Müller, *The Strategy and Tactics of Pricing*; Anderson & Narus, "Business
//! Marketing: Understand What Customers Value" (1998); Forbis & Mehta, "Value-Based
//! Strategies for Industrial Products" (1981).
//!
//! *Assumes* that the client knows the alternative and counts in money. Differences must not
//! overlap: the same hour saved is not both labour and output.
//!
//! *Example.* Caterpillar (Kotler, *Marketing Management*), in thousands.
//! ```
//! use customer_value::model::economic_value::{Claim, Driver, EconomicValue, Terms};
//!
//! // Durability, reliability, service, warranty.
//! let drivers = [7.0, 6.0, 5.0, 2.0].map(Driver::plus);
//! let terms = Terms { reference: 90.0, price: 100.0, cost: 80.0 };
//! let tractor = EconomicValue::new(terms, &drivers)?;
//! assert_eq!(tractor.total(Claim::Full), 110.0);
//! assert_eq!((tractor.premium(), tractor.surplus(Claim::Full)), (10.0, 10.0));
//! # Ok::<(), customer_value::model::economic_value::EconomicValueError>(())
//! ```
//!
//! *Not for* what has no price and no driver, such as pride: use
//! [perceived value](super::perceived). And it says what the client could pay, not what they will:
//! they must see the value, and trust the numbers.

use serde::{Deserialize, Serialize};

use super::bounds::{first_error, is_amount, is_share, is_tie, ratio};
use super::win_win::Sides;

/// Whether a difference speaks for us or against us.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// We do better.
    #[default]
    Plus,
    /// We do worse.
    Minus,
}

/// Whose number a difference rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The client's own.
    Client,
    /// A published benchmark.
    Benchmark,
    /// Ours.
    #[default]
    Us,
    /// A guess.
    Guess,
}

/// One difference between us and the next best alternative, and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Driver {
    /// Better or worse.
    pub sign: Sign,
    /// How many units, from 0 up: hours saved, parts not scrapped.
    pub quantity: f64,
    /// What one of them is worth to the client, from 0 up.
    pub unit_value: f64,
    /// How sure we are, 0..1.
    pub confidence: f64,
    /// The share of it that is due to us rather than to others, 0..1.
    pub attribution: f64,
    /// Whose number it is.
    pub source: Source,
}

impl Driver {
    /// A difference of `worth` in our favour, certain, all due to us, by our own number.
    pub const fn plus(worth: f64) -> Self {
        Self {
            sign: Sign::Plus,
            quantity: 1.0,
            unit_value: worth,
            confidence: 1.0,
            attribution: 1.0,
            source: Source::Us,
        }
    }

    /// The same against us.
    pub const fn minus(worth: f64) -> Self {
        Self { sign: Sign::Minus, ..Self::plus(worth) }
    }

    fn is_sound(&self) -> bool {
        is_amount(self.quantity)
            && is_amount(self.unit_value)
            && is_share(self.confidence)
            && is_share(self.attribution)
    }

    /// Whether it is a claim of ours: it speaks for us and does not rest on the client's number.
    fn is_claim(&self) -> bool {
        self.sign == Sign::Plus && self.source != Source::Client
    }

    /// What one unit of quantity adds to the value, negative against us.
    pub fn per_unit(&self, claim: Claim) -> f64 {
        let counted = if self.is_claim() { claim.share() } else { 1.0 };
        let each = self.unit_value * self.confidence * self.attribution * counted;
        if self.sign == Sign::Plus { each } else { -each }
    }

    /// The difference in money, negative against us.
    fn difference(&self, claim: Claim) -> f64 {
        self.quantity * self.per_unit(claim)
    }
}

/// How much of our own claims to count. What speaks against us, and what rests on the client's own
/// numbers, always counts in full.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Claim {
    /// All.
    #[default]
    Full,
    /// Half: what if we are only half right?
    Half,
    /// Nothing: the client's numbers alone.
    ClientOnly,
}

impl Claim {
    /// All three, the most first.
    pub const ALL: [Self; 3] = [Self::Full, Self::Half, Self::ClientOnly];

    /// The share of our claims that counts.
    pub const fn share(self) -> f64 {
        match self {
            Self::Full => 1.0,
            Self::Half => 0.5,
            Self::ClientOnly => 0.0,
        }
    }
}

/// The three amounts that frame the value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// Reference: the next best alternative's price, from 0 up.
    pub reference: f64,
    /// Our price, from 0 up.
    pub price: f64,
    /// What the offer costs us, from 0 up: the price floor.
    pub cost: f64,
}

/// Why there is no economic value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EconomicValueError {
    /// The reference is negative or not a number.
    Reference,
    /// Our price is negative or not a number.
    Price,
    /// Our cost is negative or not a number.
    Cost,
    /// The driver in this place has a share outside 0..1, or a quantity or unit value that is
    /// negative or not a number.
    Driver(usize),
}

/// An offer's economic value, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct EconomicValue {
    terms: Terms,
    drivers: Vec<Driver>,
}

/// Where a price lies between our cost and the client's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Our cost is above the value to the client: there is no price for both.
    NoRoom,
    /// Below our cost: we lose.
    BelowFloor,
    /// From our cost to the client's value: nobody loses.
    BothGain,
    /// Above the client's value: the client loses.
    AboveCeiling,
}

/// What a step of the waterfall stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The next best alternative's price, from nothing up.
    Reference,
    /// The driver in this place.
    Driver(usize),
    /// Total economic value, from nothing up.
    Total,
}

/// One bar of the waterfall.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// What it stands for.
    pub part: Part,
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

impl EconomicValue {
    /// Checks `terms` and `drivers`.
    ///
    /// # Errors
    /// [`EconomicValueError`] names what cannot be used.
    pub fn new(terms: Terms, drivers: &[Driver]) -> Result<Self, EconomicValueError> {
        first_error([
            (is_amount(terms.reference), EconomicValueError::Reference),
            (is_amount(terms.price), EconomicValueError::Price),
            (is_amount(terms.cost), EconomicValueError::Cost),
        ])?;
        if let Some(place) = drivers.iter().position(|driver| !driver.is_sound()) {
            return Err(EconomicValueError::Driver(place));
        }
        Ok(Self { terms, drivers: drivers.to_vec() })
    }

    /// The terms it was made from.
    pub const fn terms(&self) -> &Terms {
        &self.terms
    }

    /// The drivers it was made from.
    pub fn drivers(&self) -> &[Driver] {
        &self.drivers
    }

    /// What each driver adds to the value, negative where it speaks against us.
    pub fn differences(&self, claim: Claim) -> Vec<f64> {
        self.drivers.iter().map(|driver| driver.difference(claim)).collect()
    }

    /// Differentiation value: all differences together; negative where the alternative is better.
    pub fn differentiation(&self, claim: Claim) -> f64 {
        self.differences(claim).iter().sum()
    }

    /// Total economic value, which is also the price ceiling: at a higher price the client is
    /// better off with the alternative.
    pub fn total(&self, claim: Claim) -> f64 {
        self.terms.reference + self.differentiation(claim)
    }

    /// What the client gains against the alternative at our price; negative where they lose.
    pub fn surplus(&self, claim: Claim) -> f64 {
        self.total(claim) - self.terms.price
    }

    /// What we ask above the next best alternative; negative where we ask less.
    pub fn premium(&self) -> f64 {
        self.terms.price - self.terms.reference
    }

    /// What we gain at our price; negative where we sell below cost.
    pub fn margin(&self) -> f64 {
        self.terms.price - self.terms.cost
    }

    /// What client and we gain together, at any price.
    pub fn joint_gain(&self, claim: Claim) -> f64 {
        self.total(claim) - self.terms.cost
    }

    /// What we gain at our price and what the client does; a gain that is nothing but rounding is
    /// none. None where they are beyond all amounts.
    pub fn sides(&self, claim: Claim) -> Option<Sides> {
        let Terms { price, cost, .. } = self.terms;
        let total = self.total(claim);
        let gain = |high: f64, low: f64| if is_tie(high, low) { 0.0 } else { high - low };
        Sides::new(gain(price, cost), gain(total, price))
    }

    /// The client's share of the joint gain: below 0 where they lose, above 1 where we do. None
    /// where there is nothing to share.
    pub fn client_share(&self, claim: Claim) -> Option<f64> {
        let joint = self.joint_gain(claim);
        if joint > 0.0 { ratio(self.surplus(claim), joint) } else { None }
    }

    /// The client's share of what we are worth more than the alternative: the incentive to change.
    /// None where we are worth no more.
    pub fn incentive(&self, claim: Claim) -> Option<f64> {
        let differentiation = self.differentiation(claim);
        if differentiation > 0.0 { ratio(self.surplus(claim), differentiation) } else { None }
    }

    /// Where our price lies.
    pub fn zone(&self, claim: Claim) -> Zone {
        let Terms { price, cost, .. } = self.terms;
        let ceiling = self.total(claim);
        let is_below = |a: f64, b: f64| a < b && !is_tie(a, b);
        if is_below(ceiling, cost) {
            Zone::NoRoom
        } else if is_below(price, cost) {
            Zone::BelowFloor
        } else if is_below(ceiling, price) {
            Zone::AboveCeiling
        } else {
            Zone::BothGain
        }
    }

    /// The prices at which nobody loses, from our cost to the client's value; none where there is no
    /// room between them.
    pub fn price_range(&self, claim: Claim) -> Option<(f64, f64)> {
        let ceiling = self.total(claim);
        (ceiling >= self.terms.cost).then_some((self.terms.cost, ceiling))
    }

    /// The price that leaves the client this share, 0..1, of the joint gain; none where there is
    /// nothing to share.
    pub fn price_leaving(&self, client_share: f64, claim: Claim) -> Option<f64> {
        let (floor, ceiling) = self.price_range(claim)?;
        is_share(client_share).then_some(ceiling - client_share * (ceiling - floor))
    }

    /// How much of our claims must be true for the client not to lose at our price: 0.6 where six
    /// tenths of them do, 0 or less where none need be, above 1 where all are not enough. None
    /// where we claim nothing.
    pub fn claim_needed(&self) -> Option<f64> {
        let sure = self.total(Claim::ClientOnly);
        ratio(self.terms.price - sure, self.total(Claim::Full) - sure)
    }

    /// The quantity of the driver in this place at which the client's surplus is zero, all else
    /// unchanged. None where no quantity from 0 up does that, or there is no such driver.
    pub fn quantity_needed(&self, driver: usize, claim: Claim) -> Option<f64> {
        let driver = self.drivers.get(driver)?;
        let change = ratio(-self.surplus(claim), driver.per_unit(claim))?;
        Some(driver.quantity + change).filter(|quantity| *quantity >= 0.0)
    }

    /// The bars from the reference, driver by driver, to the total.
    pub fn waterfall(&self, claim: Claim) -> Vec<Step> {
        let mut level = self.terms.reference;
        let mut steps = vec![Step { part: Part::Reference, from: 0.0, to: level }];
        for (place, difference) in self.differences(claim).into_iter().enumerate() {
            let from = level;
            level += difference;
            steps.push(Step { part: Part::Driver(place), from, to: level });
        }
        steps.push(Step { part: Part::Total, from: 0.0, to: level });
        steps
    }
}

#[cfg(test)]
mod tests {
    use super::super::win_win::Standing;
    use super::*;

    fn made(reference: f64, price: f64, cost: f64, drivers: &[Driver]) -> EconomicValue {
        EconomicValue::new(Terms { reference, price, cost }, drivers).unwrap()
    }

    #[test]
    fn reference_case_r1_caterpillar() {
        let tractor = made(90.0, 100.0, 80.0, &[7.0, 6.0, 5.0, 2.0].map(Driver::plus));
        assert_eq!(tractor.differentiation(Claim::Full), 20.0);
        assert_eq!(tractor.total(Claim::Full), 110.0);
        assert_eq!(tractor.premium(), 10.0);
        assert_eq!(tractor.surplus(Claim::Full), 10.0);
        assert_eq!(tractor.incentive(Claim::Full), Some(0.5));
        // The discount of 10 is what leaves them that: at 110 they would keep nothing.
        assert_eq!(made(90.0, 110.0, 80.0, tractor.drivers()).surplus(Claim::Full), 0.0);
        let tops: Vec<f64> = tractor.waterfall(Claim::Full).iter().map(|step| step.to).collect();
        assert_eq!(tops, [90.0, 97.0, 103.0, 108.0, 110.0, 110.0]);
    }

    #[test]
    fn reference_case_r2_price_range() {
        // Function, start-up and later costs.
        let at = |price| made(300.0, price, 500.0, &[350.0, 100.0, 200.0].map(Driver::plus));
        assert_eq!(at(850.0).total(Claim::Full), 950.0);
        assert_eq!(at(850.0).surplus(Claim::Full), 100.0);
        assert_eq!(at(825.0).surplus(Claim::Full), 125.0);
        assert_eq!(at(850.0).price_range(Claim::Full), Some((500.0, 950.0)));
    }

    #[test]
    fn the_price_only_splits_the_gain() {
        let drivers = [Driver::plus(30.0), Driver::minus(10.0)];
        for price in [85.0, 100.0, 110.0] {
            let v = made(90.0, price, 80.0, &drivers);
            assert_eq!(v.surplus(Claim::Full) + v.margin(), 30.0);
            assert_eq!(v.joint_gain(Claim::Full), 30.0);
            let share = v.client_share(Claim::Full).unwrap();
            assert!((v.price_leaving(share, Claim::Full).unwrap() - price).abs() < 1e-12);
        }
        let zone = |price| made(90.0, price, 80.0, &drivers).zone(Claim::Full);
        assert_eq!([79.0, 80.0, 110.0, 111.0].map(zone), {
            [Zone::BelowFloor, Zone::BothGain, Zone::BothGain, Zone::AboveCeiling]
        });
        assert_eq!(made(90.0, 100.0, 111.0, &drivers).zone(Claim::Full), Zone::NoRoom);
        assert_eq!(made(90.0, 100.0, 111.0, &drivers).price_range(Claim::Full), None);
        assert_eq!(made(90.0, 100.0, 111.0, &drivers).client_share(Claim::Full), None);
    }

    #[test]
    fn row_a11_the_two_sides_of_a_price() {
        let at = |price| made(90.0, price, 80.0, &[Driver::plus(20.0)]).sides(Claim::Full).unwrap();
        assert_eq!((at(100.0).firm(), at(100.0).customer()), (20.0, 10.0));
        assert_eq!(at(112.0).standing(), Standing::Exploit);
        assert_eq!(at(79.0).standing(), Standing::GiveAway);
        // A price that leaves the client nothing takes nothing from them, however it is rounded.
        let odd = made(0.1, 0.3, 0.0, &[Driver::plus(0.2)]).sides(Claim::Full).unwrap();
        assert_eq!((odd.customer(), odd.standing()), (0.0, Standing::WinWin));
    }

    #[test]
    fn a_difference_is_a_product_of_four() {
        let hours = Driver {
            quantity: 200.0,
            unit_value: 150.0,
            confidence: 0.8,
            attribution: 0.5,
            ..Driver::plus(0.0)
        };
        let v = made(0.0, 9_000.0, 0.0, &[hours]);
        assert_eq!(v.differences(Claim::Full), [12_000.0]);
        // At 9,000 three quarters of the hours are enough, and three quarters of the claim.
        assert!((v.quantity_needed(0, Claim::Full).unwrap() - 150.0).abs() < 1e-9);
        assert_eq!(v.claim_needed(), Some(0.75));
        assert_eq!(v.quantity_needed(1, Claim::Full), None);
        assert_eq!(v.quantity_needed(0, Claim::ClientOnly), None);
    }

    #[test]
    fn halved_claims_leave_the_clients_numbers_and_what_speaks_against_us() {
        let client = Driver { source: Source::Client, ..Driver::plus(10.0) };
        let v = made(100.0, 100.0, 0.0, &[Driver::plus(20.0), client, Driver::minus(4.0)]);
        assert_eq!(v.differences(Claim::Full), [20.0, 10.0, -4.0]);
        assert_eq!(v.differences(Claim::Half), [10.0, 10.0, -4.0]);
        assert_eq!(v.differences(Claim::ClientOnly), [0.0, 10.0, -4.0]);
        // Without any claim the client already gains 6.
        assert!(v.claim_needed().unwrap() < 0.0);
        assert_eq!(made(1.0, 2.0, 0.0, &[client]).claim_needed(), None);
    }

    #[test]
    fn says_what_cannot_be_used() {
        let new = |reference, price, cost, driver| {
            EconomicValue::new(Terms { reference, price, cost }, &[driver])
        };
        let one = Driver::plus(1.0);
        assert_eq!(new(-1.0, 1.0, 1.0, one), Err(EconomicValueError::Reference));
        assert_eq!(new(1.0, f64::NAN, 1.0, one), Err(EconomicValueError::Price));
        assert_eq!(new(1.0, 1.0, 1e16, one), Err(EconomicValueError::Cost));
        let unsure = Driver { confidence: 1.1, ..one };
        assert_eq!(new(1.0, 1.0, 1.0, unsure), Err(EconomicValueError::Driver(0)));
    }
}
