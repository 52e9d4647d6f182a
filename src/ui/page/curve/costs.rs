//! Where money is saved and where it is spent.

use leptos::prelude::*;

use super::options::{Entry, Options};
use crate::case::change::Rows;
use crate::case::curve::{CostChange, CostNumber, Number, Side, Way};
use crate::case::{Case, Id, Input};
use crate::model::value_curve::Savings;
use crate::ui::widget::figure::Figure;
use crate::ui::widget::live::{Each, live, memo, part};
use crate::ui::widget::name_box::{CaseName, NameBox};
use crate::ui::widget::number_box::NumberBox;
use crate::ui::widget::rows::{AddRow, RowMenu, row_ids};
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, curve as words, label};

const WAYS: [Way; 3] = [Way::Amount, Way::Share, Way::Built];

/// A number that the two sides have each of their own.
type Sided = fn(Side) -> CostNumber;

/// The changes of cost, and what they come to for each unit sold.
#[component]
pub fn Costs() -> impl IntoView {
    let workspace = Workspace::here();
    let savings = memo(move || workspace.case().with(Case::savings));
    let chart = memo(move || {
        let savings = savings.get().map_err(|_| words::NO_COST)?;
        if savings.by_factor().is_empty() {
            return Err(words::NO_CHANGE);
        }
        let language = workspace.language.get();
        Ok(workspace.case().with(|case| case.savings_figure(&savings, language)))
    });
    let says = live(move || {
        let some = |savings: &Savings| !savings.by_factor().is_empty();
        let savings = savings.get().ok().filter(some)?;
        let language = workspace.language.get();
        Some(workspace.case().with(|case| case.savings_answer(&savings, language)))
    });
    let ids = row_ids(Rows::CostChanges);
    view! {
        <section class="costs">
            <p class="finding">{says}</p>
            <div class="side-by-side even">
                <div>
                    <CaseName label=words::UNIT empty=words::UNIT_EMPTY
                        get=|case| &case.curve.unit set=|case| &mut case.curve.unit/>
                    <Each ids row=|id| view! { <Change id/> }.into_any()/>
                    <AddRow rows=Rows::CostChanges label=words::ADD_CHANGE/>
                </div>
                <Figure chart/>
            </div>
        </section>
    }
}

/// One change: its name, factor and way of counting, its numbers, and what it comes to.
#[component]
fn Change(id: Id) -> impl IntoView {
    let workspace = Workspace::here();
    let of = move |case: &Case| case.curve.changes.iter().find(|c| c.id == id).cloned();
    let way = memo(move || workspace.frame().with(|case| of(case).map(|c| c.way)));
    let says = live(move || {
        let language = workspace.language.get();
        workspace.settled().with(|case| case.change_answer(id, language))
    });
    let numbers = part(move || match way.get()? {
        Way::Amount => Some(numbers(id, &[(words::UNIT_AMOUNT, CostNumber::Amount)], &[])),
        Way::Share => {
            let bands: [(Phrase, Sided); 2] =
                [(words::LOWEST, CostNumber::Low), (words::HIGHEST, CostNumber::High)];
            Some(numbers(id, &bands, &[CostNumber::Price]))
        }
        Way::Built => {
            let shared = [CostNumber::Years, CostNumber::Capacity, CostNumber::Used];
            Some(numbers(id, &[(words::BUILDING, CostNumber::Built)], &shared))
        }
    });
    view! {
        <section class="change">
            <div class="change-head">
                <NameBox rows=Rows::CostChanges id of=words::COSTS/>
                <FactorChoice id/>
                <WayChoice id/>
                <RowMenu rows=Rows::CostChanges id/>
            </div>
            {numbers}
            <p class="remark follows">{says}</p>
        </section>
    }
}

