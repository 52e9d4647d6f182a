//! What a figure measures, what it stands on, and where it is printed.

use super::say;
use crate::model::loyalty::{Basis, Claim, Figure, Measured, Reading, Saying};
use crate::words::{Glass, Language, Phrase, Unit};

/// Columns of the table of sources.
pub const SOURCE_COLUMNS: [Phrase; 4] = [
    say("数", "Figure"),
    say("量的是", "Measured"),
    say("依据", "It stands on"),
    say("出处", "Printed in"),
];

/// What a figure measures.
pub const fn measured(measured: Measured) -> Phrase {
    match measured {
        Measured::Satisfaction => say("满意度（问卷）", "Satisfaction, asked"),
        Measured::Retention => say("保持率", "Retention"),
        Measured::Loyalty => say("“忠诚度”，没说怎样量", "\"Loyalty\", unit not said"),
        Measured::Cost => say("花费", "Cost"),
        Measured::Behaviour => say("客户的行为", "What people did"),
    }
}

/// What a figure stands on.
pub const fn basis(basis: Basis) -> Phrase {
    match basis {
        Basis::OneFirm => say("一家公司的数据", "Data of one firm"),
        Basis::ThoughtExperiment => say("假想公司的算例", "A sum for an imagined firm"),
        Basis::Survey => say("调查", "A survey"),
        Basis::Stated => say("书里这样说，没有数据", "Stated without data"),
        Basis::Unknown => say("课上流传", "Repeated in courses"),
    }
}

/// The figure as it is quoted. Those of the chance of a sale go in pairs: the second of a pair is
/// not quoted again.
pub fn printed(glass: Glass, saying: Saying, place: usize) -> Option<String> {
    let figures = saying.figures();
    let figure = figures.get(place)?;
    let (value, language) = (figure.value, glass.language);
    let share = |x: f64| glass.value(x, Unit::Share);
    let (claim, _) = saying.claim()?;
    Some(match claim {
        Claim::RepeatPurchase | Claim::CostOfWinning => {
            let times = glass.value(value, Unit::Times);
            match (figure.reading, language) {
                (Reading::TimesMore, Language::Chinese) => format!("{times}（照字面）"),
                (Reading::TimesMore, Language::English) => format!("{times} (to the letter)"),
                _ => times,
            }
        }
        Claim::DoubledProfit | Claim::RaisedProfit | Claim::LostProfit => {
            glass.signed(value, Unit::Share)
        }
        Claim::PeopleTold => match language {
            Language::Chinese => format!("{} 人", glass.value(value, Unit::Count)),
            Language::English => format!("{} people", glass.value(value, Unit::Count)),
        },
        Claim::ChanceOfSale => {
            let stranger = figures.get(place + 1).filter(|_| place.is_multiple_of(2))?;
            let colon = if language == Language::Chinese { "∶" } else { " : " };
            format!("{}{colon}{}", share(value), share(stranger.value))
        }
        Claim::Recommended => share(value),
    })
}

/// Where a figure is printed.
pub fn printed_in(figure: &Figure, language: Language) -> String {
    let Some(source) = figure.source else {
        return say("查不到出处", "No traceable source").to(language).to_owned();
    };
    match language {
        Language::Chinese => format!("{}：{}，{} 年", source.authors, source.work, source.year),
        Language::English => format!("{}, {} ({})", source.authors, source.work, source.year),
    }
}
