//! Positions that move: what will count later, and who leads then.

use leptos::prelude::*;

use crate::case::change::Rows;
use crate::case::market::Number;
use crate::case::preset::Preset;
use crate::case::{Case, Id, Input, grip};
use crate::model::positioning::PositioningError;
use crate::ui::page::dragged;
use crate::ui::widget::button::Button;
use crate::ui::widget::figure::Figure;
use crate::ui::widget::live::{Each, live, memo};
use crate::ui::widget::menu::Menu;
use crate::ui::widget::number_box::NumberBox;
use crate::ui::widget::offers::cell;
use crate::ui::widget::rows::row_ids;
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, Unit, perceived, segments as words};

const fn reason(error: PositioningError) -> Phrase {
    match error {
        PositioningError::Weights(..) => perceived::NO_WEIGHT,
        _ => words::OUT_OF_RANGE,
    }
}

/// The scores over time, and the weights behind them.
#[component]
pub fn LaterSection() -> impl IntoView {
    let workspace = Workspace::here();
    let chart = memo(move || {
        let language = workspace.language.get();
        workspace.case().with(|case| {
            let positioning = case.positioning().map_err(reason)?;
            Ok(case.positions_figure(&positioning, language))
        })
    });
    let says = live(move || {
        let glass = workspace.glass();
        workspace.case().with(|case| Some(case.positions_line(&case.positioning().ok()?, glass)))
    });
    let grips = memo(grip::moment);
    let preset = move |preset: Preset| {
        let take = move |()| workspace.edit(|case| case.take_preset(preset));
        view! { <Button label=preset.name() act=take/> }
    };
    view! {
        <section class="later">
            <p class="finding">{says}</p>
            <div class="side-by-side">
                <div>
                    <NumberBox input=Input::Market(Number::Later)/>
                    <NumberBox input=Input::Market(Number::At)/>
                    <Weights/>
                    <div class="row-actions">
                        <Menu label=perceived::PRESETS>{Preset::ALL.into_iter().map(preset).collect_view()}</Menu>
                    </div>
                </div>
                <Figure chart moved=dragged(grips)/>
            </div>
        </section>
    }
}

/// The weight of each criterion now, how it changes, and what it is at the moment looked at.
#[component]
fn Weights() -> impl IntoView {
    let workspace = Workspace::here();
    let ids = row_ids(Rows::Criteria);
    let text = move |id: Id, of: fn(&Case, Id) -> Option<String>| {
        live(move || workspace.case().with(|case| of(case, id)))
    };
    let row = move |id: Id| {
        let name = live(move || {
            let language = workspace.language.get();
            workspace.frame().with(|case| {
                case.row_name(Rows::Criteria, id).map(|name| name.to(language).to_owned())
            })
        });
        let then = text(id, |case, id| {
            let criterion = case.criteria.iter().find(|c| c.id == id)?;
            let glass = case.glass(crate::words::Language::default());
            Some(glass.cell(case.weight_at(criterion), Unit::Plain))
        });
        view! {
            <tr>
                <th scope="row">{name}</th>
                {cell(Input::Weight(id))}
                {cell(Input::Market(Number::Shift(id)))}
                <td>{then}</td>
            </tr>
        }
        .into_any()
    };
    let head = move |name: Phrase| view! { <th scope="col">{workspace.tell(name)}</th> };
    view! {
        <div class="grid" tabindex="0" role="region" aria-label=workspace.tell(words::POSITIONS)>
            <table>
                <thead><tr>{words::WEIGHT_COLUMNS.map(head).collect_view()}</tr></thead>
                <tbody><Each ids row/></tbody>
            </table>
        </div>
    }
}