/// The boxes of a change: those of both sides in a table, then those they share.
fn numbers(id: Id, sided: &[(Phrase, Sided)], shared: &[CostNumber]) -> AnyView {
    let workspace = Workspace::here();
    let input = move |number: CostNumber| Input::Curve(Number::Cost(id, number));
    let row = |(name, number): &(Phrase, Sided)| {
        let unit =
            workspace.frame().with_untracked(|case| input(number(Side::Ours)).field(case).unit);
        let unit = live(move || workspace.glass().unit(unit));
        let boxes = [Side::Industry, Side::Ours].map(|side| input(number(side)));
        view! {
            <tr>
                <th scope="row">{workspace.tell(*name)} " " <small>{unit}</small></th>
                {boxes.map(crate::ui::widget::offers::cell)}
            </tr>
        }
    };
    view! {
        <div class="grid">
            <table>
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col">{workspace.tell(words::side(false))}</th>
                        <th scope="col">{workspace.tell(words::side(true))}</th>
                    </tr>
                </thead>
                <tbody>{sided.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
        {shared.iter().map(|number| view! { <NumberBox input=input(*number)/> }).collect_view()}
    }
    .into_any()
}

/// What a choice of a change is called in full.
fn called(id: Id, what: Phrase) -> Signal<String> {
    let workspace = Workspace::here();
    live(move || {
        let language = workspace.language.get();
        let name = workspace.frame().with(|case| {
            case.row_name(Rows::CostChanges, id).map(|name| name.to(language).to_owned())
        });
        let between = label::BETWEEN.to(language);
        format!("{}{between}{}", name.unwrap_or_default(), what.to(language))
    })
}

/// Changes one of the changes of cost.
fn edit(workspace: Workspace, id: Id, change: impl FnOnce(&mut CostChange)) {
    workspace.edit(|case| {
        if let Some(cost) = case.curve.changes.iter_mut().find(|c| c.id == id) {
            change(cost);
        }
    });
}

/// The factor a change belongs to.
#[component]
fn FactorChoice(id: Id) -> impl IntoView {
    let workspace = Workspace::here();
    let ids = row_ids(Rows::Criteria);
    let entries = memo(move || {
        let language = workspace.language.get();
        let none = (words::NO_FACTOR.to(language).to_owned(), true);
        let names = workspace.frame().with(|case| {
            let name = |c: &crate::case::Criterion| (c.name.to(language).to_owned(), true);
            case.criteria.iter().map(name).collect::<Vec<Entry>>()
        });
        std::iter::once(none).chain(names).collect::<Vec<Entry>>()
    });
    let chosen = live(move || {
        workspace.frame().with(|case| {
            let change = case.curve.changes.iter().find(|c| c.id == id)?;
            case.criterion_index(change.factor).map(|k| k + 1)
        })
    });
    let choose = Callback::new(move |k: usize| {
        let factor = ids.with_untracked(|ids| k.checked_sub(1).and_then(|k| ids.get(k).copied()));
        edit(workspace, id, |change| change.factor = factor.unwrap_or_default());
    });
    let chosen = live(move || chosen.get().unwrap_or_default());
    view! { <Options called=called(id, words::FACTOR) entries chosen choose/> }
}

/// How a change is counted.
#[component]
fn WayChoice(id: Id) -> impl IntoView {
    let workspace = Workspace::here();
    let entries = memo(move || {
        let language = workspace.language.get();
        words::WAYS.map(|way| (way.to(language).to_owned(), true)).to_vec()
    });
    let chosen = live(move || {
        let way = workspace
            .frame()
            .with(|case| case.curve.changes.iter().find(|c| c.id == id).map(|c| c.way));
        WAYS.into_iter().position(|other| Some(other) == way).unwrap_or_default()
    });
    let choose = Callback::new(move |k: usize| {
        if let Some(way) = WAYS.get(k) {
            edit(workspace, id, |change| change.way = *way);
        }
    });
    view! { <Options called=called(id, words::WAY) entries chosen choose/> }
}
