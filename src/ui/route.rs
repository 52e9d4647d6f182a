//! Which page is shown: an enum in the address fragment.

use crate::case::Sample;
use crate::words::{Phrase, shell};

/// A page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Route {
    /// Which offer is worth more to the customer?
    #[default]
    Perceived,
    /// Which costs less to own?
    Ownership,
    /// What is ours worth to the client, and what should it cost?
    Worth,
    /// Which offer gives more than its price asks?
    ValueMap,
    /// Who will choose us?
    Segments,
    /// Where does our curve part from theirs?
    Curve,
    /// What is this customer worth to us?
    Lifetime,
    /// When does this customer begin to pay?
    Cycle,
    /// Is the famous claim true for us?
    Claims,
    /// Which price is good for both sides?
    WinWin,
    /// Who is still a customer, and how much will they buy?
    Base,
    /// Which case to begin with?
    Library,
}

impl Route {
    /// The pages by group, in the order of the navigation.
    pub const GROUPS: [(Phrase, &'static [Self]); 4] = [
        (
            shell::TO_CUSTOMER,
            &[
                Self::Perceived,
                Self::Ownership,
                Self::Worth,
                Self::ValueMap,
                Self::Curve,
                Self::Segments,
            ],
        ),
        (shell::OF_CUSTOMER, &[Self::Lifetime, Self::Cycle, Self::Claims, Self::Base]),
        (shell::BOTH, &[Self::WinWin]),
        (shell::CASES, &[Self::Library]),
    ];

    /// All of them, in the order of the navigation.
    fn all() -> impl Iterator<Item = Self> {
        Self::GROUPS.into_iter().flat_map(|(_, pages)| pages.iter().copied())
    }

    /// The fragment that leads here.
    pub const fn fragment(self) -> &'static str {
        match self {
            Self::Perceived => "#/perceived",
            Self::Ownership => "#/ownership",
            Self::Worth => "#/value",
            Self::ValueMap => "#/map",
            Self::Segments => "#/segments",
            Self::Curve => "#/curve",
            Self::Lifetime => "#/lifetime",
            Self::Cycle => "#/cycle",
            Self::Claims => "#/claims",
            Self::WinWin => "#/win-win",
            Self::Base => "#/customers",
            Self::Library => "#/cases",
        }
    }

    /// The page a fragment leads to; an unknown one leads to the first.
    pub fn of(fragment: &str) -> Self {
        let known = |route: &Self| route.fragment() == fragment;
        Self::all().find(known).unwrap_or_default()
    }

    /// The page that a sample is about.
    pub const fn of_sample(sample: Sample) -> Self {
        match sample {
            Sample::Coffee | Sample::Rules | Sample::Blank => Self::Perceived,
            Sample::Caterpillar => Self::Worth,
            Sample::Hotel => Self::Curve,
            Sample::Operators => Self::Segments,
            Sample::Machine => Self::Ownership,
        }
    }

    /// What the page is called.
    pub const fn name(self) -> Phrase {
        match self {
            Self::Perceived => shell::PERCEIVED,
            Self::Ownership => shell::OWNERSHIP,
            Self::Worth => shell::WORTH,
            Self::ValueMap => shell::VALUE_MAP,
            Self::Segments => shell::SEGMENTS,
            Self::Curve => shell::CURVE,
            Self::Lifetime => shell::LIFETIME,
            Self::Cycle => shell::CYCLE,
            Self::Claims => shell::CLAIMS,
            Self::WinWin => shell::WIN_WIN,
            Self::Base => shell::BASE,
            Self::Library => shell::LIBRARY,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fragment_leads_back() {
        for route in Route::all() {
            assert_eq!(Route::of(route.fragment()), route);
        }
        assert_eq!(Route::of(""), Route::Perceived);
        assert_eq!(Route::of("#/nowhere"), Route::Perceived);
    }
}
