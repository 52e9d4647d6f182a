//! Who is still a customer, and how much will they buy?

mod contract;
mod data;
mod fits;
mod head;
mod inputs;
mod list;
mod preview;
mod sections;

use leptos::prelude::*;

use self::contract::{AccountsSection, ContractSection};
use self::data::DataSection;
use self::fits::FitsSection;
use self::head::{Caution, Standouts};
use self::inputs::Inputs;
use self::list::ListSection;
use self::sections::{Groups, HoldOutSection, MapFigure, Silence, Spread};
use crate::analysis::{Look, Settings};
use crate::case::{Case, working};
use crate::chart::{self, Chart};
use crate::ui::desk::{Desk, Trouble};
use crate::ui::widget::answer::Answer;
use crate::ui::widget::figure::Figure;
use crate::ui::widget::fold::Fold;
use crate::ui::widget::formula::WorkingSection;
use crate::ui::widget::live::{Memo, live, memo};
use crate::ui::widget::notes::Notes;
use crate::ui::workspace::Workspace;
use crate::words::{Glass, Phrase, base as words};

/// The page of the customer base.
#[component]
pub fn BasePage() -> impl IntoView {
    let workspace = Workspace::here();
    let desk = Desk::here();
    desk.begin();
    keep_asking(workspace, desk);
    let answer = memo(move || {
        let (settings, findings) = desk.findings.get().ok_or(waiting(desk))?;
        Ok(words::answer(workspace.glass(), &findings, settings.ahead))
    });
    let worth = live(move || {
        let (settings, findings) = desk.findings.get()?;
        let fifth = findings.spread?.fifth;
        Some(words::worth(workspace.glass(), findings.value?, settings.months / 12, fifth))
    });
    let histogram = looked(desk, |_, look, glass| chart::base::histogram(look, glass));
    let formula = memo(move || {
        let (settings, look) = desk.look.get()?;
        working::p_alive(&settings, look.asked?.alive, workspace.glass())
    });
    view! {
        <div class="tool base">
            <section class="head">
                <Answer question=words::QUESTION answer/>
                <p class="flag">{worth}</p>
                <Caution/>
                <Standouts/>
                <Figure chart=histogram/>
            </section>
            <section class="inputs">
                <DataSection/>
                <Inputs/>
                <WorkingSection working=formula/>
            </section>
            <section class="more">
                <Silence/>
                <MapFigure/>
            </section>
            <section class="rest">
                <FitsSection/>
                <Groups/>
                <Fold title=words::SPREAD class="wide"><Spread/></Fold>
                <Fold title=words::LIST class="wide"><ListSection/></Fold>
                <Fold title=words::HOLDOUT class="wide"><HoldOutSection/></Fold>
                <Fold title=words::CONTRACT remark=words::CONTRACT_REMARK class="wide"><ContractSection/></Fold>
                <Fold title=words::ACCOUNTS class="wide"><AccountsSection/></Fold>
                <Notes notes=words::NOTES/>
            </section>
        </div>
    }
}

/// Asks the analyst anew whenever what the figures depend on has become another: what is seen
/// while a slider moves at once, what is dear a little later.
fn keep_asking(workspace: Workspace, desk: Desk) {
    let now = memo(move || workspace.case().with(Case::base_settings));
    let later = memo(move || workspace.settled().with(Case::base_settings));
    let base =
        memo(move || desk.shown.with(|shown| shown.as_ref().map(|shown| shown.base.clone())));
    Effect::new(move |_| {
        if base.with(Option::is_some) {
            desk.ask_look(now.get());
        }
    });
    Effect::new(move |_| {
        if base.with(Option::is_some) {
            desk.ask_judge(later.get());
        }
    });
}

/// Why there is nothing to show yet.
fn waiting(desk: Desk) -> Phrase {
    match desk.trouble.get() {
        Some(Trouble::NoAnalyst) => words::NO_ANALYST,
        _ => words::WAIT,
    }
}

/// A figure of what the model says.
fn looked(desk: Desk, of: fn(&Settings, &Look, Glass) -> Chart) -> Memo<Result<Chart, Phrase>> {
    let workspace = Workspace::here();
    memo(move || {
        let glass = workspace.glass();
        desk.look.with(|look| {
            let (settings, look) = look.as_ref().ok_or(waiting(desk))?;
            Ok(of(settings, look, glass))
        })
    })
}
