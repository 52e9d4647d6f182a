//! The market, its segments, and how each of them chooses.

use leptos::prelude::*;

use crate::case::change::Rows;
use crate::case::market::{Number, Segmentation};
use crate::case::{Case, Counting, Id, Input};
use crate::ui::widget::button::Button;
use crate::ui::widget::choice::CaseChoice;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{Each, When, live, memo, part};
use crate::ui::widget::menu::Menu;
use crate::ui::widget::name_box::NameBox;
use crate::ui::widget::number_box::NumberBox;
use crate::ui::widget::offers::cell;
use crate::ui::widget::rows::{AddRow, RowMenu, row_ids};
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, Unit, label, perceived, segments as words};

const COUNTINGS: &[(Counting, Phrase)] =
    &[(Counting::Money, perceived::IN_MONEY), (Counting::Points, perceived::IN_POINTS)];
const PASSINGS: &[(bool, Phrase)] = &[(false, words::MUST_BUY), (true, words::MAY_PASS)];
const WEIGHINGS: &[(bool, Phrase)] = &[(false, words::ALIKE), (true, words::EACH)];

/// All inputs of the page.
#[component]
pub fn Inputs() -> impl IntoView {
    view! {
        <MarketInputs/>
        <SegmentList/>
        <Apart/>
    }
}

/// How many customers there are, and what we ask of them.
#[component]
fn MarketInputs() -> impl IntoView {
    let workspace = Workspace::here();
    let ours = memo(move || workspace.frame().with(|case| case.ours().map(|ours| ours.id)));
    let in_points = live(move || workspace.frame().with(|case| case.counting == Counting::Points));
    let in_money = live(move || !in_points.get());
    let boxes = part(move || {
        let inputs = ours.get().map(|id| [Input::Price(id), Input::UnitCost(id)]);
        inputs.map(|inputs| inputs.map(|input| view! { <NumberBox input/> }).collect_view())
    });
    view! {
        <section>
            <Heading title=words::MARKET/>
            <NumberBox input=Input::Market(Number::Heads)/>
            {boxes}
            <When when=in_money><NumberBox input=Input::Perfect/></When>
            <When when=in_points>
                <p class="remark">{workspace.tell(words::IN_MONEY)}</p>
                <CaseChoice label=perceived::COUNTING options=COUNTINGS get=|case| case.counting
                    set=|case, counting| case.counting = counting/>
            </When>
            <CaseChoice label=words::PASSING options=PASSINGS get=|case| case.market.may_pass
                set=|case, may| case.market.may_pass = may/>
        </section>
    }
}

/// The segments: their names, shares of the heads, and how many that is.
#[component]
fn SegmentList() -> impl IntoView {
    let workspace = Workspace::here();
    let ids = row_ids(Rows::Segments);
    let row = move |id: Id| {
        view! {
            <li>
                <NameBox rows=Rows::Segments id of=words::SEGMENT/>
                <NumberBox input=Input::Market(Number::Share(id)) bare=true/>
                <span class="unit">"%"</span>
                <RowMenu rows=Rows::Segments id/>
            </li>
        }
        .into_any()
    };
    let not_whole = live(move || {
        let sum: f64 =
            workspace.case().with(|case| case.market.segments.iter().map(|s| s.share).sum());
        ((sum - 1.0).abs() > 5e-4).then(|| words::not_whole(workspace.glass(), sum))
    });
    let ready = move |segmentation: Segmentation| {
        let take = move |()| workspace.edit(|case| case.take_segmentation(segmentation));
        view! { <Button label=segmentation.name() act=take/> }
    };
    view! {
        <section>
            <Heading title=words::SEGMENTS/>
            <ul class="rungs segments"><Each ids row/></ul>
            <p class="remark">{not_whole}</p>
            <div class="row-actions">
                <AddRow rows=Rows::Segments label=words::ADD_SEGMENT/>
                <Menu label=words::READY>{Segmentation::ALL.into_iter().map(ready).collect_view()}</Menu>
            </div>
        </section>
    }
}

/// What tells the segments apart, one a column: price sense, value, weights.
#[component]
fn Apart() -> impl IntoView {
    let workspace = Workspace::here();
    let own_weights = live(move || workspace.frame().with(|case| case.market.own_weights));
    let own_values = live(move || workspace.frame().with(|case| case.market.own_values));
    let common = live(move || {
        if own_values.get() {
            return None;
        }
        let net = workspace.case().with(|case| case.lifetime().ok().map(|life| life.net()));
        Some(words::common_value(workspace.glass(), net))
    });
    view! {
        <section>
            <Heading title=words::APART/>
            <p class="remark">{workspace.tell(words::HALVING_REMARK)}</p>
            <CaseChoice label=words::VALUING options=WEIGHINGS get=|case| case.market.own_values
                set=Case::value_apart/>
            <p class="remark">{common}</p>
            <CaseChoice label=words::WEIGHING options=WEIGHINGS get=|case| case.market.own_weights
                set=Case::weigh_apart/>
            <When when=live(move || !own_weights.get())>
                <p class="remark">{workspace.tell(words::COMMON_WEIGHTS)}</p>
            </When>
            <Grid/>
        </section>
    }
}

/// The numbers of the segments, one a column.
#[component]
fn Grid() -> impl IntoView {
    let workspace = Workspace::here();
    let segments = row_ids(Rows::Segments);
    let criteria = row_ids(Rows::Criteria);
    let flag = move |of: fn(&Case) -> bool| live(move || workspace.frame().with(of));
    let [values, passing, weights] = [
        flag(|case: &Case| case.market.own_values),
        flag(|case: &Case| case.market.may_pass),
        flag(|case: &Case| case.market.own_weights),
    ];
    let head = move |id: Id| {
        view! { <th scope="col" class="offer">{name(workspace, Rows::Segments, id)}</th> }
            .into_any()
    };
    let weight = move |criterion: Id| {
        view! {
            <tr>
                <th scope="row">{name(workspace, Rows::Criteria, criterion)}</th>
                <Each ids=segments row=move |id| cell(Input::Market(Number::Weight(id, criterion)))/>
            </tr>
        }
        .into_any()
    };
    view! {
        <div class="grid" tabindex="0" role="region" aria-label=workspace.tell(words::APART)>
            <table>
                <thead><tr><td></td><Each ids=segments row=head/></tr></thead>
                <tbody>
                    <NumberRow label=label::HALVING of=Number::Halving/>
                    <When when=values><NumberRow label=label::CUSTOMER_VALUE of=Number::Value/></When>
                    <When when=passing><NumberRow label=label::PASSING of=Number::Passing/></When>
                    <When when=weights><Each ids=criteria row=weight/></When>
                </tbody>
            </table>
        </div>
    }
}

/// One number of every segment.
#[component]
fn NumberRow(label: Phrase, of: fn(Id) -> Number) -> impl IntoView {
    let workspace = Workspace::here();
    let segments = row_ids(Rows::Segments);
    let unit = live(move || workspace.glass().unit(Unit::Money));
    view! {
        <tr>
            <th scope="row">{workspace.tell(label)} " " <small>{unit}</small></th>
            <Each ids=segments row=move |id| cell(Input::Market(of(id)))/>
        </tr>
    }
}

/// The name of a row, as it is called now.
fn name(workspace: Workspace, rows: Rows, id: Id) -> Signal<Option<String>> {
    live(move || {
        let language = workspace.language.get();
        workspace.frame().with(|case| case.row_name(rows, id).map(|n| n.to(language).to_owned()))
    })
}
