//! Which page is shown: an enum in the address fragment.

use crate::words::{Phrase, shell};

/// A page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Route {
    /// Which offer is worth more to the customer?
    #[default]
    Perceived,
    /// What is this customer worth to us?
    Lifetime,
    /// Which case to begin with?
    Library,
}

impl Route {
    /// The pages by group, in the order of the navigation.
    pub const GROUPS: [(Phrase, &'static [Self]); 3] = [
        (shell::TO_CUSTOMER, &[Self::Perceived]),
        (shell::OF_CUSTOMER, &[Self::Lifetime]),
        (shell::CASES, &[Self::Library]),
    ];

    const ALL: [Self; 3] = [Self::Perceived, Self::Lifetime, Self::Library];

    /// The fragment that leads here.
    pub const fn fragment(self) -> &'static str {
        match self {
            Self::Perceived => "#/perceived",
            Self::Lifetime => "#/lifetime",
            Self::Library => "#/cases",
        }
    }

    /// The page a fragment leads to; an unknown one leads to the first.
    pub fn of(fragment: &str) -> Self {
        let known = |route: &Self| route.fragment() == fragment;
        Self::ALL.into_iter().find(known).unwrap_or_default()
    }

    /// What the page is called.
    pub const fn name(self) -> Phrase {
        match self {
            Self::Perceived => shell::PERCEIVED,
            Self::Lifetime => shell::LIFETIME,
            Self::Library => shell::LIBRARY,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fragment_leads_back() {
        for route in Route::ALL {
            assert_eq!(Route::of(route.fragment()), route);
        }
        assert_eq!(Route::of(""), Route::Perceived);
        assert_eq!(Route::of("#/nowhere"), Route::Perceived);
    }
}
