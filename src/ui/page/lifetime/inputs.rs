//! What a customer brings, how long they stay, and how we count.

use leptos::prelude::*;

use crate::case::{Case, Earning, Input, Period};
use crate::ui::widget::choice::CaseChoice;
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{When, live, memo, part};
use crate::ui::widget::number_box::NumberBox;
use crate::ui::workspace::Workspace;
use crate::words::{Phrase, Unit, lifetime as words};

const PERIODS: &[(Period, Phrase)] = &[(Period::Year, words::YEAR), (Period::Month, words::MONTH)];
const EARNINGS: &[(Earning, Phrase)] = &[
    (Earning::Offer, words::FROM_OFFER),
    (Earning::Revenue, words::OF_REVENUE),
    (Earning::Margin, words::TYPED),
];
const TIMINGS: &[(bool, Phrase)] = &[(true, words::NOW), (false, words::LATER)];
const HORIZONS: &[(bool, Phrase)] = &[(true, words::FOREVER), (false, words::FINITE)];

/// All inputs of the page.
#[component]
pub fn Inputs() -> impl IntoView {
    let workspace = Workspace::here();
    view! {
        <section>
            <Heading title=words::MARGIN/>
            <CaseChoice label=words::PERIOD options=PERIODS get=|case| case.customer.period
                set=Case::set_period/>
            <CaseChoice label=words::MARGIN options=EARNINGS get=|case| case.customer.earning
                set=|case, earning| case.customer.earning = earning/>
            <MarginInputs/>
            <NumberBox input=Input::Growth/>
        </section>
        <section>
            <Heading title=words::STAYING remark=words::ONE_NUMBER/>
            <NumberBox input=Input::Retention/>
            <NumberBox input=Input::Churn/>
            <NumberBox input=Input::ExpectedLife/>
        </section>
        <section>
            <Heading title=words::TIME_VALUE/>
            <NumberBox input=Input::Discount/>
            <NumberBox input=Input::MonthlyDiscount/>
        </section>
        <section>
            <Heading title=words::SCOPE/>
            <NumberBox input=Input::Acquisition/>
            <CaseChoice label=words::TIMING options=TIMINGS get=|case| case.customer.margin_now
                set=|case, now| case.customer.margin_now = now/>
            <CaseChoice label=words::HORIZON options=HORIZONS get=|case| case.customer.forever
                set=|case, forever| case.customer.forever = forever/>
            <When when=live(move || !workspace.frame().with(|case| case.customer.forever))>
                <NumberBox input=Input::Horizon/>
            </When>
        </section>
    }
}

/// The boxes that make the margin, and the margin they make.
#[component]
fn MarginInputs() -> impl IntoView {
    let workspace = Workspace::here();
    let earning = memo(move || workspace.frame().with(|case| case.customer.earning));
    let ours = memo(move || workspace.frame().with(|case| case.ours().map(|ours| ours.id)));
    let boxes = part(move || {
        let inputs = match (earning.get(), ours.get()) {
            (Earning::Margin, _) => vec![Input::Margin],
            (Earning::Revenue, _) => vec![Input::Revenue, Input::MarginRate],
            (Earning::Offer, None) => vec![Input::Purchases],
            (Earning::Offer, Some(id)) => {
                vec![Input::Price(id), Input::UnitCost(id), Input::Purchases]
            }
        };
        inputs.into_iter().map(|input| view! { <NumberBox input/> }).collect_view()
    });
    let margin = live(move || {
        let margin = workspace.case().with(Case::margin);
        let glass = workspace.glass();
        format!("{} {}", words::MARGIN_IS.to(glass.language), glass.value(margin, Unit::Money))
    });
    let follows = live(move || earning.get() != Earning::Margin);
    view! {
        {boxes}
        <When when=follows><p class="remark follows">{margin}</p></When>
    }
}
