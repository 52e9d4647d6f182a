//! Which model fits best, and whether there is enough data.

use leptos::prelude::*;

use crate::analysis::{Fitted, Parameters};
use crate::ui::desk::{Desk, best};
use crate::ui::widget::button::Button;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{live, part};
use crate::ui::workspace::Workspace;
use crate::words::{Glass, base as words, fit};

/// The letters of the parameters.
const LETTERS: [[&str; 4]; 2] = [["r", "α", "a", "b"], ["r", "α", "s", "β"]];

/// Each fit with its likelihood, its parameters and its verdict.
#[component]
pub fn FitsSection() -> impl IntoView {
    let workspace = Workspace::here();
    let desk = Desk::here();
    let verdict = live(move || {
        let glass = workspace.glass();
        desk.shown.with(|shown| {
            let best = best(&shown.as_ref()?.fits);
            (!best.is_empty()).then(|| words::best(glass, &best))
        })
    });
    let at_hand = live(move || {
        let glass = workspace.glass();
        let likelihood =
            desk.findings.with(|found| found.as_ref().map(|(_, f)| f.log_likelihood))?;
        Some(format!("{} {}", words::AT_HAND.to(glass.language), glass.number(likelihood, 1)))
    });
    let relation = live(move || {
        let glass = workspace.glass();
        desk.shown.with(|shown| {
            let (correlation, relation) = shown.as_ref()?.spending.as_ref()?.relation?;
            Some(words::relation(glass, correlation, relation))
        })
    });
    let rows = part(move || {
        let glass = workspace.glass();
        let fits = desk.shown.with(|shown| shown.as_ref().map(|s| s.fits.clone()))?;
        Some(fits.into_iter().map(|fitted| row(&fitted, glass)).collect_view())
    });
    view! {
        <section class="fits wide">
            <Heading title=words::FITS remark=words::FITS_REMARK/>
            <p class="finding">{verdict}</p>
            <div class="grid" tabindex="0" role="region" aria-label=workspace.tell(words::FITS)>
                <table>
                    <thead><tr>
                        {words::FITS_COLUMNS.map(|name| view! { <th scope="col">{workspace.tell(name)}</th> }).collect_view()}
                        <td></td>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="remark">{at_hand}</p>
            <p class="remark">{relation}</p>
        </section>
    }
}

fn row(fitted: &Fitted, glass: Glass) -> AnyView {
    let name = words::kind(fitted.kind).to(glass.language);
    match &fitted.found {
        Ok(found) => {
            let letters = LETTERS[usize::from(fitted.kind == crate::analysis::Kind::ParetoNbd)];
            let text = parameters(found, letters, glass);
            let verdict = fit::verdict(found.verdict).to(glass.language);
            let likelihood = glass.number(found.log_likelihood, 1);
            view! {
                <tr>
                    <th scope="row">{name}</th><td>{likelihood}</td><td>{text}</td><td>{verdict}</td>
                    <td><Take fitted=fitted.clone()/></td>
                </tr>
            }
            .into_any()
        }
        Err(error) => {
            let why = fit::error(*error, glass.language);
            view! { <tr><th scope="row">{name}</th><td colspan="4">{why}</td></tr> }.into_any()
        }
    }
}

/// Puts these parameters into the boxes.
#[component]
fn Take(fitted: Fitted) -> impl IntoView {
    let workspace = Workspace::here();
    let name = live(move || {
        let language = workspace.language.get();
        format!("{}: {}", words::TAKE.to(language), words::kind(fitted.kind).to(language))
    });
    let found = fitted.found.map(|found| found.values).unwrap_or_default();
    let desk = Desk::here();
    let take = move |()| {
        let shown = desk.shown.get_untracked().unwrap_or_default();
        workspace.edit(|case| {
            case.take_buying(fitted.kind, &found);
            case.fitted_to(shown.name.as_deref());
        });
    };
    view! { <Button label=words::TAKE name act=take/> }
}

/// Every parameter with its standard error.
fn parameters(found: &Parameters, letters: [&str; 4], glass: Glass) -> String {
    let number = |x: f64| {
        let places = if x.abs() < 100.0 { 3 } else { 0 };
        if x.abs() < 1e6 { glass.number(x, places) } else { "∞".to_owned() }
    };
    let one = |(k, letter): (usize, &str)| {
        let value = number(found.values[k]);
        match found.errors.as_ref().map(|errors| number(errors[k])) {
            Some(error) => format!("{letter}\u{a0}{value}\u{a0}({error})"),
            None => format!("{letter}\u{a0}{value}"),
        }
    };
    letters.into_iter().enumerate().map(one).collect::<Vec<_>>().join("   ")
}
