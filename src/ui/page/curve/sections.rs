//! Price classes, and our curve before and after.

use leptos::prelude::*;

use crate::case::change::Rows;
use crate::case::curve::{Number, price_grips};
use crate::case::{Case, Id, Input};
use crate::ui::page::dragged;
use crate::ui::widget::button::Button;
use crate::ui::widget::figure::{Figure, plain_table};
use crate::ui::widget::live::{Each, When, live, memo, part};
use crate::ui::widget::name_box::NameBox;
use crate::ui::widget::number_box::NumberBox;
use crate::ui::widget::offers::cell;
use crate::ui::widget::rows::{AddRow, RowMenu, row_ids};
use crate::ui::workspace::Workspace;
use crate::words::curve as words;

/// What offers of a class cost, and where ours and theirs lie.
#[component]
pub fn PriceClasses() -> impl IntoView {
    let workspace = Workspace::here();
    let chart = memo(move || {
        let language = workspace.language.get();
        workspace.case().with(|case| case.classes_figure(language)).ok_or(words::NO_CLASS)
    });
    let grips = memo(move || workspace.case().with(price_grips));
    let says =
        live(move || chart.with(|chart| chart.as_ref().ok().map(|chart| chart.summary.clone())));
    let ids = row_ids(Rows::PriceClasses);
    let some = live(move || ids.with(|ids| !ids.is_empty()));
    let row = move |id: Id| {
        view! {
            <tr>
                <th scope="row"><NameBox rows=Rows::PriceClasses id of=words::CLASSES/></th>
                {[Number::ClassLow(id), Number::ClassHigh(id)].map(|number| cell(Input::Curve(number)))}
                <td class="act"><RowMenu rows=Rows::PriceClasses id/></td>
            </tr>
        }
        .into_any()
    };
    let region = move || {
        format!("{}: {}", workspace.say(words::CLASSES), workspace.say(words::LOWEST_PRICE))
    };
    view! {
        <section class="price-classes">
            <p class="finding">{says}</p>
            <Figure chart moved=dragged(grips)/>
            <When when=some>
                <div class="grid" tabindex="0" role="region" aria-label=region>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{workspace.tell(words::CLASSES)}</th>
                                <th scope="col">{workspace.tell(words::LOWEST_PRICE)}</th>
                                <th scope="col">{workspace.tell(words::HIGHEST_PRICE)}</th>
                                <td></td>
                            </tr>
                        </thead>
                        <tbody><Each ids row/></tbody>
                    </table>
                </div>
            </When>
            <AddRow rows=Rows::PriceClasses label=words::ADD_CLASS/>
        </section>
    }
}

/// Our curve as it was and as it is.
#[component]
pub fn BeforeAfter() -> impl IntoView {
    let workspace = Workspace::here();
    let kept = memo(move || workspace.frame().with(Case::has_former_curve));
    let says = live(move || {
        let language = workspace.language.get();
        workspace.settled().with(|case| case.former_answer(language))
    });
    let table = memo(move || {
        let language = workspace.language.get();
        let title = words::BEFORE_AFTER.to(language).to_owned();
        kept.get().then(|| (title, workspace.settled().with(|case| case.former_table(language))))
    });
    let table = part(move || table.get().map(|(title, table)| plain_table(title, table)));
    view! {
        <section class="before-after">
            <p class="finding">{says}</p>
            <When when=kept.into()>
                {table.clone()}
                <FormerLevels/>
            </When>
            <Button label=words::KEEP class="act" act=move |()| workspace.edit(Case::keep_curve)/>
            <When when=kept.into()>
                <Button label=words::DROP act=move |()| workspace.edit(Case::drop_former_curve)/>
            </When>
        </section>
    }
}

/// The former levels and the former price, to be typed.
#[component]
fn FormerLevels() -> impl IntoView {
    let workspace = Workspace::here();
    let ids = row_ids(Rows::Criteria);
    let boxes = memo(move || {
        let levels = ids.get().into_iter().map(Number::Before);
        let all = levels.chain([Number::PriceBefore]).map(Input::Curve);
        workspace.frame().with(|case| all.filter(|number| number.get(case).is_some()).collect())
    });
    part(move || {
        let boxes: Vec<Input> = boxes.get();
        boxes.into_iter().map(|input| view! { <NumberBox input/> }).collect_view()
    })
}
