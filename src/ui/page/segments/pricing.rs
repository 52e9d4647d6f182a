//! What our price earns and who stays, and what single changes would do.

use leptos::prelude::*;

use super::{chosen, reason};
use crate::case::{Case, Input, grip};
use crate::chart::Chart;
use crate::model::choice::{BestPrice, Market, NoBestPrice};
use crate::ui::page::dragged;
use crate::ui::widget::button::Button;
use crate::ui::widget::figure::{Figure, plain_table};
use crate::ui::widget::heading::Heading;
use crate::ui::widget::live::{Memo, When, live, memo, part};
use crate::ui::workspace::Workspace;
use crate::words::{Language, Phrase, segments as words};

/// The price that earns most, or why there is none.
type Best = Memo<Result<BestPrice, Phrase>>;

const fn no_best(error: NoBestPrice) -> Phrase {
    match error {
        NoBestPrice::NoCustomer => words::NO_CUSTOMER,
        NoBestPrice::NoAlternative(_) => words::NO_ALTERNATIVE,
        NoBestPrice::NoSuchOffer | NoBestPrice::PriceDoesNotMatter(_) => words::OUT_OF_RANGE,
    }
}

/// Draws a figure of our price.
type Draw = fn(&Case, &Market, Option<BestPrice>, Language) -> Chart;

/// Profit and shares over our price.
#[component]
pub fn Pricing() -> impl IntoView {
    let workspace = Workspace::here();
    let best: Best = memo(move || {
        workspace.settled().with(|case| {
            let market = case.choices().map_err(reason)?;
            market.best_price(0).map_err(no_best)
        })
    });
    let figure = move |of: Draw| {
        memo(move || {
            let language = workspace.language.get();
            let best = best.get().ok();
            workspace.case().with(|case| Ok(of(case, &chosen(case)?, best, language)))
        })
    };
    let profit = figure(Case::profit_figure);
    let shares = figure(Case::price_shares_figure);
    let grips = memo(move || workspace.case().with(grip::price));
    view! {
        <section class="pricing">
            <Heading title=words::PROFIT remark=words::PROFIT_REMARK/>
            <BestLine best/>
            <Figure chart=profit moved=dragged(grips)/>
            <Heading title=words::SHARES/>
            <Figure chart=shares moved=dragged(grips)/>
        </section>
    }
}

/// What our price earns, how buyers answer to it, and a way to take the best one.
#[component]
fn BestLine(best: Best) -> impl IntoView {
    let workspace = Workspace::here();
    let says = live(move || {
        let glass = workspace.glass();
        let best = best.get();
        workspace.settled().with(|case| {
            let market = chosen(case).ok()?;
            let says = words::profit_summary(
                glass,
                case.ours()?.price,
                market.outcomes()[0].profit,
                best.ok(),
            );
            let falls = market.elasticity(0, 0).map(|e| words::elasticity(glass, e));
            let gap = if glass.language == Language::Chinese { "" } else { " " };
            Some(format!("{says}{gap}{}", falls.unwrap_or_default()))
        })
    });
    let offered = memo(move || {
        let best = best.get().ok()?;
        workspace.settled().with(|case| {
            let price = case.price_to_take(best.price)?;
            (price != case.ours()?.price).then_some(price)
        })
    });
    let reason = live(move || best.get().err().map(|reason| workspace.say(reason)));
    let take = move |()| {
        let ours = workspace.case().with_untracked(|case| case.ours().map(|ours| ours.id));
        if let (Some(id), Some(price)) = (ours, offered.get_untracked()) {
            workspace.edit(|case| Input::Price(id).set(case, price));
        }
    };
    view! {
        <p class="remark">
            {says} " "
            <When when=live(move || offered.with(Option::is_some))>
                <Button label=words::TAKE_PRICE class="quiet" act=take/>
            </When>
            <When when=live(move || best.with(Result::is_ok) && offered.with(Option::is_none))>
                <span>{workspace.tell(words::IS_BEST)}</span>
            </When>
            <When when=live(move || best.with(Result::is_err))><span>{reason}</span></When>
        </p>
    }
}

/// What a point on each score, or a lower price, does to our share of each segment.
#[component]
pub fn Levers() -> impl IntoView {
    let workspace = Workspace::here();
    let table = memo(move || {
        let language = workspace.language.get();
        workspace.settled().with(|case| {
            let effects = case.effects()?;
            Some((words::LEVERS.to(language), case.levers_table(&effects, language)))
        })
    });
    part(move || table.get().map(|(title, table)| plain_table(title.to_owned(), table)))
}
