//! The claims, the figures in which they go round, and what each stands on.

/// A loyalty ratio that goes round in courses and articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Very satisfied customers buy again six times as often as satisfied ones.
    RepeatPurchase,
    /// Five points more of loyalty double the profit.
    DoubledProfit,
    /// Winning a customer costs several times what keeping one costs.
    CostOfWinning,
    /// A dissatisfied customer tells others.
    PeopleTold,
    /// Selling to a customer succeeds more often than selling to a stranger.
    ChanceOfSale,
    /// Five points more retention raise profit by 85 %.
    RaisedProfit,
    /// Five points less loyalty cost a quarter of the profit.
    LostProfit,
    /// Most new customers come by recommendation.
    Recommended,
}

/// What a figure is said to depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// Satisfaction, as asked for in a survey.
    Satisfaction,
    /// The retention rate.
    Retention,
    /// Loyalty, in no stated unit.
    Loyalty,
    /// What customers have cost.
    Cost,
    /// What customers have done or said.
    Behaviour,
}

/// What a figure stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Found in the numbers of one firm, and published.
    OneFirm,
    /// Worked out for an imagined firm, from assumptions.
    ThoughtExperiment,
    /// A survey across firms or households.
    Survey,
    /// Stated in print without data.
    Stated,
    /// Repeated in courses; no source is known to us.
    Unknown,
}

/// How the words of a figure are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// "Six times as likely": a factor of 6.
    TimesAs,
    /// "Six times more likely", taken at its word: a factor of 7.
    TimesMore,
    /// Any other figure, with one reading only.
    Plain,
}

/// Where a figure is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Authors or body.
    pub authors: &'static str,
    /// Title and place.
    pub work: &'static str,
    /// Year of print.
    pub year: u16,
}

/// One figure in which a claim goes round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The change or ratio claimed: 6 for six times, 0.85 for +85 %, 0.6 for a share of 60 %.
    pub value: f64,
    /// What changes to bring it about, where the claim says so: 0.05 for five points.
    pub points: Option<f64>,
    /// What it depends on.
    pub measured: Measured,
    /// How its words are read.
    pub reading: Reading,
    /// What it stands on.
    pub basis: Basis,
    /// Where it is printed; none where no source is known to us.
    pub source: Option<Source>,
}

const SERVICE_PROFIT: Source = Source {
    authors: "Heskett, Jones, Loveman, Sasser & Schlesinger",
    work: "Putting the Service-Profit Chain to Work, Harvard Business Review",
    year: 1994,
};

const DEFECT: Source = Source {
    authors: "Jones & Sasser",
    work: "Why Satisfied Customers Defect, Harvard Business Review",
    year: 1995,
};

const ZERO_DEFECTIONS: Source = Source {
    authors: "Reichheld & Sasser",
    work: "Zero Defections: Quality Comes to Services, Harvard Business Review",
    year: 1990,
};

const RECOVERY: Source = Source {
    authors: "Hart, Heskett & Sasser",
    work: "The Profitable Art of Service Recovery, Harvard Business Review",
    year: 1990,
};

const METRICS: Source = Source {
    authors: "Farris, Bendle, Pfeifer & Reibstein",
    work: "Marketing Metrics",
    year: 2006,
};

const COMPLAINTS: Source = Source {
    authors: "Technical Assistance Research Programs",
    work: "Consumer Complaint Handling in America",
    year: 1986,
};

/// A figure of that value that is repeated without a source.
const fn repeated(value: f64, measured: Measured) -> Figure {
    let reading = Reading::Plain;
    Figure { value, points: None, measured, reading, basis: Basis::Unknown, source: None }
}

/// The same figure as printed in `source`, standing on `basis`.
const fn printed(figure: Figure, basis: Basis, source: Source) -> Figure {
    Figure { basis, source: Some(source), ..figure }
}

/// The same figure for a change of so many points.
const fn per(figure: Figure, points: f64) -> Figure {
    Figure { points: Some(points), ..figure }
}

const REPEAT_PURCHASE: [Figure; 3] = [
    Figure {
        reading: Reading::TimesAs,
        ..printed(repeated(6.0, Measured::Satisfaction), Basis::OneFirm, SERVICE_PROFIT)
    },
    Figure {
        reading: Reading::TimesAs,
        ..printed(repeated(6.0, Measured::Satisfaction), Basis::OneFirm, DEFECT)
    },
    Figure { reading: Reading::TimesMore, ..repeated(7.0, Measured::Satisfaction) },
];

