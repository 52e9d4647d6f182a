//! The price ladder: how much of a price is the commodity and how much the experience around it.
//!
//! *Question.* The beans of a cup cost next to nothing; why does the cup cost 25? The first rung
//! is what any seller of the bare thing could ask; each further rung is what this customer pays
//! for the experience built on it.
//!
//! *Source.* The reasoning is Pine & Gilmore, "Welcome to the Experience Economy" (1998).

/// A price taken apart into rungs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PriceLadder {
    /// The whole price.
    pub price: f64,
    /// The first rung: the bare commodity.
    pub commodity: f64,
}

impl PriceLadder {
    /// Adds up `rungs`, the commodity first. None where there is no rung, or one is not a
    /// number from 0 up.
    pub fn new(rungs: &[f64]) -> Option<Self> {
        let commodity = *rungs.first()?;
        let sound = rungs.iter().all(|r| (0.0..=1e15).contains(r));
        sound.then(|| Self { price: rungs.iter().sum(), commodity })
    }

    /// What is paid above the commodity.
    pub fn experience(&self) -> f64 {
        self.price - self.commodity
    }

    /// Share of the price that pays for experience, 0..1; none where the price is zero.
    pub fn experience_share(&self) -> Option<f64> {
        (self.price > 0.0).then(|| self.experience() / self.price)
    }

    /// The price as a multiple of the commodity; none where the commodity is free.
    pub fn multiple(&self) -> Option<f64> {
        let multiple = self.price / self.commodity;
        multiple.is_finite().then_some(multiple)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coffee_of_row_a10() {
        let cup = PriceLadder::new(&[5.0, 20.0]).unwrap();
        assert_eq!(cup.price, 25.0);
        assert_eq!(cup.experience_share(), Some(0.8));
        assert_eq!(cup.multiple(), Some(5.0));
        let plainer = PriceLadder::new(&[5.0, 10.0]).unwrap();
        assert_eq!(plainer.price, 15.0);
        assert!((plainer.experience_share().unwrap() - 2.0 / 3.0).abs() < 1e-15);
        assert_eq!(plainer.multiple(), Some(3.0));
    }

    #[test]
    fn edges_are_said_not_divided() {
        assert_eq!(PriceLadder::new(&[]), None);
        assert_eq!(PriceLadder::new(&[-1.0]), None);
        assert_eq!(PriceLadder::new(&[0.0]).unwrap().experience_share(), None);
        assert_eq!(PriceLadder::new(&[0.0, 3.0]).unwrap().multiple(), None);
    }
}
