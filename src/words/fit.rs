//! What is said about a fit: how far to trust it, or why there is none.

use super::{Language, Phrase};
use crate::model::purchase::{FitError, Verdict};

/// How far to trust a fit, in a sentence.
pub const fn verdict(verdict: Verdict) -> Phrase {
    match verdict {
        Verdict::Sound => Phrase::new(
            "参数找到了，数据足以确定它们。",
            "The parameters are found, and the data determine them well.",
        ),
        Verdict::Loose => Phrase::new(
            "参数找到了，但至少有一个很不确定：它的标准误比自己还大。预测可用，参数本身不要解读。",
            "The parameters are found, but at least one is uncertain: its standard error exceeds the parameter. Use the predictions; do not read meaning into the parameters.",
        ),
        Verdict::Unbounded => Phrase::new(
            "数据定不下全部参数：有的参数越大（或越小）越好，没有尽头。换一个更简单的模型，或用更长的记录。",
            "The data do not determine all parameters: some fit ever better the larger (or smaller) they are, without end. Take a simpler model or a longer record.",
        ),
        Verdict::Unfinished => Phrase::new(
            "没有收敛：搜索停在半路，这些参数不能用。",
            "No convergence: the search stopped on the way, and these parameters are of no use.",
        ),
    }
}

/// Why there is no fit, in a sentence.
pub fn error(error: FitError, language: Language) -> String {
    let FitError::TooFew { there, needed } = error;
    match language {
        Language::Chinese => {
            format!("数据太少：有用的客户只有 {there} 位，至少要 {needed} 位。")
        }
        Language::English => {
            format!("Too little data: only {there} customers tell anything, and it takes {needed}.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_how_many_are_missing() {
        let few = FitError::TooFew { there: 3, needed: 10 };
        assert_eq!(
            error(few, Language::English),
            "Too little data: only 3 customers tell anything, and it takes 10."
        );
        assert_eq!(error(few, Language::Chinese), "数据太少：有用的客户只有 3 位，至少要 10 位。");
    }

    #[test]
    fn each_verdict_has_words_of_its_own() {
        let all = [Verdict::Sound, Verdict::Loose, Verdict::Unbounded, Verdict::Unfinished];
        for (i, one) in all.iter().enumerate() {
            for other in &all[..i] {
                assert_ne!(verdict(*one).zh, verdict(*other).zh);
                assert_ne!(verdict(*one).en, verdict(*other).en);
            }
        }
    }
}
