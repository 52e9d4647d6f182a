//! What each of two sides gains.

use crate::model::bounds::ratio;

/// The largest gain, either way.
const LARGEST: f64 = 1e150;

/// What firm and customer gain, each against what it would have without the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sides {
    firm: f64,
    customer: f64,
}

/// Who gains and who loses. A side with nothing either way counts as gaining.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Both gain: it lasts.
    WinWin,
    /// The firm gains and the customer loses, who will leave.
    Exploit,
    /// The customer gains and the firm loses, which cannot last either.
    GiveAway,
    /// Both lose.
    LoseLose,
}

impl Sides {
    /// Nobody gains anything.
    pub const NOTHING: Self = Self { firm: 0.0, customer: 0.0 };

    /// A gain for each. None where one is not a number, or beyond 10¹⁵⁰.
    pub fn new(firm: f64, customer: f64) -> Option<Self> {
        let sound = |x: f64| x.abs() <= LARGEST;
        (sound(firm) && sound(customer)).then_some(Self { firm, customer })
    }

    /// Both known to be sound.
    pub(super) const fn known(firm: f64, customer: f64) -> Self {
        Self { firm, customer }
    }

    /// What the firm gains.
    pub const fn firm(&self) -> f64 {
        self.firm
    }

    /// What the customer gains.
    pub const fn customer(&self) -> f64 {
        self.customer
    }

    /// What both gain together.
    pub fn total(&self) -> f64 {
        self.firm + self.customer
    }

    /// The firm's share of the total, 0..1, the rest being the customer's; none where one of them
    /// loses or there is nothing to share.
    pub fn firm_share(&self) -> Option<f64> {
        if self.standing() == Standing::WinWin { ratio(self.firm, self.total()) } else { None }
    }

    /// What each gains beyond `fallback`.
    pub fn beyond(&self, fallback: &Self) -> Self {
        Self { firm: self.firm - fallback.firm, customer: self.customer - fallback.customer }
    }

    /// Who gains and who loses.
    pub fn standing(&self) -> Standing {
        match (self.firm >= 0.0, self.customer >= 0.0) {
            (true, true) => Standing::WinWin,
            (true, false) => Standing::Exploit,
            (false, true) => Standing::GiveAway,
            (false, false) => Standing::LoseLose,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_a11_two_sides() {
        let both = Sides::new(8_000.0, 5_000.0).unwrap();
        assert_eq!((both.total(), both.standing()), (13_000.0, Standing::WinWin));
        assert!((both.firm_share().unwrap() - 0.615).abs() < 0.0005);
        let one = Sides::new(8_000.0, -2_000.0).unwrap();
        assert_eq!((one.total(), one.standing()), (6_000.0, Standing::Exploit));
        assert_eq!(one.firm_share(), None);
    }

    #[test]
    fn the_other_standings() {
        let standing = |firm, customer| Sides::new(firm, customer).unwrap().standing();
        assert_eq!(standing(-1.0, 2.0), Standing::GiveAway);
        assert_eq!(standing(-1.0, -2.0), Standing::LoseLose);
        assert_eq!(standing(0.0, 0.0), Standing::WinWin);
        assert_eq!(Sides::NOTHING.firm_share(), None);
        assert_eq!(Sides::new(f64::NAN, 0.0), None);
        assert_eq!(Sides::new(0.0, f64::INFINITY), None);
    }

    #[test]
    fn against_a_fallback() {
        let offer = Sides::new(60.0, 40.0).unwrap();
        let gain = offer.beyond(&Sides::new(30.0, 50.0).unwrap());
        assert_eq!((gain.firm(), gain.customer()), (30.0, -10.0));
        assert_eq!(gain.standing(), Standing::Exploit);
    }
}