const DOUBLED_PROFIT: [Figure; 2] = [
    per(
        printed(repeated(1.0, Measured::Retention), Basis::ThoughtExperiment, ZERO_DEFECTIONS),
        0.05,
    ),
    per(repeated(1.0, Measured::Satisfaction), 0.05),
];

const COST_OF_WINNING: [Figure; 2] = [
    repeated(8.0, Measured::Cost),
    printed(repeated(5.0, Measured::Cost), Basis::Stated, RECOVERY),
];

const PEOPLE_TOLD: [Figure; 2] = [
    repeated(5.0, Measured::Behaviour),
    printed(repeated(9.0, Measured::Behaviour), Basis::Survey, COMPLAINTS),
];

const CHANCE_OF_SALE: [Figure; 4] = [
    repeated(0.5, Measured::Behaviour),
    repeated(0.15, Measured::Behaviour),
    printed(repeated(0.65, Measured::Behaviour), Basis::Stated, METRICS),
    printed(repeated(0.125, Measured::Behaviour), Basis::Stated, METRICS),
];

const RAISED_PROFIT: [Figure; 1] =
    [per(printed(repeated(0.85, Measured::Retention), Basis::OneFirm, ZERO_DEFECTIONS), 0.05)];

const LOST_PROFIT: [Figure; 1] = [per(repeated(-0.25, Measured::Loyalty), -0.05)];

const RECOMMENDED: [Figure; 1] = [repeated(0.6, Measured::Behaviour)];

impl Claim {
    /// Every claim.
    pub const ALL: [Self; 8] = [
        Self::RepeatPurchase,
        Self::DoubledProfit,
        Self::CostOfWinning,
        Self::PeopleTold,
        Self::ChanceOfSale,
        Self::RaisedProfit,
        Self::LostProfit,
        Self::Recommended,
    ];

    /// The figures in which it goes round.
    ///
    /// Of two with one value the readings or the sources differ. [`PeopleTold`](Self::PeopleTold)
    /// names those who hear of a bad experience; [`ChanceOfSale`](Self::ChanceOfSale) goes in pairs,
    /// customer and stranger, of which the second pair is the middle of the printed 60–70 %
    /// against 5–20 %.
    ///
    /// *Caution.* Of [`DoubledProfit`](Self::DoubledProfit) the source speaks of retention, the
    /// courses of satisfaction. Its arithmetic is a card firm that loses 5 % a year instead of
    /// 10 %, so that a lifetime of 10 years becomes 20. Sharp, *How Brands Grow* (2010), shows that
    /// nothing more stands behind it, and that halving defection is no small change.
    pub const fn figures(self) -> &'static [Figure] {
        match self {
            Self::RepeatPurchase => &REPEAT_PURCHASE,
            Self::DoubledProfit => &DOUBLED_PROFIT,
            Self::CostOfWinning => &COST_OF_WINNING,
            Self::PeopleTold => &PEOPLE_TOLD,
            Self::ChanceOfSale => &CHANCE_OF_SALE,
            Self::RaisedProfit => &RAISED_PROFIT,
            Self::LostProfit => &LOST_PROFIT,
            Self::Recommended => &RECOMMENDED,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traps_t3_t4_t5_keep_both_readings() {
        let values = |claim: Claim| claim.figures().iter().map(|f| f.value).collect::<Vec<_>>();
        assert_eq!(values(Claim::CostOfWinning), [8.0, 5.0]);
        assert_eq!(values(Claim::RepeatPurchase), [6.0, 6.0, 7.0]);
        let profit = [Claim::DoubledProfit, Claim::RaisedProfit, Claim::LostProfit];
        assert_eq!(profit.map(|claim| values(claim)[0]), [1.0, 0.85, -0.25]);
        assert_eq!(
            profit.map(|claim| claim.figures()[0].points),
            [Some(0.05), Some(0.05), Some(-0.05)]
        );
    }

    #[test]
    fn a_figure_has_a_source_unless_its_basis_is_unknown() {
        for figure in Claim::ALL.into_iter().flat_map(Claim::figures) {
            assert_eq!(figure.source.is_none(), figure.basis == Basis::Unknown, "{figure:?}");
            assert!(figure.source.is_none_or(|source| (1950..2030).contains(&source.year)));
        }
    }
}
