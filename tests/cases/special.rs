//! Special functions.

use customer_value::math::special::{
    Signed, beta_share, digamma, gamma_shares, hypergeometric, ln_beta, ln_gamma, ln_gamma_ratio,
    ln_tricomi_u, trigamma,
};

use super::answer::{Answered, Answers, unknown};
use super::inputs::Inputs;

/// Answers a case of `special.json`.
pub fn answer(function: &str, inputs: &Inputs) -> Answered {
    let at = |key| inputs.number(key);
    let incomplete = || Ok::<_, String>(gamma_shares(at("a")?, at("x")?));
    let gauss = || Ok::<_, String>(hypergeometric(at("a")?, at("b")?, at("c")?, at("z")?));
    let tricomi = || Ok::<_, String>(ln_tricomi_u(at("a")?, at("b")?, at("z")?));
    match function {
        "ln_gamma" => ln_gamma(at("x")?).answered(),
        "ln_gamma_ratio" => ln_gamma_ratio(at("a")?, at("n")?).answered(),
        "ln_beta" => ln_beta(at("a")?, at("b")?).answered(),
        "digamma" => digamma(at("x")?).answered(),
        "trigamma" => trigamma(at("x")?).answered(),
        "gamma_inc_lower_reg" => incomplete()?.0.answered(),
        "gamma_inc_upper_reg" => incomplete()?.1.answered(),
        "beta_inc_reg" => beta_share(at("a")?, at("b")?, at("x")?).answered(),
        "hyp2f1" => gauss()?.and_then(Signed::value).answered(),
        "ln_abs_hyp2f1" => {
            let sign = at("sign")?;
            gauss()?.filter(|signed| signed.sign == sign).map(|signed| signed.ln).answered()
        }
        "tricomi_u" => libm::exp(tricomi()?).answered(),
        "ln_tricomi_u" => tricomi()?.answered(),
        _ => unknown(function),
    }
}
