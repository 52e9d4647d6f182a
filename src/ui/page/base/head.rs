//! What stands under the answer: whether it can be trusted, and the few customers to name.

use leptos::prelude::*;

use crate::analysis::{Findings, Standout};
use crate::ui::desk::Desk;
use crate::ui::widget::button::Button;
use crate::ui::widget::live::{When, live, memo};
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, base as words};

/// That the customers do not settle the parameters, or that these are those of other customers.
#[component]
pub fn Caution() -> impl IntoView {
    let workspace = Workspace::here();
    let desk = Desk::here();
    let kind = memo(move || workspace.frame().with(|case| case.base.kind));
    let unsettled = live(move || {
        let (glass, kind) = (workspace.glass(), kind.get());
        desk.shown.with(|shown| {
            let fits = &shown.as_ref()?.fits;
            words::unsettled(glass, fits.iter().find(|fitted| fitted.kind == kind)?)
        })
    });
    let elsewhere = memo(move || {
        let glass = workspace.glass();
        let name = desk.shown.with(|shown| shown.as_ref().map(|shown| shown.name.clone()))?;
        workspace.case().with(|case| {
            let file = case.fitted_elsewhere(name.as_deref())?;
            Some(words::fitted_elsewhere(glass, file))
        })
    });
    view! {
        <When when=live(move || elsewhere.with(Option::is_some))>
            <p class="trouble-words elsewhere">
                {move || elsewhere.get()} " "
                <Button label=words::FIT_SHOWN act=move |()| desk.fit()/>
            </p>
        </When>
        <p class="trouble-words" role="status">{unsettled}</p>
    }
}

/// The most valuable customers, and those worth a call.
#[component]
pub fn Standouts() -> impl IntoView {
    let [best, call] = words::STANDOUTS;
    view! {
        <div class="standouts">
            <Named title=best of=|found| &found.best/>
            <Named title=call of=|found| &found.call/>
        </div>
    }
}

#[component]
fn Named(title: Phrase, of: fn(&Findings) -> &Vec<Standout>) -> impl IntoView {
    let workspace = Workspace::here();
    let desk = Desk::here();
    let said = live(move || {
        let glass = workspace.glass();
        desk.findings.with(|found| {
            let named = of(&found.as_ref()?.1);
            (!named.is_empty()).then(|| words::standouts(glass, named))
        })
    });
    view! {
        <When when=live(move || said.get().is_some())>
            <p><b>{workspace.tell(title)}</b> " " {said}</p>
        </When>
    }
}
